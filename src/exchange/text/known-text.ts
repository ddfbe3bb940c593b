// The block of lines that says what is known about a warning, on a page, in `tocsin warning show` and in `tocsin watch`.
import { tidy, wrap } from './wrap.ts';

/** These sentences as lines of at most `width` columns, with a heading; none where nothing is known. */
export const knownLines = (sentences: readonly string[], width: number): string[] => {
  if (sentences.length === 0) return [];
  return ['What is known about it:', ...sentences.flatMap((each) => wrap(tidy(each), width, '- ', '  '))];
};
