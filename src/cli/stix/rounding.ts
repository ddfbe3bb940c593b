// Finds numbers of a JSON text that a double cannot represent exactly. Parsing rounds them, which matters to anyone who
// hashes or compares the result. RFC 8785 and RFC 7493 advise writing such numbers as strings.
import { tell } from '../terminal/output.ts';
import { nameOf } from './read-input.ts';

export type Rounding = { readonly count: number; readonly written: string; readonly read: string };

/** Warns on stderr; nothing is refused. */
export const tellRounding = (file: string, text: string): void => {
  const rounding = roundingIn(text);
  if (rounding === null) return;
  const { count, written, read } = rounding;
  const others = count === 1 ? '' : ` (and ${count - 1} more)`;
  tell(
    `tocsin: ${nameOf(file)} holds a number that is rounded: ${written} is read as ${read}${others}. Write it as a string to keep its digits.`,
  );
};

/** The first number that parsing changes, and how many there are. The text must be JSON. */
export const roundingIn = (text: string): Rounding | null => {
  let found: Rounding | null = null;
  for (let at = 0; at < text.length; ) {
    const unit = text.charCodeAt(at);
    if (unit === QUOTE) at = endOfString(text, at);
    else if (unit !== MINUS && !isDigit(unit)) at += 1;
    else {
      const number = numberAt(text, at);
      // A double holds any fifteen digits exactly, unless the exponent makes the number too small.
      if (number.length > 15 || /e/i.test(number)) found = counted(number, found);
      at += number.length;
    }
  }
  return found;
};

const [QUOTE, MINUS] = [34, 45];

const isDigit = (unit: number): boolean => unit >= 48 && unit <= 57;

const endOfString = (text: string, from: number): number => {
  for (let end = text.indexOf('"', from + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let escapes = 0;
    while (text.charAt(end - 1 - escapes) === '\\') escapes += 1;
    if (escapes % 2 === 0) return end + 1;
  }
  return text.length;
};

const NUMBER = /[0-9.eE+-]+/y;

const numberAt = (text: string, at: number): string => {
  NUMBER.lastIndex = at;
  return NUMBER.exec(text)?.[0] ?? ' ';
};

const counted = (written: string, found: Rounding | null): Rounding | null => {
  const read = String(Number(written));
  if (decimalOf(written) === decimalOf(read)) return found;
  if (found !== null) return { ...found, count: found.count + 1 };
  const shown = written.length > 60 ? `${written.slice(0, 57)}…` : written;
  return { count: 1, written: shown, read };
};

/** The significant digits and the exponent of the last one. */
const decimalOf = (number: string): string => {
  const [mantissa = '', exponent = '0'] = number.toLowerCase().split('e');
  const [whole = '', fraction = ''] = mantissa.replace('-', '').split('.');
  const digits = whole + fraction;
  let [first, last] = [0, digits.length];
  while (digits.charAt(first) === '0') first += 1;
  while (last > first && digits.charAt(last - 1) === '0') last -= 1;
  return first === last
    ? '0'
    : `${digits.slice(first, last)}e${Number(exponent) - fraction.length + digits.length - last}`;
};
