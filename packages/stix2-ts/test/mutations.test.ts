// Any input gives findings: distorted objects never make validation throw, and every finding has the same shape.
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { entityKey } from '../src/entity/entity-key.ts';
import { readMarkings } from '../src/marking/read-markings.ts';
import { referencesOf } from '../src/references.ts';
import { validateBundle, validateObject } from '../src/validate.ts';
import { readCases } from './conformance/cases.ts';
import { seed } from './support/seed.ts';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const samples = readCases<{ object?: Json; text?: string }>('stix-2.1-cases.json').flatMap(({ object }) =>
  typeof object === 'object' && object !== null ? [object] : [],
);

const oddities: Json[] = [
  null,
  true,
  -1,
  1e308,
  '',
  '\ud800',
  'x'.repeat(300),
  [],
  {},
  [[]],
  [null],
  { a: null },
  '__proto__',
  'marking-definition--',
  '2024-02-30T00:00:00.000Z',
  { type: 'bundle' },
];

/** Inserts an odd value at a place chosen by the numbers, deletes the place, or swaps two. */
function bent(value: Json, path: readonly number[], odd: Json): Json {
  const [step = 0, ...rest] = path;
  if (typeof value !== 'object' || value === null || path.length === 0) return odd;
  if (Array.isArray(value)) {
    const at = value.length === 0 ? 0 : step % value.length;
    return value.length === 0 ? [odd] : value.with(at, bent(value[at] ?? null, rest, odd));
  }
  const keys = Object.keys(value);
  const key = keys[step % Math.max(keys.length, 1)] ?? 'x';
  return { ...value, [key]: bent(value[key] ?? null, rest, odd) };
}

const bending = fc.record({
  sample: fc.constantFrom(...samples),
  bends: fc.array(
    fc.record({
      path: fc.array(fc.nat(40), { minLength: 1, maxLength: 5 }),
      odd: fc.constantFrom(...oddities),
    }),
    { minLength: 1, maxLength: 4 },
  ),
});

function checkAll(object: unknown): void {
  const findings = [...validateObject(object), ...validateBundle(object).findings];
  findings.push(...validateBundle({ type: 'bundle', id: 'x', objects: [object, object] }).findings);
  for (const finding of findings) {
    expect(finding.code).toMatch(/^[A-Z][A-Z0-9_]+$/);
    expect(finding.path).toMatch(/^\$/);
    expect(finding.section).toMatch(/^\d/);
    expect(finding.message.length).toBeLessThan(700);
  }
  entityKey(object);
  referencesOf(object);
  readMarkings(object);
}

test('two thousand distorted objects', () => {
  fc.assert(
    fc.property(bending, ({ sample, bends }) =>
      checkAll(bends.reduce<Json>((value, { path, odd }) => bent(value, path, odd), sample)),
    ),
    { seed: seed(), numRuns: 2_000 },
  );
});

test('arbitrary JSON', () => {
  fc.assert(fc.property(fc.jsonValue(), checkAll), { seed: seed(), numRuns: 1_000 });
});

test('cycles and chains of five thousand markings, and as many versions of one object', () => {
  const uuid = (at: number) => `${at.toString(16).padStart(8, '0')}-1111-4111-8111-111111111111`;
  const count = 5_000;
  const chain = (last: object) =>
    Array.from({ length: count }, (_, at) => ({
      type: 'marking-definition',
      spec_version: '2.1',
      id: `marking-definition--${uuid(at)}`,
      created: '2024-01-01T00:00:00.000Z',
      definition_type: 'statement',
      definition: { statement: 's' },
      ...(at === count - 1 ? last : { object_marking_refs: [`marking-definition--${uuid(at + 1)}`] }),
    }));
  const bundle = (objects: unknown[]) => ({ type: 'bundle', id: `bundle--${uuid(1)}`, objects });
  expect(validateBundle(bundle(chain({}))).findings).toEqual([]);
  const alert = validateBundle(bundle(chain({ object_marking_refs: [`marking-definition--${uuid(0)}`] })));
  expect(alert.findings).toHaveLength(100);
  const versions = Array.from({ length: count }, (_, at) => ({
    type: 'tool',
    spec_version: '2.1',
    id: `tool--${uuid(1)}`,
    created: '2024-01-01T00:00:00.000Z',
    modified: `2024-01-01T00:00:00.${String(at).padStart(4, '0')}Z`,
    name: 'x',
  }));
  expect(validateBundle(bundle(versions)).findings).toEqual([]);
});
