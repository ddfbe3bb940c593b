// Operators of the hub see who administers what, and of warnings neither who reads them nor what becomes of them.
import { expect, test } from '@jest/globals';
import { ACT_EVENTS } from '../../../src/domain/record/act-events.ts';
import { auditEvents, auditViewOf } from '../../../src/policy/audit-scope.ts';
import { CAST } from '../../support/cast.ts';

const operator = {
  key: 'key',
  member: CAST.cyberAgency,
  providers: [],
  roles: ['hub-operator' as const],
  person: 'cyber-agency/ann',
};
const lineOf = (event: (typeof ACT_EVENTS)[number]) => ({
  event,
  byMember: CAST.northGrid.id,
  byPerson: 'north-grid/bo',
  byKey: 'another',
  members: [CAST.northGrid.id],
});

test('no line about a warning is shown to an operator of the hub, and every other one is', () => {
  const hidden = ACT_EVENTS.filter((event) => auditViewOf(operator, lineOf(event)) === null);
  expect(hidden).toEqual(
    expect.arrayContaining(['warning.recalled', 'warning.reminded', 'warning.narrowed']),
  );
  expect(hidden).toEqual(ACT_EVENTS.filter((event) => event.startsWith('warning.')));
  expect(auditEvents('HUB')).toEqual(ACT_EVENTS.filter((event) => !hidden.includes(event)));
});
