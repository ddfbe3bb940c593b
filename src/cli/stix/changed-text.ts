// One side of a change on one line: a short value whole, a long text cut to the part that differs from the other side.
import { shortened, visible } from './visible.ts';

const longest = 200;
/** Unchanged characters shown before and after the difference. */
const around = 30;

export const changedText = (value: unknown, other?: unknown): string => {
  if (
    typeof value !== 'string' ||
    typeof other !== 'string' ||
    Math.max(value.length, other.length) <= longest
  ) {
    return shortened(visible(JSON.stringify(value)), longest);
  }
  const from = sharedBeginning(value, other);
  const end = value.length - sharedEnd(value, other, from);
  const [first, last] = [Math.max(0, from - around), Math.min(value.length, end + around)];
  const stretch = shortened(value.slice(first, last).toWellFormed(), longest);
  return `${first > 0 ? '…' : '"'}${visible(stretch)}${last < value.length ? '…' : '"'}`;
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
