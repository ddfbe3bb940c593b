// Small wounds to a text or to bytes: parts swapped, doubled, left out, replaced by what parsers stumble over.
import type { Random } from '../../support/random.ts';

const ODD_TEXTS: readonly string[] = [
  '\0',
  '\r',
  '\n',
  '\r\n',
  '\r\n\r\n',
  ' ',
  '\t',
  ':',
  ';',
  ',',
  '"',
  "'",
  '\\',
  '%',
  '%00',
  '%zz',
  '%c0%ae',
  '../',
  '?',
  '#',
  '&',
  '=',
  '[',
  ']',
  '{',
  '}',
  '(',
  ')',
  '@',
  '!',
  '$',
  '...',
  '-1',
  '0x10',
  '1e999',
  '99999999999999999999',
  '\u00ff',
  '\u202e',
  '\ud800',
  '🎈',
  'é',
  '__proto__',
  'constructor',
  'null',
  'true',
  'NaN',
  'x'.repeat(300),
  'A'.repeat(9_000),
];

/** One to `most` wounds. */
export const wounded = (random: Random, text: string, most = 3): string => {
  let result = text;
  for (let wounds = 1 + random.below(most); wounds > 0; wounds -= 1) result = wound(random, result);
  return result;
};

const wound = (random: Random, text: string): string => {
  const at = random.below(text.length + 1);
  const to = Math.min(text.length, at + 1 + random.below(12));
  const part = text.slice(at, to);
  return random.pick([
    () => text.slice(0, at) + text.slice(to),
    () => text.slice(0, at) + random.pick(ODD_TEXTS) + text.slice(at),
    () => text.slice(0, at) + random.pick(ODD_TEXTS) + text.slice(to),
    () => text.slice(0, at) + part.repeat(2 + random.below(40)) + text.slice(to),
    () => text.slice(0, at) + String.fromCharCode(random.below(256)) + text.slice(at + 1),
    () => text.slice(0, at),
    () => text.slice(at) + text.slice(0, at),
    () => text.slice(0, at) + part.toUpperCase() + text.slice(to),
  ])();
};
