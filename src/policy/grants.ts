// The table of roles: which role may do what, and which role may hold which marking (docs/decisions/0002).
// Nothing here asks who is addressed; that is decide.ts.
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
const THOSE_WHO_PUBLISH: readonly Role[] = ['publisher', 'manager'];
const THOSE_WHO_FOLLOW_UP: readonly Role[] = ['publisher', 'approver', 'manager', 'analyst'];

const GRANTS: Readonly<Record<Verb, readonly Role[]>> = {
  'warning.read': EVERY_ROLE,
  'warning.acknowledge': THOSE_WHO_ANSWER,
  'warning.publish': THOSE_WHO_PUBLISH,
  'warning.update': THOSE_WHO_PUBLISH,
  'warning.cancel': THOSE_WHO_PUBLISH,
  'audience.preview': THOSE_WHO_PUBLISH,
  'delivery.list': THOSE_WHO_FOLLOW_UP,
  'practice.publish': THOSE_WHO_PUBLISH,
  'practice.update': THOSE_WHO_PUBLISH,
  'practice.withdraw': THOSE_WHO_PUBLISH,
  'advisory.import': THOSE_WHO_PUBLISH,
  'duplicate.review': THOSE_WHO_PUBLISH,
};

/** These also need a member that may publish. */
const NEEDS_PUBLISHING_MEMBER: readonly Verb[] = [
  'warning.publish',
  'warning.update',
  'warning.cancel',
  'audience.preview',
  'practice.publish',
  'practice.update',
  'practice.withdraw',
  'advisory.import',
  'duplicate.review',
];

/** These also need that the actor's member is the publisher of the thing. */
const NEEDS_OWNERSHIP: readonly Verb[] = [
  'warning.update',
  'warning.cancel',
  'practice.update',
  'practice.withdraw',
  'delivery.list',
];

export const mayRole = (role: Role, verb: Verb): boolean => GRANTS[verb].includes(role);

export const needsPublishingMember = (verb: Verb): boolean => NEEDS_PUBLISHING_MEMBER.includes(verb);

export const needsOwnership = (verb: Verb): boolean => NEEDS_OWNERSHIP.includes(verb);

/** RED, and what may be as strict or stricter, is for persons, never for machines; who runs the hub reads CLEAR only. */
export const mayRoleHold = (role: Role, person: string | null, tlp: EffectiveTlp): boolean => {
  if (role === 'hub-operator') return tlp === 'CLEAR';
  if (tlp === 'RED' || tlp === 'UNKNOWN') return role !== 'integrator' && person !== null;
  return true;
};

/** Totals over all members tell of what one may not see (I5): they are for who runs the hub. */
export const mayRoleSeeTotals = (role: Role): boolean => role === 'hub-operator';
