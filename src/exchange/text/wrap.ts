// Wraps plain text for a screen or paper.

import { columnsOf, piecesWithin } from './columns.ts';

export { tidy } from './terminal-text.ts';

/** The beginning of a text that may be of any length, and a sign that it goes on; no half character. */
export const cutAt = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most).replace(/[\uD800-\uDBFF]$/, '')}…`;

/** Lines of at most `width` columns. A wider word is split. */
export const wrap = (text: string, width: number, first = '', next = first): string[] => {
  const lines: string[] = [];
  let line = first;
  // Counted along, not measured anew with each word: a line may be as long as its text.
  let taken = columnsOf(first);
  let isEmpty = true;
  const flush = (): void => {
    lines.push(line.trimEnd());
    line = next;
    taken = columnsOf(next);
    isEmpty = true;
  };
  for (const word of text.replace(/\s+/g, ' ').trim().split(' ')) {
    for (const piece of piecesWithin(word, width - columnsOf(next))) {
      const wide = columnsOf(piece);
      if (!isEmpty && taken + 1 + wide > width) flush();
      line += isEmpty ? piece : ` ${piece}`;
      taken += isEmpty ? wide : 1 + wide;
      isEmpty = false;
    }
  }
  flush();
  return lines;
};
