// Plain lines for a screen or for paper: wrapped at spaces, without control characters and without tricks of direction.

/** C0 and C1 controls but line feed, and the marks that turn the direction of text around. */
const CONTROLS = /(?!\n)[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/** The text without what could move a cursor, ring a terminal or hide what it says. */
export const tidy = (text: string): string =>
  text.replace(/\r\n?/g, '\n').replace(/\t/g, ' ').replace(CONTROLS, '');

/** Lines of at most `width` characters; a longer word stands alone and is cut. */
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
    for (const piece of pieces(word, width - next.length)) {
      if (!isEmpty && line.length + 1 + piece.length > width) flush();
      line += isEmpty ? piece : ` ${piece}`;
      isEmpty = false;
    }
  }
  flush();
  return lines;
};

const pieces = (word: string, width: number): string[] => {
  if (word.length <= width) return [word];
  const units = Array.from(word);
  const found: string[] = [];
  for (let from = 0; from < units.length; from += width) found.push(units.slice(from, from + width).join(''));
  return found;
};
