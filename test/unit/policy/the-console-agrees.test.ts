// The console shows what the hub refuses as not allowed, and the rest as allowed: its roles are those of the policy.
import { expect, test } from '@jest/globals';
import { assertEnumType } from 'graphql';
import { ANSWERING, ASKED, grantedBy, OF_MACHINES } from '../../../src/console/app/roles.ts';
import { rulingsOn } from '../../../src/console/views/partnership/approvals/rulings.ts';
import { ROLES, type Role } from '../../../src/domain/member.ts';
import { openSchema } from '../../../src/graphql/schema.ts';
import { mayGrant, mayMachineHave, mayRole, type Verb } from '../../../src/policy/grants.ts';

/** In the words of the contract, which the console speaks. */
const nameOf = new Map<unknown, string>(
  assertEnumType(openSchema().getType('Role'))
    .getValues()
    .map(({ value, name }) => [value, name]),
);
const named = (isMeant: (role: Role) => boolean): string[] =>
  ROLES.filter(isMeant)
    .map((role) => nameOf.get(role) ?? role)
    .toSorted();
const withAny = (...verbs: Verb[]): string[] => named((role) => verbs.some((verb) => mayRole([role], verb)));

test('who answers', () => {
  expect(ANSWERING.toSorted()).toEqual(withAny('warning.acknowledge'));
});

const VERBS_OF: Record<keyof typeof ASKED, readonly [Verb, ...Verb[]][]> = {
  MEMBER: [['member.change']],
  HUB: [['member.administer'], ['community.create']],
  EITHER: [
    ['member.change', 'member.administer'],
    ['person.invite'],
    ['person.change'],
    ['person.deactivate'],
    ['person.list'],
    ['key.create'],
    ['key.list'],
    ['key.revoke'],
  ],
  JOIN: [['community.join']],
  MANAGE: [['community.manage', 'community.create']],
};

test.each(Object.entries(VERBS_OF))('who is asked for acts of administration: %s', (need, each) => {
  for (const verbs of each)
    expect([verbs, ASKED[need as keyof typeof ASKED].toSorted()]).toEqual([verbs, withAny(...verbs)]);
});

test('who grants which role, and which a machine can have', () => {
  for (const by of ROLES)
    expect([by, grantedBy([nameOf.get(by) as never]).toSorted()]).toEqual([
      by,
      named((role) => mayGrant([by], role)),
    ]);
  expect(OF_MACHINES.toSorted()).toEqual(named(mayMachineHave));
});

test('who reads a proposal is offered what the hub would take, and for others what it needs', () => {
  const expiresAt = '2026-06-01T12:00:00.000Z';
  const offered = (by: string, mayDecide: boolean, state: 'OPEN' | 'DONE' = 'OPEN', lateMs = -1) => {
    const now = Date.parse(expiresAt) + lateMs;
    const { offered: acts, mayDecide: may } = rulingsOn({ state, by, mayDecide, expiresAt }, 'a/me', now);
    return acts.map((each) => (each === 'withdraw' || may ? each : `${each}, disabled`));
  };
  expect(offered('a/other', true)).toEqual(['approve', 'refuse']);
  expect(offered('a/other', false)).toEqual(['approve, disabled', 'refuse, disabled']);
  expect(offered('a/me', false)).toEqual(['withdraw']);
  // The founder alone.
  expect(offered('a/me', true)).toEqual(['approve', 'withdraw']);
  expect(offered('a/me', true, 'DONE')).toEqual([]);
  // Its time is over, though the list was read before.
  expect(offered('a/other', true, 'OPEN', 0)).toEqual([]);
});
