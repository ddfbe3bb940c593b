// Wraps plain text for a screen or paper.

import { columnsOf, piecesWithin } from './columns.ts';

export { tidy } from './terminal-text.ts';

/** Lines of at most `width` columns. A wider word is split. */
export const wrap = (text: string, width: number, first = '', next = first): string[] => {
  const lines: string[] = [];
  let line = first;
  let isEmpty = true;
  const flush = (): void => {
    lines.push(line.trimEnd());
    line = next;
    isEmpty = true;
  };
  for (const word of text.replace(/\s+/g, ' ').trim().split(' ')) {
    for (const piece of piecesWithin(word, width - columnsOf(next))) {
      if (!isEmpty && columnsOf(line) + 1 + columnsOf(piece) > width) flush();
      line += isEmpty ? piece : ` ${piece}`;
      isEmpty = false;
    }
  }
  flush();
  return lines;
};
