// Plain lines for a screen or for paper: wrapped at spaces, without control characters and without tricks of direction.

import { columnsOf, piecesWithin } from './columns.ts';

/** C0 and C1 controls but line feed, and the marks that turn the direction of text around. */
const CONTROLS = /(?!\n)[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/** The text without what could move a cursor, ring a terminal or hide what it says. */
export const tidy = (text: string): string =>
  text.replace(/\r\n?/g, '\n').replace(/\t/g, ' ').replace(CONTROLS, '');

/** Lines of at most `width` columns; a wider word is cut into pieces that fit. */
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
