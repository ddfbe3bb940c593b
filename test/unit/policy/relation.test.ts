// The table of decision 0002, cell by cell: which relation each marking allows.
import { expect, test } from '@jest/globals';
import { TLP_LEVELS } from '../../../src/domain/marking.ts';
import { doesMarkingAllow } from '../../../src/policy/relation.ts';

const RELATIONS = ['OWN', 'DIRECT', 'CLIENT', 'DEPENDENCY'] as const;

test('which relation each marking allows', () => {
  const allowed = [...TLP_LEVELS, 'UNKNOWN' as const].map((tlp) => [
    tlp,
    RELATIONS.filter((relation) => doesMarkingAllow(tlp, relation)).join(' '),
  ]);
  expect(Object.fromEntries(allowed)).toEqual({
    CLEAR: 'OWN DIRECT CLIENT DEPENDENCY',
    GREEN: 'OWN DIRECT CLIENT DEPENDENCY',
    AMBER: 'OWN DIRECT CLIENT',
    'AMBER+STRICT': 'OWN DIRECT',
    RED: 'OWN DIRECT',
    UNKNOWN: 'OWN',
  });
});
