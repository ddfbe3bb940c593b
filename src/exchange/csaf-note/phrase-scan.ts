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
  for (const part of text.normalize('NFKC').split(/[,;:]|\.(?=\s|$)/)) {
    const texts = part.split(/\s+/).filter((word) => word !== '');
    texts.forEach((word, index) => {
      words.push({ text: word, key: word.toLowerCase(), startsPart: index === 0 });
    });
  }
  return words;
}

/** The form in which phrases are compared: lower case, without separators. */
export function phraseKey(phrase: string): string {
  return wordsOf(phrase)
    .map((word) => word.key)
    .join(' ');
}

const LONGEST_PHRASE = 7;

/** `phrases` is keyed by `phraseKey`. Words of `GLUE` between phrases carry no meaning and are dropped. */
export function scanPhrases<Meaning>(
  text: string,
  phrases: ReadonlyMap<string, Meaning>,
): PhraseScan<Meaning> {
  const words = wordsOf(text);
  const found: Meaning[] = [];
  const rest: string[][] = [];
  let isRunOpen = false;
  for (let at = 0; at < words.length; ) {
    const match = longestAt(words, at, phrases);
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

function withoutGlue(run: readonly string[]): string {
  let [start, end] = [0, run.length];
  while (start < end && GLUE.has(run[start]?.toLowerCase() ?? '')) start += 1;
  while (end > start && GLUE.has(run[end - 1]?.toLowerCase() ?? '')) end -= 1;
  return run.slice(start, end).join(' ');
}
