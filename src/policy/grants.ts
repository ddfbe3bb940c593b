// The table of roles: what each role may do, which roles it may grant, and which markings it may hold (docs/decisions/0002,
// docs/decisions/0022).
// Who is addressed is decided in decide.ts.

import type { Scope } from '../domain/access/scopes.ts';
import type { EffectiveTlp } from '../domain/marking.ts';
import { type Actor, ROLES, type Role } from '../domain/member.ts';

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
  'person.invite',
  'person.change',
  'person.deactivate',
  'person.list',
  'community.create',
  'community.manage',
  'community.join',
  'key.create',
  'key.list',
  'key.revoke',
  'audit.hub',
  'audit.member',
  'audit.readers',
  'audit.own',
  'hold.list',
  'retention.change',
  'job.manage',
  'totals.read',
  'register.read',
  'recovery.of-last',
] as const;
export type Verb = (typeof VERBS)[number];

/** Completes "may not …", for a person. */
export const VERB_WORDS: Readonly<Record<Verb, string>> = {
  'warning.read': 'read warnings',
  'warning.acknowledge': 'answer warnings',
  'warning.publish': 'publish warnings',
  'warning.update': 'correct warnings',
  'warning.cancel': 'cancel warnings',
  'audience.preview': 'see who would receive a warning',
  'delivery.list': 'see who has received a warning',
  'practice.publish': 'publish practices',
  'practice.update': 'correct practices',
  'practice.withdraw': 'withdraw practices',
  'advisory.import': 'import advisories',
  'duplicate.review': 'review duplicates',
  'member.change': 'change the facts of its organisation',
  'member.administer': 'administer members',
  'person.invite': 'invite persons',
  'person.change': 'change persons',
  'person.deactivate': 'deactivate persons',
  'person.list': 'list the persons of its organisation',
  'community.create': 'create communities',
  'community.manage': 'manage communities',
  'community.join': 'join communities',
  'key.create': 'make keys for others',
  'key.list': 'list the keys of its organisation',
  'key.revoke': 'end keys of others',
  'audit.hub': 'read who administered the hub',
  'audit.member': 'read what concerns its organisation in the audit trail',
  'audit.readers': 'read which organisations opened its warnings',
  'audit.own': 'read its own acts',
  'hold.list': 'see legal holds',
  'retention.change': 'change how long what is kept',
  'job.manage': 'look after the work of the hub',
  'totals.read': 'read totals over all members',
  'register.read': 'read an exported register',
  'recovery.of-last': 'restore the last administrator of an organisation',
};

const EVERY_ROLE: readonly Role[] = ROLES;
const THOSE_WHO_ANSWER: readonly Role[] = [
  'analyst',
  'publisher',
  'approver',
  'manager',
  'contact',
  'integrator',
];
const THOSE_WHO_RUN_THE_HUB: readonly Role[] = ['hub-operator'];
const THOSE_WHO_PUBLISH: readonly Role[] = ['publisher', 'manager'];
const THOSE_WHO_FOLLOW_UP: readonly Role[] = ['publisher', 'approver', 'manager', 'analyst'];

