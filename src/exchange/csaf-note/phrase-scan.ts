// Finds known phrases in a line of free text, longest first, ignoring commas and semicolons between or inside them,
// and returns the rest. Used to read the notes of advisories (sector-note.ts, areas-note.ts).

type Word = { readonly text: string; readonly key: string; readonly startsPart: boolean };

export type PhraseScan<Meaning> = {
  readonly found: readonly Meaning[];
  /** Runs of words that no phrase covers, as written. */
  readonly rest: readonly string[];
};

const GLUE = new Set(['and', 'or', 'the', '&']);

function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const part of unglued(text.normalize('NFKC')).split(/[,;:/()|\n]|\.(?=\s|$)/)) {
    const texts = part.split(/\s+/).filter((word) => word !== '');
    texts.forEach((word, index) => {
      words.push({ text: word, key: word.toLowerCase(), startsPart: index === 0 });
    });
  }
  return words;
}

/** "andWater" lacks a space. */
function unglued(text: string): string {
  return text.replace(/\b(and|or)(?=\p{Lu})/gu, '$1 ');
}

/** The form in which phrases are compared: lower case, without separators. */
export function phraseKey(phrase: string): string {
  return wordsOf(phrase)
    .map((word) => word.key)
    .join(' ');
}

const LONGEST_PHRASE = 7;

/**
 * `phrases` is keyed by `phraseKey`. Words of `GLUE` between phrases carry no meaning and are dropped. `isForgiving` takes a
 * long phrase with a typing error too; for phrases that differ by a letter, such as names of countries, it must be false.
 */
export function scanPhrases<Meaning>(
  text: string,
  phrases: ReadonlyMap<string, Meaning>,
  isForgiving = false,
): PhraseScan<Meaning> {
  const words = wordsOf(text);
  const found: Meaning[] = [];
  const rest: string[][] = [];
  let isRunOpen = false;
  for (let at = 0; at < words.length; ) {
    const exact = longestAt(words, at, phrases);
    const similar = isForgiving ? similarAt(words, at, phrases, exact?.length ?? 0) : undefined;
    const match = similar ?? exact;
    if (match !== undefined) {
      found.push(match.meaning);
      at += match.length;
      isRunOpen = false;
      continue;
    }
    const word = words[at] as Word;
    if (!isRunOpen || word.startsPart) rest.push([]);
    rest.at(-1)?.push(word.text);
    isRunOpen = true;
    at += 1;
  }
  return { found, rest: rest.map(withoutGlue).filter((run) => run !== '') };
}

function longestAt<Meaning>(words: readonly Word[], at: number, phrases: ReadonlyMap<string, Meaning>) {
  for (let length = Math.min(LONGEST_PHRASE, words.length - at); length > 0; length -= 1) {
    const key = words
      .slice(at, at + length)
      .map((word) => word.key)
      .join(' ');
    const meaning = phrases.get(key);
    if (meaning !== undefined) return { meaning, length };
  }
  return undefined;
}

/** The longest phrase of more than `above` words that differs by typing errors: one in each eight letters, two at most. */
function similarAt<Meaning>(
  words: readonly Word[],
  at: number,
  phrases: ReadonlyMap<string, Meaning>,
  above: number,
) {
  for (let length = Math.min(LONGEST_PHRASE, words.length - at); length > above; length -= 1) {
    const run = words.slice(at, at + length);
    if (run.some((word, index) => index > 0 && word.startsPart)) continue;
    const key = run.map((word) => word.key).join(' ');
    const allowed = Math.min(2, Math.floor(key.length / 8));
    if (allowed === 0) continue;
    for (const [phrase, meaning] of phrases)
      if (distanceWithin(key, phrase, allowed)) return { meaning, length };
  }
  return undefined;
}

/** Whether at most `most` letters are added, missing or other (Levenshtein). */
function distanceWithin(a: string, b: string, most: number): boolean {
  if (Math.abs(a.length - b.length) > most) return false;
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return (row.at(-1) ?? 0) <= most;
}

function withoutGlue(run: readonly string[]): string {
  let [start, end] = [0, run.length];
  while (start < end && GLUE.has(run[start]?.toLowerCase() ?? '')) start += 1;
  while (end > start && GLUE.has(run[end - 1]?.toLowerCase() ?? '')) end -= 1;
  return run.slice(start, end).join(' ');
}
