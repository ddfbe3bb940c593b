// Shows a person where a pattern is broken: the line, a mark under the place, and what was expected.
import type { Misreading } from 'stix2-ts/pattern';
import { visible } from './visible.ts';

/** Characters of the pattern shown before and after the place. */
const around = 60;

export const brokenText = (pattern: string, { offset, found, expected }: Misreading): string => {
  const before = pattern.slice(Math.max(0, offset - around), offset).toWellFormed();
  const after = pattern.slice(offset, offset + around).toWellFormed();
  const head = offset > around ? '…' : '';
  const tail = offset + around < pattern.length ? '…' : '';
  const indent = ' '.repeat(head.length + visible(before).length);
  return [
    `  ${head}${visible(before)}${visible(after)}${tail}`,
    `  ${indent}^`,
    `  at ${offset}: found ${visible(found)}, expected ${expected}`,
  ].join('\n');
};
