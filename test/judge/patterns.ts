// Patterns generated from the grammar (STIX 2.1 §9), and mutated: characters and words swapped, doubled, left out.
import type { Random } from '../support/random.ts';

const types = [
  'file',
  'ipv4-addr',
  'network-traffic',
  'url',
  'x-foo',
  'windows-registry-key',
  'a',
  'user_account',
];
const keys = [
  'name',
  'value',
  'hashes',
  'size',
  'dst_ref',
  'extensions',
  'values',
  'created',
  'b',
  "'SHA-256'",
  "'ntfs-ext'",
  "'a.b'",
  'MD5',
  "'key with blank'",
  'AND1',
  'h',
  't',
  'true_',
  "''",
];
const strings = [
  '',
  'a',
  '%x_',
  "it\\'s",
  'back\\\\slash',
  'ü',
  '🎈',
  '[x]',
  '/*no*/',
  '192.0.2.1/24',
  'd41d8cd98f00b204e9800998ecf8427e',
  '2024-01-01T00:00:00Z',
  '// x',
  '\\\\.exe$',
];
const times = [
  '2024-01-01T00:00:00Z',
  '2024-02-29T23:59:60.123456789Z',
  '1999-12-31T12:00:00.5Z',
  '2023-04-30T00:00:00.000Z',
];
const blanks = [' ', ' ', ' ', '  ', '\t', '\n', '\r\n', '\u00a0', '\u2003', '/* c */', ' // c\n'];

const string = (random: Random): string => `'${random.pick(strings)}'`;
const timestamp = (random: Random): string => `t'${random.pick(times)}'`;

const constant = (random: Random): string =>
  random.pick([
    () => String(random.below(5000)),
    () => `-${random.below(50)}`,
    () => `${random.below(50)}.${random.below(1000)}`,
    () => `-.${random.below(100)}`,
    () => random.pick(['true', 'false']),
    () => string(random),
    () => string(random),
    () => timestamp(random),
    () => random.pick(["h''", "h'0aFF'", "h'00'"]),
    () => random.pick(["b'AA=='", "b'dGhpcyBpcyBhIHRlc3Q='", "b'+/+/'"]),
  ])();

const path = (random: Random): string => {
  let text = `${random.pick(types)}:${random.pick(keys)}`;
  while (random.chance(0.35))
    text += random.pick([`.${random.pick(keys)}`, `[${random.below(12)}]`, '[*]', '[-1]']);
  return text;
};

const set = (random: Random): string => {
  const make = random.pick([string, timestamp, (one: Random) => String(one.below(99)), constant]);
  return `(${Array.from({ length: random.below(4) }, () => make(random)).join(random.pick([',', ', ']))})`;
};

const test = (random: Random): string => {
  const gap = random.pick(blanks);
  const not = random.chance(0.15) ? `${gap}NOT` : '';
  return random.pick([
    () => `${path(random)}${not}${gap}${random.pick(['=', '!=', '==', '<>'])}${gap}${constant(random)}`,
    () => `${path(random)}${not}${gap}${random.pick(['=', '!='])}${constant(random)}`,
    () => `${path(random)}${not}${gap}${random.pick(['<', '<=', '>', '>='])}${gap}${constant(random)}`,
    () => `${path(random)}${not}${gap}IN${gap}${set(random)}`,
    () =>
      `${path(random)}${not}${gap}${random.pick(['LIKE', 'MATCHES', 'ISSUBSET', 'ISSUPERSET'])}${gap}${string(random)}`,
    () => `${random.chance(0.3) ? `NOT${gap}` : ''}EXISTS${gap}${path(random)}`,
  ])();
};

const comparison = (random: Random, depth: number): string => {
  if (depth > 3 || random.chance(0.6)) return test(random);
  const word = random.pick([' AND ', ' OR ', '\nAND ', ' OR/**/']);
  const inner = `${comparison(random, depth + 1)}${word}${comparison(random, depth + 1)}`;
  return random.chance(0.4) ? `(${inner})` : inner;
};

const qualifier = (random: Random): string =>
  random.pick([
    () => ` WITHIN ${random.pick(['5', '0.5', '.25', '300', '1'])} SECONDS`,
    () => ` REPEATS ${1 + random.below(9)} TIMES`,
    () => ` START ${timestamp(random)} STOP ${timestamp(random)}`,
  ])();

const observation = (random: Random, depth: number): string => {
  if (depth < 3 && random.chance(0.3)) {
    const word = random.pick([' AND ', ' OR ', ' FOLLOWEDBY ', '\tOR\n']);
    const inner = `${observation(random, depth + 1)}${word}${observation(random, depth + 1)}`;
    const whole = random.chance(0.5) ? `(${inner})` : inner;
    return random.chance(0.2) ? whole + qualifier(random) : whole;
  }
  let text = `[${comparison(random, 0)}]`;
  while (random.chance(0.2)) text += qualifier(random);
  return text;
};

const words = [
  'AND',
  'OR',
  'NOT',
  'IN',
  'LIKE',
  'EXISTS',
  'FOLLOWEDBY',
  'WITHIN',
  'SECONDS',
  'REPEATS',
  'TIMES',
  'START',
  'STOP',
  'LAST',
  'true',
  "'",
  '\\',
  '[',
  ']',
  '(',
  ')',
  ':',
  '.',
  ',',
  '=',
  '==',
  '!',
  '!=',
  '<',
  '>',
  '*',
  '-',
  '+',
  '0',
  '00',
  '1.',
  '.5',
  "h'0'",
  "b'A'",
  "b'====‘",
  "t'2024-02-30T00:00:00Z'",
  "t'2024-13-01T00:00:00Z'",
  '/*',
  '*/',
  '//',
  '\u0000',
  '\u200b',
  'é',
  '{',
  '"',
];

/** One to three small mutations. */
const bent = (random: Random, pattern: string): string => {
  let text = pattern;
  for (let wounds = 1 + random.below(3); wounds > 0; wounds -= 1) {
    const at = random.below(text.length + 1);
    const to = Math.min(text.length, at + 1 + random.below(3));
    text = random.pick([
      () => text.slice(0, at) + text.slice(to),
      () => text.slice(0, at) + random.pick(words) + text.slice(at),
      () => text.slice(0, at) + random.pick(words) + text.slice(to),
      () => text.slice(0, at) + text.slice(at, to).repeat(2) + text.slice(to),
      () => text.replace(random.pick(words), random.pick(words)),
      () => text.slice(0, at),
    ])();
  }
  return text;
};

/** Half of them as the grammar makes them, half mutated. */
export const patternOf = (random: Random): string => {
  const pattern = observation(random, 0).slice(0, 2_000);
  return random.chance(0.5) ? pattern : bent(random, pattern);
};
