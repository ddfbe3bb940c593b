// Disclosed relations: why a member receives a version as far as its publisher may know (I32). The audience and the public
// default matrix are known to it; what members declared is not, nor who is in a community whose roll it is not shown.
import type { AccessFacts } from '../domain/access-facts.ts';
import { publicCascadeOf } from '../domain/cascade/public-cascade.ts';
import type { Member } from '../domain/member.ts';
import type { Exclusion, Reason } from '../domain/reason.ts';
import { type Allowed, decideMember } from './decide.ts';
import { becauseHeld, withoutHiddenRolls } from './why.ts';

/** Said with every list and count of recipients, whether or not there are others. */
export const NOT_LISTED =
  'Members that are unlisted to you, or reached only through relations that are not disclosed, are not shown.';

export type Listing = Allowed | { readonly allowed: false; readonly because: Exclusion };

/** Whether the publisher is shown which members are in a community (its slug). */
export type ShownRolls = (slug: string) => boolean;

/**
 * Whether a member receives it and why, as far as its publisher may know; null where neither the audience nor the public
 * default matrix reaches the member. `counts` says which of the persons that TLP:RED names count.
 */
export const disclosedRelationIn = (
  access: AccessFacts,
  nowMs: number,
  counts: (person: string) => boolean,
  isRollShown: ShownRolls,
): ((member: Member) => Listing | null) => {
  const { holders } = access;
  if (holders !== undefined) {
    return (member) => {
      if (!holders.listed.includes(member.id)) return null;
      if (!member.isActive) return { allowed: false, because: 'MEMBER_INACTIVE' };
      return { allowed: true, reason: becauseHeld(access, member) };
    };
  }
  const { alternatives, excludes } = access.audience;
  const known: AccessFacts = {
    ...access,
    audience: { alternatives: withoutHiddenRolls(alternatives, isRollShown), excludes },
    cascade: publicCascadeOf(access),
  };
  return (member) => {
    const active = member.isActive ? member : { ...member, isActive: true };
    const decision = decideMember({ member: active, providers: [], counts }, known, nowMs);
    if (!decision.allowed && decision.because === 'NOT_ADDRESSED') return null;
    if (!member.isActive) return { allowed: false, because: 'MEMBER_INACTIVE' };
    return decision.allowed ? decision : { allowed: false, because: decision.because as Exclusion };
  };
};

/** The reason that the publisher is shown for a recipient; null for one that is not listed. */
export const listedReason = (listing: Listing | null): Reason | null =>
  listing?.allowed === true ? listing.reason : null;
