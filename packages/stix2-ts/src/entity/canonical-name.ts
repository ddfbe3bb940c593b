// The canonical form of a name that is spelt in many ways. Ignores case, accents, punctuation, digits in place of
// letters and words like "Group" or "Ransomware". Numbers count: APT28 is not APT29, LockBit 3.0 is not LockBit.

const NO_LETTER = /[^\p{L}\p{N}]+/u;
const SHORTEST = 3;
const LONGEST = 256;

/** Leading words that do not change a name. */
const TITLES: ReadonlySet<string> = new Set(['operation', 'campaign', 'the']);

/** Trailing words that do not change a name. */
const KIND_WORDS: ReadonlySet<string> = new Set(
  `group team gang actor actors crew operation campaign ransomware malware trojan botnet backdoor worm spyware
  stealer loader rat wiper family`.split(/\s+/),
);

const LETTER_OF: Readonly<Record<string, string>> = { 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't' };
const isLetter = (text: string | undefined): boolean => text !== undefined && /\p{L}/u.test(text);

/** A digit between two letters of a word stands for a letter (L0ckBit); at the end of a word it is a number (TA505). */
const withLetters = (word: string): string => {
  const signs = [...word];
  return signs
    .map((sign, index) =>
      isLetter(signs[index - 1]) && isLetter(signs[index + 1]) ? (LETTER_OF[sign] ?? sign) : sign,
    )
    .join('');
};

/** The name as one word, or null when it identifies nothing ("Backdoor", "RAT", "x"). */
export function canonicalName(name: string): string | null {
  if (name.length > LONGEST) return null;
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const words = plain.split(NO_LETTER).filter((word) => word !== '');
  while (words.length > 0 && KIND_WORDS.has(words.at(-1) ?? '')) words.pop();
  if (words.length > 1 && TITLES.has(words[0] ?? '')) words.shift();
  const joined = words.map(withLetters).join('');
  return [...joined].length < SHORTEST ? null : joined;
}
