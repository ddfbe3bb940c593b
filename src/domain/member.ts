// A member is an organisation of the partnership; a person acts for it; a key admits a person or a machine.

import type { Scope } from './access/scopes.ts';
import type { MemberIdentifier } from './partnership/member-facts.ts';
import type { Absence, Standing } from './partnership/standing.ts';
import type { ActWay } from './record/act-line.ts';

export const MEMBER_KINDS = [
  'AGENCY',
  'NATIONAL_CSIRT',
  'SECTOR_CSIRT',
  'SHARING_CENTRE',
  'OPERATOR',
  'TECHNICAL_PARTNER',
  'REGULATOR',
  'LAW_ENFORCEMENT',
  'RESEARCH',
  'CIVIL_SOCIETY',
  'STATE_CONTACT',
  'HUB',
] as const;
export type MemberKind = (typeof MEMBER_KINDS)[number];

/** Kinds as audiences and stored versions name them: CSIRT, which is deprecated, stands for both kinds of CSIRT. */
export const KIND_NAMES = [...MEMBER_KINDS, 'CSIRT'] as const;
export type KindName = (typeof KIND_NAMES)[number];

export const isOfKind = ({ kind }: { readonly kind: MemberKind }, name: KindName): boolean =>
  name === kind || (name === 'CSIRT' && (kind === 'NATIONAL_CSIRT' || kind === 'SECTOR_CSIRT'));

/** Regulators and law enforcement are reached only by kind, by name, or through a community that admits them. */
const AUTHORITY_KINDS: readonly MemberKind[] = ['REGULATOR', 'LAW_ENFORCEMENT'];

export const isAuthority = ({ kind }: { readonly kind: MemberKind }): boolean =>
  AUTHORITY_KINDS.includes(kind);

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
  /** Of communities that do not open their history (by slug): the member reads what was issued from here on. */
  readonly communitiesSince?: Readonly<Record<string, Date>> | null;
  readonly clients: readonly string[];
  /** Whether it said last that it has no clients: then none is hidden from it, and saying it again changes nothing. */
  readonly hasNoClients?: boolean;
  readonly mayPublish: boolean;
  readonly optsOutOfCascade: boolean;
  /** Derived from its standing, and stored beside it for hubs of the release before. */
  readonly isActive: boolean;
  readonly standing: Standing;
  /** It reads what was issued from here on; absent where it reads everything: from the beginning of the hub. */
  readonly joinedAt?: Date | null;
  /** When its facts were last attested; absent where nobody is asked. */
  readonly attestedAt?: Date | null;
  /** The last reminder of the next attestation: days before it is due; 0 when it was overdue. */
  readonly remindedDays?: number | null;
  /** Set while it is suspended or has left. */
  readonly absence?: Absence | null;
  /** When its probation began; null or absent where it has none. */
  readonly probationSince?: Date | null;
  /** By the policy with which it began; a later one changes nothing of it. */
  readonly probationEndsAt?: Date | null;
  /** What was issued since then is decided anew for it; the workers do so, and take it away. */
  readonly decideFrom?: Date | null;
  /** When that was said last: it returned, or a cap on what it holds ended. */
  readonly returnedAt?: Date | null;
  /** What was issued since then was decided anew while it was capped, and is once more when it is not. */
  readonly cappedSince?: Date | null;
  /** Unlisted: absent for every other member but those that `isListedTo` (policy/naming.ts) names. Absent means listed. */
  readonly isUnlisted?: boolean;
  /** Ids of members to whom it is listed although it is unlisted. */
  readonly listedTo?: readonly string[];
  /** Id of this member's STIX identity object. */
  readonly identity: string;
} & MemberDescription;

/** What people know a member by. Policy looks at none of it; each is absent where nobody has said it. */
export type MemberDescription = {
  /** Its name in Latin letters, where its own script is another. */
  readonly latinName?: string | null;
  readonly identifiers?: readonly MemberIdentifier[];
  readonly website?: string | null;
  /** BCP 47, most wanted first. */
  readonly languages?: readonly string[];
  /** IANA. */
  readonly timeZone?: string | null;
};

/** What the other members are told of one, and it of them; ids of members, slugs of communities. */
export type Disclosure = {
  readonly isListedTo: (onlooker: string) => boolean;
  readonly isRollShownTo: (slug: string, onlooker: string) => boolean;
  readonly isToldOf: (member: Member) => boolean;
};

/** How an actor was let in, for the audit trail. */
export type Via = {
  readonly way: ActWay;
  /** The network that the request came from, never the address; null where the hub cannot know it. */
  readonly range: string | null;
};

/**
 * Who is asking. `person` is the id of a person, null for a machine.
 * `providers` are the members that declare this member as a client (TLP:AMBER).
 */
export type Actor = {
  readonly member: Member;
  /** It may do what any of them may. */
  readonly roles: readonly Role[];
  readonly person: string | null;
  /** `<member slug>/<name>`, where releases before knew the person by it: rows of theirs name it so. */
  readonly formerName?: string;
  /** Others restored the person's access: TLP:RED stays closed until another member-admin confirms. */
  readonly isRedClosed?: boolean;
  /** What its key is limited to; absent for a key or session without limits. */
  readonly scopes?: readonly Scope[];
  readonly key: string;
  readonly providers: readonly Member[];
  /** Absent where nothing is hidden from anybody. */
  readonly disclosure?: Disclosure;
  /** Absent where the hub acts in somebody's name. */
  readonly via?: Via;
};
