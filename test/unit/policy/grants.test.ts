// The table of roles repeated by hand, so that a change of one cell must be deliberate.
import { describe, expect, test } from '@jest/globals';
import type { EffectiveTlp } from '../../../src/domain/marking.ts';
import { ROLES, type Role } from '../../../src/domain/member.ts';
import {
  mayHold,
  mayRole,
  needsOwnership,
  needsPublishingMember,
  VERBS,
  type Verb,
} from '../../../src/policy/grants.ts';

const PUBLISHERS = 'publisher manager';

/** The roles of each verb, whether its member must be one that may publish, and whether it must own the item. */
const TABLE: Readonly<Record<Verb, readonly [roles: string, publishingMember: boolean, ownership: boolean]>> =
  {
    'warning.read': [ROLES.join(' '), false, false],
    'warning.acknowledge': ['analyst publisher approver manager contact integrator', false, false],
    'warning.publish': [PUBLISHERS, true, false],
    'warning.update': [PUBLISHERS, true, true],
    'warning.cancel': [PUBLISHERS, true, true],
    'audience.preview': [PUBLISHERS, true, false],
    'delivery.list': ['analyst publisher approver manager', false, true],
    'practice.publish': [PUBLISHERS, true, false],
    'practice.update': [PUBLISHERS, true, true],
    'practice.withdraw': [PUBLISHERS, true, true],
    'advisory.import': [PUBLISHERS, true, false],
    'duplicate.review': [PUBLISHERS, true, false],
    'member.change': ['member-admin', false, false],
    'member.administer': ['hub-operator', false, false],
    'person.invite': ['member-admin hub-operator', false, false],
    'person.change': ['member-admin hub-operator', false, false],
    'person.deactivate': ['member-admin hub-operator', false, false],
    'person.list': ['member-admin hub-operator', false, false],
    'community.create': ['hub-operator', false, false],
    'community.manage': ['manager', false, false],
    'community.join': ['manager member-admin', false, false],
    'key.create': ['member-admin hub-operator', false, false],
    'key.list': ['member-admin hub-operator', false, false],
    'key.revoke': ['member-admin hub-operator', false, false],
    'audit.hub': ['hub-operator', false, false],
    'audit.member': ['member-admin', false, false],
    'audit.readers': [PUBLISHERS, true, false],
    'audit.own': [ROLES.join(' '), false, false],
    'hold.list': ['hub-operator member-admin manager', false, false],
    'retention.change': ['hub-operator', false, false],
    'job.manage': ['hub-operator', false, false],
    'totals.read': ['hub-operator', false, false],
    'register.read': ['hub-operator', false, false],
    'recovery.of-last': ['hub-operator', false, false],
  };

describe('which role may do what', () => {
  test.each(VERBS)('%s', (verb) => {
    const [roles, publishingMember, ownership] = TABLE[verb];
    const those = ROLES.filter((role) => mayRole([role], verb));
    expect(new Set(those)).toEqual(new Set(roles.split(' ')));
    expect([needsPublishingMember(verb), needsOwnership(verb)]).toEqual([publishingMember, ownership]);
  });
});

const mayRoleHold = (role: Role, person: string | null, tlp: EffectiveTlp): boolean =>
  mayHold({ roles: [role], person }, tlp);

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
