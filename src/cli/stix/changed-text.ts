// One side of a change on one line: a short value whole, a long one cut to the part that differs from the other side.
import { shortened, visible } from './visible.ts';

const longest = 200;
/** Unchanged characters shown before and after the difference. */
const around = 30;

/** Anything but a text as JSON: cut to its beginning, two of them could look the same. */
export const changedText = (value: unknown, other?: unknown): string => {
  if (typeof value === 'string') {
    const isShort = typeof other !== 'string' || Math.max(value.length, other.length) <= longest;
    return isShort ? shortened(visible(JSON.stringify(value)), longest) : stretchOf(value, other, '"');
  }
  const [text, against] = [JSON.stringify(value), typeof other === 'object' ? JSON.stringify(other) : ''];
  return against === '' || Math.max(text.length, against.length) <= longest
    ? shortened(visible(text), longest)
    : stretchOf(text, against, '');
};

const stretchOf = (text: string, other: string, edge: string): string => {
  const from = sharedBeginning(text, other);
  const end = text.length - sharedEnd(text, other, from);
  const [first, last] = [Math.max(0, from - around), Math.min(text.length, end + around)];
  const stretch = shortened(text.slice(first, last).toWellFormed(), longest);
  return `${first > 0 ? '…' : edge}${visible(stretch)}${last < text.length ? '…' : edge}`;
};

const sharedBeginning = (a: string, b: string): number => {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
};

const sharedEnd = (a: string, b: string, from: number): number => {
  let length = 0;
  while (length < Math.min(a.length, b.length) - from && a.at(-1 - length) === b.at(-1 - length)) length += 1;
  return length;
};
