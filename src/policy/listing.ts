// What a publisher may know of its recipients (I32): members that its audience addresses or that the public default matrix
// reaches, decided as if no member had declared anything. Whoever has it through a dependency or a client relation that was
// declared is neither listed nor counted until it answers.
import type { AccessFacts } from '../domain/access-facts.ts';
import { publicCascadeOf } from '../domain/cascade/public-cascade.ts';
import type { Member } from '../domain/member.ts';
import type { Exclusion, Reason } from '../domain/reason.ts';
import { type Allowed, decideMember } from './decide.ts';

/** Said with every list and count of recipients, whether or not there are others. */
export const NOT_LISTED = 'Members reached through relations they declared are not listed.';

export type Listing = Allowed | { readonly allowed: false; readonly because: Exclusion };

/**
 * Whether a member receives it and why, as far as its publisher may know; null where neither the audience nor the public
 * default matrix reaches the member. `counts` says which of the persons that TLP:RED names count.
 */
export const listingIn = (
  access: AccessFacts,
  nowMs: number,
  counts: (person: string) => boolean,
): ((member: Member) => Listing | null) => {
  const known: AccessFacts = { ...access, cascade: publicCascadeOf(access) };
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