const THOSE_WHO_RUN_A_MEMBER: readonly Role[] = ['member-admin'];
/** Of a community that their member manages. */
const THOSE_WHO_MANAGE: readonly Role[] = ['manager'];
/** For their member. */
const THOSE_WHO_JOIN: readonly Role[] = ['manager', 'member-admin'];
/** What needs two persons of content: who asks for it publishes, and another of the member approves. */
const THOSE_WHO_APPROVE: readonly Role[] = ['approver', 'manager'];
/** Legal holds: of a member, or of the hub. */
const THOSE_WHO_HOLD: readonly Role[] = ['hub-operator', 'member-admin', 'manager'];
/** A hub operator invites the first administrator of a member, and other hub operators. */
const THOSE_WHO_INVITE: readonly Role[] = ['member-admin', 'hub-operator'];

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
  'member.change': { roles: THOSE_WHO_RUN_A_MEMBER, ...ROLE_ALONE },
  'member.administer': { roles: THOSE_WHO_RUN_THE_HUB, ...ROLE_ALONE },
  'person.invite': { roles: THOSE_WHO_INVITE, ...ROLE_ALONE },
  'person.change': { roles: THOSE_WHO_INVITE, ...ROLE_ALONE },
  'person.deactivate': { roles: THOSE_WHO_INVITE, ...ROLE_ALONE },
  'person.list': { roles: THOSE_WHO_INVITE, ...ROLE_ALONE },
  'community.create': { roles: THOSE_WHO_RUN_THE_HUB, ...ROLE_ALONE },
  'community.manage': { roles: THOSE_WHO_MANAGE, ...ROLE_ALONE },
  'community.join': { roles: THOSE_WHO_JOIN, ...ROLE_ALONE },
  // of machines and screens; each person makes, lists and revokes its own
  'key.create': { roles: THOSE_WHO_INVITE, ...ROLE_ALONE },
  'key.list': { roles: THOSE_WHO_INVITE, ...ROLE_ALONE },
  'key.revoke': { roles: THOSE_WHO_INVITE, ...ROLE_ALONE },
  // views of the audit trail (audit-scope.ts)
  'audit.hub': { roles: THOSE_WHO_RUN_THE_HUB, ...ROLE_ALONE },
  'audit.member': { roles: THOSE_WHO_RUN_A_MEMBER, ...ROLE_ALONE },
  'audit.readers': { roles: THOSE_WHO_PUBLISH, ...PUBLISHING },
  'audit.own': { roles: EVERY_ROLE, ...ROLE_ALONE },
  'hold.list': { roles: THOSE_WHO_HOLD, ...ROLE_ALONE },
  'retention.change': { roles: THOSE_WHO_RUN_THE_HUB, ...ROLE_ALONE },
  'job.manage': { roles: THOSE_WHO_RUN_THE_HUB, ...ROLE_ALONE },
  'totals.read': { roles: THOSE_WHO_RUN_THE_HUB, ...ROLE_ALONE },
  'register.read': { roles: THOSE_WHO_RUN_THE_HUB, ...ROLE_ALONE },
  // whom two operators restore
  'recovery.of-last': { roles: THOSE_WHO_RUN_THE_HUB, ...ROLE_ALONE },
};

/** What needs two persons: who proposes it, and who approves what another proposed (two-persons.ts). */
export type ApprovalGrant = { readonly propose: readonly Role[]; readonly approve: readonly Role[] };
const BY_PUBLISHERS: ApprovalGrant = { propose: THOSE_WHO_PUBLISH, approve: THOSE_WHO_APPROVE };
const BY_OPERATORS: ApprovalGrant = { propose: THOSE_WHO_RUN_THE_HUB, approve: THOSE_WHO_RUN_THE_HUB };
const BY_HOLDERS: ApprovalGrant = { propose: THOSE_WHO_HOLD, approve: THOSE_WHO_HOLD };

export const APPROVALS = {
  ADMIT_MEMBER: BY_OPERATORS,
  WIDEN_MARKING: BY_PUBLISHERS,
  WIDEN_AUDIENCE: BY_PUBLISHERS,
  LOOSEN_HANDLING: BY_PUBLISHERS,
  PUBLISH_ESSENTIAL: BY_PUBLISHERS,
  CORRECT_ESSENTIAL: BY_PUBLISHERS,
  ADD_SECTOR_DEFINITION: BY_OPERATORS,
  ADD_STATE: BY_OPERATORS,
  EXPORT_REGISTER: BY_OPERATORS,
  RECOVER_LAST_ADMIN: BY_OPERATORS,
  PLACE_HOLD: BY_HOLDERS,
  LIFT_HOLD: BY_HOLDERS,
  SHORTEN_RETENTION: BY_OPERATORS,
  ALLOW_RANGE: BY_OPERATORS,
  WITHDRAW_RANGE: BY_OPERATORS,
} as const satisfies Readonly<Record<string, ApprovalGrant>>;
export type ApprovalKind = keyof typeof APPROVALS;

/** Whether one of the roles may do it. */
export const mayRole = (roles: readonly Role[], verb: Verb): boolean =>
  roles.some((role) => GRANTS[verb].roles.includes(role));

