// The canonical form of a name that people spell in many ways. Case, accents, punctuation, digits in place of letters
// and words like "Group" or "Ransomware" do not count. Numbers do: APT28 is not APT29, LockBit 3.0 is not LockBit.

const NO_LETTER = /[^\p{L}\p{N}]+/u;
const SHORTEST = 3;
const LONGEST = 256;

/** What a name may begin with and still be the same name. */
const TITLES: ReadonlySet<string> = new Set(['operation', 'campaign', 'the']);

/** What it may end with. */
const KIND_WORDS: ReadonlySet<string> = new Set(
  `group team gang actor actors crew operation campaign ransomware malware trojan botnet backdoor worm spyware
  stealer loader rat wiper family`.split(/\s+/),
);

const LETTER_OF: Readonly<Record<string, string>> = { 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't' };
const isLetter = (text: string | undefined): boolean => text !== undefined && /\p{L}/u.test(text);

/** A digit between two letters of one word stands for a letter (L0ckBit); at the end of it, it is a number (TA505). */
const withLetters = (word: string): string => {
  const signs = [...word];
  return signs
    .map((sign, index) =>
      isLetter(signs[index - 1]) && isLetter(signs[index + 1]) ? (LETTER_OF[sign] ?? sign) : sign,
    )
    .join('');
};

/** A name as one word, or null when the name identifies nothing ("Backdoor", "RAT", "x"). */
export function canonicalName(name: string): string | null {
  if (name.length > LONGEST) return null;
  const collapsed = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const words = collapsed.split(NO_LETTER).filter((word) => word !== '');
  while (words.length > 0 && KIND_WORDS.has(words.at(-1) ?? '')) words.pop();
  if (words.length > 1 && TITLES.has(words[0] ?? '')) words.shift();
  const joined = words.map(withLetters).join('');
  return [...joined].length < SHORTEST ? null : joined;
}
