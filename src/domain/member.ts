// A member is an organisation of the partnership; a person acts for it; a key admits a person or a machine.
import type { ActWay } from './record/act-line.ts';

export const MEMBER_KINDS = [
  'AGENCY',
  'CSIRT',
  'OPERATOR',
  'SHARING_CENTRE',
  'STATE_CONTACT',
  'HUB',
] as const;
export type MemberKind = (typeof MEMBER_KINDS)[number];

export const ROLES = [
  'reader',
  'analyst',
  'publisher',
  'approver',
  'manager',
  'contact',
  'member-admin',
  'integrator',
  'hub-operator',
] as const;
export type Role = (typeof ROLES)[number];

/**
 * The facts of a member that policy and targeting need.
 * `sectors` are ids of the hub's scheme, `countries` ISO 3166-1 alpha-2 (user-assigned codes allowed),
 * `clients` the ids of members declared as its clients in the sense of TLP:AMBER.
 */
export type Member = {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly kind: MemberKind;
  readonly country: string;
  readonly countries: readonly string[];
  readonly sectors: readonly string[];
  readonly communities: readonly string[];
  readonly clients: readonly string[];
  readonly mayPublish: boolean;
  readonly optsOutOfCascade: boolean;
  readonly isActive: boolean;
  /** Unlisted: absent for every other member but those that `isListedTo` (policy/naming.ts) names. Absent means listed. */
  readonly isUnlisted?: boolean;
  /** Ids of members to whom it is listed although it is unlisted. */
  readonly listedTo?: readonly string[];
  /** Id of this member's STIX identity object. */
  readonly identity: string;
};

/** How an actor was let in, for the audit trail. */
export type Via = {
  readonly way: ActWay;
  /** The network that the request came from, never the address; null where the hub cannot know it. */
  readonly range: string | null;
};

/**
 * Who is asking. `person` is `<member slug>/<name>`, null for a machine.
 * `providers` are the members that declare this member as a client (TLP:AMBER).
 */
export type Actor = {
  readonly member: Member;
  readonly role: Role;
  readonly person: string | null;
  readonly key: string;
  readonly providers: readonly Member[];
  /** Absent where the hub acts in somebody's name. */
  readonly via?: Via;
};
