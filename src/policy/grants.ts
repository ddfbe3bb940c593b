// The table of roles: what each role may do, and which markings it may hold (docs/decisions/0002).
// Who is addressed is decided in decide.ts.
import type { EffectiveTlp } from '../domain/marking.ts';
import { ROLES, type Role } from '../domain/member.ts';

export const VERBS = [
  'warning.read',
  'warning.acknowledge',
  'warning.publish',
  'warning.update',
  'warning.cancel',
  'audience.preview',
  'delivery.list',
  'practice.publish',
  'practice.update',
  'practice.withdraw',
  'advisory.import',
  'duplicate.review',
  'member.change',
  'member.administer',
] as const;
export type Verb = (typeof VERBS)[number];

const EVERY_ROLE: readonly Role[] = ROLES;
const THOSE_WHO_ANSWER: readonly Role[] = [
  'analyst',
  'publisher',
  'approver',
  'manager',
  'contact',
  'integrator',
];
/** The facts of their own member. */
const THOSE_WHO_KEEP_THE_MEMBER: readonly Role[] = ['member-admin'];
const THOSE_WHO_RUN_THE_HUB: readonly Role[] = ['hub-operator'];
const THOSE_WHO_PUBLISH: readonly Role[] = ['publisher', 'manager'];
const THOSE_WHO_FOLLOW_UP: readonly Role[] = ['publisher', 'approver', 'manager', 'analyst'];

/** What a verb needs besides its role: a member that may publish, and that this member is the publisher of the item. */
type Needs = { readonly publishingMember: boolean; readonly ownership: boolean };
type Grant = Needs & { readonly roles: readonly Role[] };

const ROLE_ALONE: Needs = { publishingMember: false, ownership: false };
const PUBLISHING: Needs = { publishingMember: true, ownership: false };
const PUBLISHING_OWN: Needs = { publishingMember: true, ownership: true };
const OWN: Needs = { publishingMember: false, ownership: true };

const GRANTS: Readonly<Record<Verb, Grant>> = {
  'warning.read': { roles: EVERY_ROLE, ...ROLE_ALONE },
  'warning.acknowledge': { roles: THOSE_WHO_ANSWER, ...ROLE_ALONE },
  'warning.publish': { roles: THOSE_WHO_PUBLISH, ...PUBLISHING },
  'warning.update': { roles: THOSE_WHO_PUBLISH, ...PUBLISHING_OWN },
  'warning.cancel': { roles: THOSE_WHO_PUBLISH, ...PUBLISHING_OWN },
  'audience.preview': { roles: THOSE_WHO_PUBLISH, ...PUBLISHING },
  'delivery.list': { roles: THOSE_WHO_FOLLOW_UP, ...OWN },
  'practice.publish': { roles: THOSE_WHO_PUBLISH, ...PUBLISHING },
  'practice.update': { roles: THOSE_WHO_PUBLISH, ...PUBLISHING_OWN },
  'practice.withdraw': { roles: THOSE_WHO_PUBLISH, ...PUBLISHING_OWN },
  'advisory.import': { roles: THOSE_WHO_PUBLISH, ...PUBLISHING },
  'duplicate.review': { roles: THOSE_WHO_PUBLISH, ...PUBLISHING },
  'member.change': { roles: THOSE_WHO_KEEP_THE_MEMBER, ...ROLE_ALONE },
  'member.administer': { roles: THOSE_WHO_RUN_THE_HUB, ...ROLE_ALONE },
};

export const mayRole = (role: Role, verb: Verb): boolean => GRANTS[verb].roles.includes(role);

export const needsPublishingMember = (verb: Verb): boolean => GRANTS[verb].publishingMember;

export const needsOwnership = (verb: Verb): boolean => GRANTS[verb].ownership;

/** RED and UNKNOWN are for persons, never for machines; a hub operator reads CLEAR only. */
export const mayRoleHold = (role: Role, person: string | null, tlp: EffectiveTlp): boolean => {
  if (role === 'hub-operator') return tlp === 'CLEAR';
  if (tlp === 'RED' || tlp === 'UNKNOWN') return role !== 'integrator' && person !== null;
  return true;
};

/** Totals over all members reveal what one may not see (I5), so only the hub operator gets them. */
export const mayRoleSeeTotals = (role: Role): boolean => role === 'hub-operator';
