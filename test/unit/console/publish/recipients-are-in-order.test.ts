// Who would have a warning: whom the audience addresses, then whom it reaches through others, the sooner the further on top.
import { expect, test } from '@jest/globals';
import { groupsOf } from '../../../../src/console/views/publish/audience/recipient-groups.ts';

const reason = { rule: '', grade: null, path: null, hoursToEffect: null } as const;
const row = (
  name: string,
  kind: 'DIRECT' | 'DEPENDENCY' | 'CLIENT',
  hoursToEffect: number | null = null,
) => ({
  member: { slug: name, name, country: 'XA', kind: 'OPERATOR' as const },
  reason: { ...reason, kind, hoursToEffect },
});

test('addressed ones first by name, then those that depend on it by when they feel it, then clients', () => {
  const groups = groupsOf([
    row('Zinc', 'DEPENDENCY', 40),
    row('Bank', 'CLIENT'),
    row('Well', 'DIRECT'),
    row('Yard', 'DEPENDENCY', 1),
    row('Ahorn', 'DIRECT'),
    row('Quay', 'DEPENDENCY'),
  ]);
  expect(groups.map(({ kind, of }) => [kind, of.map(({ member }) => member.name)])).toEqual([
    ['DIRECT', ['Ahorn', 'Well']],
    ['DEPENDENCY', ['Yard', 'Zinc', 'Quay']],
    ['CLIENT', ['Bank']],
  ]);
});