/** The scope that a key with scopes needs for each verb. */
const SCOPE_OF: Readonly<Record<Verb, Scope>> = {
  'warning.read': 'feed:read',
  'warning.acknowledge': 'warning:acknowledge',
  'warning.publish': 'warning:publish',
  'warning.update': 'warning:publish',
  'warning.cancel': 'warning:publish',
  'audience.preview': 'warning:publish',
  'delivery.list': 'delivery:read',
  'practice.publish': 'warning:publish',
  'practice.update': 'warning:publish',
  'practice.withdraw': 'warning:publish',
  'advisory.import': 'warning:publish',
  'duplicate.review': 'duplicate:review',
  'member.change': 'member:admin',
  'member.administer': 'member:admin',
  'person.invite': 'member:admin',
  'person.change': 'member:admin',
  'person.deactivate': 'member:admin',
  'person.list': 'member:admin',
  'community.create': 'hub:admin',
  'community.manage': 'community:manage',
  'community.join': 'community:manage',
  'key.create': 'member:admin',
  'key.list': 'member:admin',
  'key.revoke': 'member:admin',
  'audit.hub': 'audit:read',
  'audit.member': 'audit:read',
  'audit.readers': 'audit:read',
  'audit.own': 'audit:read',
  // of the hub: hub:admin (two-persons.ts)
  'hold.list': 'member:admin',
  'retention.change': 'hub:admin',
  'job.manage': 'hub:admin',
  'totals.read': 'metrics:read',
  'register.read': 'hub:admin',
  'recovery.of-last': 'hub:admin',
};

export const scopeFor = (verb: Verb): Scope => SCOPE_OF[verb];

/** Whether the scopes of its key leave this open; a key without scopes has no limits. */
export const mayKey = ({ scopes }: Pick<Actor, 'scopes'>, verb: Verb): boolean =>
  scopes === undefined || scopes.includes(SCOPE_OF[verb]);

/** Whether its roles and its key allow it; for verbs that need nothing else. */
export const mayHave = (actor: Pick<Actor, 'roles' | 'scopes'>, verb: Verb): boolean =>
  mayRole(actor.roles, verb) && mayKey(actor, verb);

const WITHIN_A_MEMBER: readonly Role[] = ROLES.filter((role) => role !== 'hub-operator');
const NONE: readonly Role[] = [];

/** Which roles each role may grant, and take: nobody grants what it has no power over (I13). */
const GRANTED_BY: Readonly<Record<Role, readonly Role[]>> = {
  reader: NONE,
  analyst: NONE,
  publisher: NONE,
  approver: NONE,
  manager: NONE,
  contact: NONE,
  integrator: NONE,
  'member-admin': WITHIN_A_MEMBER,
  'hub-operator': ['hub-operator'],
};

export const mayGrant = (roles: readonly Role[], role: Role): boolean =>
  roles.some((each) => GRANTED_BY[each].includes(role));

/** Whether it may change, deactivate or restore somebody with these roles: never somebody more privileged (I13). */
export const mayManage = (roles: readonly Role[], ofOther: readonly Role[]): boolean =>
  ofOther.every((role) => mayGrant(roles, role));

/** Machines read and acknowledge; what people decide is for persons. */
export const mayMachineHave = (role: Role): boolean =>
  role !== 'member-admin' && role !== 'approver' && role !== 'contact';

export const needsPublishingMember = (verb: Verb): boolean => GRANTS[verb].publishingMember;

export const needsOwnership = (verb: Verb): boolean => GRANTS[verb].ownership;

/** RED and UNKNOWN are for persons, never for machines; a hub operator reads CLEAR only. */
const mayRoleHold = (role: Role, isPerson: boolean, tlp: EffectiveTlp): boolean => {
  if (role === 'hub-operator') return tlp === 'CLEAR';
  if (tlp === 'RED' || tlp === 'UNKNOWN') return role !== 'integrator' && isPerson;
  return true;
};

type Holder = Pick<Actor, 'roles' | 'person' | 'isRedClosed' | 'scopes'>;

/** Whether one of its roles may hold it. After a recovery by others, what only persons get stays closed. */
export const mayHold = (holder: Holder, tlp: EffectiveTlp): boolean => {
  const isOpenPerson = holder.person !== null && holder.isRedClosed !== true;
  return mayKey(holder, 'warning.read') && holder.roles.some((role) => mayRoleHold(role, isOpenPerson, tlp));
};

/** Totals over all members reveal what one may not see (I5), so only the hub operator gets them. */
export const maySeeTotals = (actor: Pick<Actor, 'roles' | 'scopes'>): boolean =>
  mayHave(actor, 'totals.read');
