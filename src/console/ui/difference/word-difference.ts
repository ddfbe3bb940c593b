// Which words of a text went and which came, so that nobody has to look for one word in a paragraph. Words are what the language says
// they are: in Chinese nothing stands between them.
import * as sequences from '@jest/diff-sequences';

/** Its types name the default of a CommonJS module, which a browser and a test read in two ways; both run the same. */
type Found = (count: number, at: number, other: number) => void;
type Compare = (
  length: number,
  other: number,
  isSame: (at: number, other: number) => boolean,
  found: Found,
) => void;
const compare = sequences.default as unknown as Compare;

export type Part = { readonly text: string; readonly isChanged: boolean };
export type WordDifference = { readonly before: readonly Part[]; readonly after: readonly Part[] };

/** A tag that no language has is not asked for. */
const segmenterOf = (language: string): Intl.Segmenter => {
  try {
    return new Intl.Segmenter(language, { granularity: 'word' });
  } catch {
    return new Intl.Segmenter('en', { granularity: 'word' });
  }
};

const wordsIn = (text: string, language: string): string[] =>
  [...segmenterOf(language).segment(text)].map(({ segment }) => segment);

/** Where less than this share of the letters stays, the two are not one text that was corrected. */
const STAYS = 0.3;

/**
 * In characters, of each: two that have nothing in common take a sixth of a second at this length, and the square of it beyond. The tab of
 * whoever reads does nothing else meanwhile, and whoever writes chooses the text.
 */
export const MOST_COMPARED = 4_000;

const whole = (text: string): Part[] => (text === '' ? [] : [{ text, isChanged: true }]);

export const wordDifference = (
  before: string,
  after: string,
  languages: Readonly<Record<'before' | 'after', string>>,
): WordDifference => {
  if (Math.max(before.length, after.length) > MOST_COMPARED)
    return { before: whole(before), after: whole(after) };
  const [old, now] = [wordsIn(before, languages.before), wordsIn(after, languages.after)];
  const kept = { before: new Set<number>(), after: new Set<number>() };
  compare(
    old.length,
    now.length,
    (at, other) => old[at] === now[other],
    (count, at, other) => {
      for (let each = 0; each < count; each += 1) {
        kept.before.add(at + each);
        kept.after.add(other + each);
      }
    },
  );
  const length = (words: readonly string[]): number => words.join('').replace(/\P{L}/gu, '').length;
  const staying = length(old.filter((_, at) => kept.before.has(at)));
  if (staying < STAYS * Math.max(length(old), length(now)))
    return { before: whole(before), after: whole(after) };
  return { before: partsOf(old, kept.before), after: partsOf(now, kept.after) };
};

/** Blanks between two words that changed go with them: one mark over both is read more easily than two. */
const partsOf = (words: readonly string[], kept: ReadonlySet<number>): Part[] => {
  const isChanged = (at: number): boolean =>
    !kept.has(at) ||
    ((words[at] ?? '').trim() === '' &&
      at > 0 &&
      at < words.length - 1 &&
      !kept.has(at - 1) &&
      !kept.has(at + 1));
  const parts: { text: string; isChanged: boolean }[] = [];
  for (const [at, word] of words.entries()) {
    const last = parts.at(-1);
    if (last?.isChanged === isChanged(at)) last.text += word;
    else parts.push({ text: word, isChanged: isChanged(at) });
  }
  return parts;
};
