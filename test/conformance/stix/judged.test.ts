// The small form of `npm run judge`: recorded answers of the outside judges, and a few hundred bundles mutated by this
// run's seed, with one bomb of each kind.
import { expect, test } from '@jest/globals';
import { observableIdentifier } from 'stix2-ts/identifier';
import { parsePattern } from 'stix2-ts/pattern';
import { readCases } from '../../../packages/stix2-ts/test/conformance/cases.ts';
import { bombOf } from '../../judge/bombs.ts';
import { bundleTextOf, type Json } from '../../judge/bundles.ts';
import { listingOf } from '../../judge/listed.ts';
import { fateOf } from '../../judge/survival.ts';
import { randomOf } from '../../support/random.ts';
import { seed } from '../../support/seed.ts';

test('300 generated observables have the ids that stix2 gave them', () => {
  const cases = readCases<{ object: { type: string }; id: string | null }>('judged-observables.json');
  expect(cases.filter(({ object, id }) => observableIdentifier(object) !== id)).toEqual([]);
  expect(cases).toHaveLength(300);
});

test('600 fuzzed patterns are valid or not as stix2-patterns says, except where the standard decides otherwise', () => {
  const cases = readCases<{ pattern: string; judge: string | null }>('judged-patterns.json');
  const others = cases.filter(({ pattern, judge }) => {
    const reading = parsePattern(pattern);
    if (reading.ok === (judge === null)) return false;
    return listingOf({ pattern, judge, own: reading.ok ? null : reading }) === null;
  });
  expect(others).toEqual([]);
  expect(cases.filter(({ judge }) => judge === null).length).toBeGreaterThan(150);
  expect(cases).toHaveLength(600);
});

test('400 mutated bundles and a bomb of every kind: none crashes, and accepted ones read back the same', async () => {
  const samples = readCases<{ must_valid: boolean; object?: Json }>('stix-2.1-cases.json').flatMap(
    ({ must_valid, object }) =>
      must_valid && typeof object === 'object' && object !== null && !Array.isArray(object) ? [object] : [],
  );
  const random = randomOf(seed());
  const outcomes = new Set<string>();
  for (let turn = 0; turn < 400; turn += 1) {
    outcomes.add((await fateOf(bundleTextOf(random, samples))).outcome);
  }
  expect([...outcomes].sort()).toEqual(['accepted', 'refused', 'unreadable']);
  const kinds = new Set<string>();
  for (let turn = 0; turn < 40; turn += 1) {
    const { kind, text } = bombOf(random, turn);
    kinds.add(kind);
    await fateOf(text);
  }
  expect(kinds.size).toBeGreaterThan(35);
});
