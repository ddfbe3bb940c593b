// What the buttons take from the table of roles (docs/roles.generated.md), for the view of each. The hub decides, by its own
// table; `test/unit/policy/the-console-agrees.test.ts` compares the two.
import type { Role } from '../operations/graphql.generated.ts';

export const ANSWERING: readonly Role[] = [
  'ANALYST',
  'PUBLISHER',
  'APPROVER',
  'MANAGER',
  'CONTACT',
  'INTEGRATOR',
];

/** Whom the hub asks for an act of administration at all. */
export const ASKED = {
  MEMBER: ['MEMBER_ADMIN'],
  HUB: ['HUB_OPERATOR'],
  EITHER: ['MEMBER_ADMIN', 'HUB_OPERATOR'],
  JOIN: ['MANAGER', 'MEMBER_ADMIN'],
  MANAGE: ['MANAGER', 'HUB_OPERATOR'],
} as const satisfies Record<string, readonly Role[]>;

const WITHIN_A_MEMBER: readonly Role[] = [
  'READER',
  'ANALYST',
  'PUBLISHER',
  'APPROVER',
  'MANAGER',
  'CONTACT',
  'MEMBER_ADMIN',
  'INTEGRATOR',
];

export const ROLES: readonly Role[] = [...WITHIN_A_MEMBER, 'HUB_OPERATOR'];

/** Roles that somebody with these may grant and take. */
export const grantedBy = (roles: readonly Role[]): readonly Role[] => [
  ...(roles.includes('MEMBER_ADMIN') ? WITHIN_A_MEMBER : []),
  ...(roles.includes('HUB_OPERATOR') ? (['HUB_OPERATOR'] as const) : []),
];

/** Roles that a machine can have, such as one that reads the metrics. */
export const OF_MACHINES: readonly Role[] = [
  'READER',
  'ANALYST',
  'PUBLISHER',
  'MANAGER',
  'INTEGRATOR',
  'HUB_OPERATOR',
];
