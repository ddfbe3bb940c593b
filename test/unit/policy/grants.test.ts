// The table of roles repeated by hand, so that a change of one cell must be deliberate.
import { describe, expect, test } from '@jest/globals';
import { ROLES } from '../../../src/domain/member.ts';
import { mayRole, mayRoleHold, VERBS } from '../../../src/policy/grants.ts';

const rolesThatMay = (verb: (typeof VERBS)[number]): string =>
  ROLES.filter((role) => mayRole(role, verb)).join(' ');

describe('which role may do what', () => {
  test('reading is open to every role', () => {
    expect(rolesThatMay('warning.read')).toBe(ROLES.join(' '));
  });
  test('acknowledging is for roles that answer', () => {
    expect(rolesThatMay('warning.acknowledge')).toBe('analyst publisher approver manager contact integrator');
  });
  test('what is published, corrected, cancelled, previewed or imported needs publisher or manager', () => {
    const listed = ['warning.read', 'warning.acknowledge', 'delivery.list'];
    for (const verb of VERBS.filter((each) => !listed.includes(each))) {
      expect([verb, rolesThatMay(verb)]).toEqual([verb, 'publisher manager']);
    }
  });
  test('deliveries are shown to roles that follow up', () => {
    expect(rolesThatMay('delivery.list')).toBe('analyst publisher approver manager');
  });
});

describe('which role may hold which marking', () => {
  test('RED is for persons', () => {
    expect(mayRoleHold('analyst', 'a/ann', 'RED')).toBe(true);
    expect(mayRoleHold('analyst', null, 'RED')).toBe(false);
    expect(mayRoleHold('integrator', 'a/ann', 'RED')).toBe(false);
    expect(mayRoleHold('integrator', null, 'AMBER+STRICT')).toBe(true);
  });
  test('an unknown marking may be RED or stricter', () => {
    expect(mayRoleHold('analyst', 'a/ann', 'UNKNOWN')).toBe(true);
    expect(mayRoleHold('analyst', null, 'UNKNOWN')).toBe(false);
    expect(mayRoleHold('integrator', 'a/ann', 'UNKNOWN')).toBe(false);
  });
  test('hub-operator holds CLEAR only', () => {
    expect(mayRoleHold('hub-operator', 'a/ann', 'CLEAR')).toBe(true);
    for (const tlp of ['GREEN', 'AMBER', 'AMBER+STRICT', 'RED', 'UNKNOWN'] as const) {
      expect(mayRoleHold('hub-operator', 'a/ann', tlp)).toBe(false);
    }
  });
});
