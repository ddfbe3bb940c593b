// Who may reverse a ruling: its maker, or a manager of the maker's member, in every combination.
import { expect, test } from '@jest/globals';
import { ROLES } from '../../../src/domain/member.ts';
import { makerOf, mayReverse } from '../../../src/policy/ruling.ts';
import { CAST } from '../../support/cast.ts';

const actor = (
  name: 'cyberAgency' | 'xbCsirt',
  role: (typeof ROLES)[number],
  person: string | null,
  key: string,
) => ({
  member: CAST[name],
  roles: [role],
  person,
  key,
  providers: [],
});

test('the maker and the managers of its member, nobody else', () => {
  const ruling = { decidedBy: CAST.cyberAgency.id, maker: 'cyber-agency/ann' };
  for (const role of ROLES) {
    expect([role, mayReverse(actor('cyberAgency', role, 'cyber-agency/ann', 'k'), ruling)]).toEqual([
      role,
      true,
    ]);
    const isManager = role === 'manager';
    expect([role, mayReverse(actor('cyberAgency', role, 'cyber-agency/bo', 'k'), ruling)]).toEqual([
      role,
      isManager,
    ]);
    expect([role, mayReverse(actor('xbCsirt', role, 'xb-csirt/ann', 'k'), ruling)]).toEqual([role, false]);
    // The name of a maker says nothing in another member.
    expect([role, mayReverse(actor('xbCsirt', role, 'cyber-agency/ann', 'k'), ruling)]).toEqual([
      role,
      false,
    ]);
  }
});

test('a machine is known by its key; an older ruling without a maker is left to managers', () => {
  const machine = actor('cyberAgency', 'publisher', null, 'key-1');
  expect(makerOf(machine)).toBe('key-1');
  const ruling = { decidedBy: CAST.cyberAgency.id, maker: 'key-1' };
  expect(mayReverse(machine, ruling)).toBe(true);
  expect(mayReverse(actor('cyberAgency', 'publisher', null, 'key-2'), ruling)).toBe(false);
  const older = { decidedBy: CAST.cyberAgency.id };
  expect(mayReverse(machine, older)).toBe(false);
  expect(mayReverse(actor('cyberAgency', 'manager', null, 'key-2'), older)).toBe(true);
  expect(mayReverse(actor('xbCsirt', 'manager', null, 'key-2'), older)).toBe(false);
});
