// Measures text in terminal columns: East Asian characters and emoji take two, combining accents none.
import stringWidth from 'string-width';

/** Printable ASCII takes one column each; this fast path covers most text. */
const PLAIN = /^[\x20-\x7e]*$/;

export const columnsOf = (text: string): number => (PLAIN.test(text) ? text.length : stringWidth(text));

/** Pads the text with blanks to `columns`; returns a wider text unchanged. */
export const padColumns = (text: string, columns: number): string =>
  text + ' '.repeat(Math.max(0, columns - columnsOf(text)));

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Splits the text into pieces of at most `columns`, in one pass. A wider character is a piece by itself. */
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

/** The text in at most `columns`: where it is longer, its first whole characters and an ellipsis, but at least one character. */
export const headWithin = (text: string, columns: number): string => {
  if (columnsOf(text) <= columns) return text;
  return `${piecesWithin(text, columns - 1)[0]?.trimEnd() ?? ''}…`;
};
