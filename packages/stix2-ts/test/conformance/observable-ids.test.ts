// Compares ids of observables from real feeds with those of the OASIS library.
import { expect, test } from '@jest/globals';
import { observableIdentifier } from 'stix2-ts/identifier';
import { readCases } from './cases.ts';
import { idDisagreements } from './disagreements.ts';

type Case = { object: { type: string }; id: string | null; id_found: string };

test('every observable gets the same id as in stix2, except for rewritten timestamps', () => {
  const cases = readCases<Case>('observables.json');
  const others = cases.filter((one) => observableIdentifier(one.object) !== one.id);
  expect(others.map((one) => one.id_found)).toEqual(Object.keys(idDisagreements));
  for (const one of others) expect(observableIdentifier(one.object)).toBe(one.id_found);
  expect(cases).toHaveLength(114);
});
