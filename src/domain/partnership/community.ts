// A community is a sharing group: audiences address it by its slug. It has its members by hand or by a rule over their facts.
import { isIn, sectorsHeldBy } from '../audience.ts';
import { isAuthority, isOfKind, type KindName, type Member } from '../member.ts';

/** Who is told which members are in it; its managers always are. */
export const ROLLS = ['PARTNERSHIP', 'COMMUNITY', 'MANAGERS'] as const;
export type Roll = (typeof ROLLS)[number];

/** REQUEST: members may also ask to join, and so know that it exists. */
export const JOININGS = ['INVITATION', 'REQUEST'] as const;
export type Joining = (typeof JOININGS)[number];

/** All properties given must hold; values within one are alternatives. At least one is given. */
export type CommunityRule = {
  readonly kinds?: readonly KindName[];
  readonly sectors?: readonly string[];
  readonly countries?: readonly string[];
};

export type Community = {
  readonly id: string;
  /** Never changes; audiences and the facts of members name it. */
  readonly slug: string;
  readonly name: string;
  readonly purpose: string;
  /** Null where it is kept by hand. */
  readonly rule: CommunityRule | null;
  /** Ids of the members whose managers manage it. */
  readonly managers: readonly string[];
  readonly roll: Roll;
  readonly joining: Joining;
  /** Whether regulators and law enforcement may be in it. Every member of it sees this. */
  readonly admitsAuthorities: boolean;
  /** Whether those who join read what was addressed to it before. */
  readonly opensHistory: boolean;
  /** From 1. */
  readonly version: number;
  readonly createdAt: Date;
};

/** By hand, without managers, with the roll that everybody saw: as communities were before they were administered. */
export const formerCommunity = (named: Pick<Community, 'id' | 'slug' | 'createdAt'>): Community => ({
  ...named,
  name: named.slug,
  purpose: '',
  rule: null,
  managers: [],
  roll: 'PARTNERSHIP',
  joining: 'INVITATION',
  admitsAuthorities: false,
  opensHistory: true,
  version: 1,
});

/** LEFT stays: a rule does not bring back a member that left or was removed. */
export const MEMBERSHIP_STATES = ['INVITED', 'REQUESTED', 'JOINED', 'LEFT'] as const;
export type MembershipState = (typeof MEMBERSHIP_STATES)[number];

export type Membership = {
  /** Slug of the community. */
  readonly community: string;
  /** Id of the member. */
  readonly member: string;
  readonly state: MembershipState;
  /** When it came into this state. */
  readonly since: Date;
  /**
   * When managers removed it. Whatever it does, no rule, request or code that anybody may use lets it in again until a manager
   * invites or accepts it by name.
   */
  readonly removedAt?: Date | null;
};

export const isRemoved = (membership: Pick<Membership, 'removedAt'> | null): boolean =>
  membership?.removedAt != null;

/** Whether the facts of the member fit the rule. */
export const fitsRule = ({ kinds, sectors, countries }: CommunityRule, member: Member): boolean =>
  (kinds === undefined || kinds.some((kind) => isOfKind(member, kind))) &&
  (sectors === undefined || sectors.some((sector) => sectorsHeldBy(member).includes(sector))) &&
  (countries === undefined || countries.some((country) => isIn(member, country)));

/**
 * The slugs of the communities that the member is in by its facts: those of `member.communities` that are kept by hand, and
 * those whose rule it fits, unless it is one of `left`. A slug without a community counts as kept by hand.
 */
export const communitiesHeldBy = (
  member: Member,
  communities: ReadonlyMap<string, Community>,
  left: ReadonlySet<string>,
): readonly string[] => {
  const isOpen = (slug: string): boolean =>
    !isAuthority(member) || communities.get(slug)?.admitsAuthorities === true;
  const byHand = member.communities.filter((slug) => communities.get(slug)?.rule == null);
  const byRule = [...communities.values()].flatMap(({ slug, rule }) =>
    rule !== null && !left.has(slug) && fitsRule(rule, member) ? [slug] : [],
  );
  return [...new Set([...byHand, ...byRule])].filter(isOpen).sort();
};
