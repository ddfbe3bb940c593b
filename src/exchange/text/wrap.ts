// Wraps plain text for a screen or paper, without control characters or bidirectional overrides.

import { columnsOf, piecesWithin } from './columns.ts';

/** C0 and C1 controls except line feed, and the marks that change text direction. */
const CONTROLS = /(?!\n)[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/** Removes characters that could move the cursor, ring the terminal bell or disguise the text. */
export const tidy = (text: string): string =>
  text.replace(/\r\n?/g, '\n').replace(/\t/g, ' ').replace(CONTROLS, '');

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
