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

/** These also require that the actor's member is the publisher. */
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

/** RED and UNKNOWN are for persons, never for machines; a hub operator reads CLEAR only. */
export const mayRoleHold = (role: Role, person: string | null, tlp: EffectiveTlp): boolean => {
  if (role === 'hub-operator') return tlp === 'CLEAR';
  if (tlp === 'RED' || tlp === 'UNKNOWN') return role !== 'integrator' && person !== null;
  return true;
};

/** Totals over all members reveal what one may not see (I5), so only the hub operator gets them. */
export const mayRoleSeeTotals = (role: Role): boolean => role === 'hub-operator';
