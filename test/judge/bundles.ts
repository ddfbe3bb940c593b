// Mutated bundles, as text: values replaced, moved and duplicated, and sometimes the text itself damaged.
import type { Random } from '../support/random.ts';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const oddities: readonly Json[] = [
  null,
  true,
  false,
  0,
  -0,
  -1,
  0.1,
  1e21,
  1e308,
  9007199254740992,
  '',
  ' ',
  '\ud800',
  '\u0000',
  'x'.repeat(300),
  [],
  {},
  [[]],
  [null],
  [''],
  { a: null },
  { '': 1 },
  { toString: 1 },
  'marking-definition--',
  'identity--11111111-1111-4111-8111-111111111111',
  'marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9',
  '2024-02-30T00:00:00.000Z',
  '2024-01-01T00:00:00+01:00',
  '9999-12-31T23:59:60.999999999999Z',
  '2.0',
  '2.1',
  'bundle',
  'report',
  { type: 'bundle' },
  { extension_type: 'property-extension' },
  ['a', 'a'],
  'İ',
  'ß',
  '\u202e',
  'a\u0301',
  "[file:name = 'x']",
  "[file:name = 'x",
];

const isBranch = (value: Json): value is Json[] | { [key: string]: Json } =>
  typeof value === 'object' && value !== null;

/** A copy with one random place mutated. */
const bent = (random: Random, value: Json, donor: Json): Json => {
  if (!isBranch(value) || random.chance(0.1)) return random.chance(0.8) ? random.pick(oddities) : donor;
  if (Array.isArray(value)) {
    if (value.length === 0 || random.chance(0.1)) return [...value, random.pick(oddities)];
    const at = random.below(value.length);
    if (random.chance(0.08)) return value.filter((_, index) => index !== at);
    if (random.chance(0.08)) return [...value, value[at] ?? null];
    return value.with(at, bent(random, value[at] ?? null, donor));
  }
  const keys = Object.keys(value);
  const key = keys[random.below(Math.max(1, keys.length))] ?? 'name';
  const rest = { ...value };
  if (random.chance(0.15)) delete rest[key];
  else if (random.chance(0.1))
    rest[
      random.pick([
        'name',
        'created',
        'id',
        'x_odd',
        'Odd Name',
        'revoked',
        'extensions',
        'granular_markings',
      ])
    ] = random.pick(oddities);
  else rest[key] = bent(random, value[key] ?? null, donor);
  return rest;
};

const wounded = (random: Random, text: string): string => {
  const at = random.below(text.length);
  return random.pick([
    () => text.slice(0, at),
    () =>
      text.slice(0, at) +
      random.pick(['"', '\\', '{', '}', '[', ',', ':', '\u0000', '\\ud800', '1e999', '"__proto__":1,']) +
      text.slice(at),
    () => text.slice(0, at) + text.slice(at + 1 + random.below(9)),
  ])();
};

/** A bundle of one to eight samples, mutated in up to four places, as text. A tenth are left unchanged. */
export const bundleTextOf = (random: Random, samples: readonly Json[]): string => {
  const objects = Array.from({ length: 1 + random.below(8) }, () => random.pick(samples));
  let bundle: Json = { type: 'bundle', id: `bundle--${random.uuid()}`, objects };
  for (let bends = random.chance(0.1) ? 0 : 1 + random.below(4); bends > 0; bends -= 1)
    bundle = bent(random, bundle, random.pick(samples));
  const text = JSON.stringify(bundle);
  return random.chance(0.05) ? wounded(random, text) : text;
};

export type { Json };
