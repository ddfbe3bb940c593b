// Text measured in the columns of a terminal: East Asian characters and emoji take two, accents that combine none.
import stringWidth from 'string-width';

/** Printable ASCII, one column each: most of what is measured, and measured at once. */
const PLAIN = /^[\x20-\x7e]*$/;

export const columnsOf = (text: string): number => (PLAIN.test(text) ? text.length : stringWidth(text));

/** The text with blanks after it up to `columns`; a wider one as it is. */
export const padColumns = (text: string, columns: number): string =>
  text + ' '.repeat(Math.max(0, columns - columnsOf(text)));

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** The text in pieces of at most `columns`, in one pass; a character that is wider is a piece of its own. */
export const piecesWithin = (text: string, columns: number): string[] => {
  if (columnsOf(text) <= columns) return [text];
  const pieces: string[] = [];
  let piece = '';
  let taken = 0;
  for (const { segment } of graphemes.segment(text)) {
    const wide = columnsOf(segment);
    if (piece !== '' && taken + wide > columns) {
      pieces.push(piece);
      piece = '';
      taken = 0;
    }
    piece += segment;
    taken += wide;
  }
  return [...pieces, piece];
};

/** As many whole characters from the start as fit into `columns`, at least one of a text that is not empty. */
export const headWithin = (text: string, columns: number): string => piecesWithin(text, columns)[0] ?? '';
