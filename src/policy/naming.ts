// Naming: the one answer to "which member is this", for a publisher that looks at its recipients (I32). Named is who is
// listed to it and reached by a disclosed relation, and who has answered under its name. Who answered without its name is "an
// organisation", with a number within that warning alone. Every other member is absent.
import type { AccessFacts } from '../domain/access-facts.ts';
import { sectorsHeldBy } from '../domain/audience.ts';
import type { Actor, Member } from '../domain/member.ts';
import {
  type Disclosed,
  isAnythingHidden,
  isListedTo,
  isRollShownTo,
} from '../domain/partnership/disclosure.ts';
import { anyPerson } from './decide.ts';
import { disclosedRelationIn, type Listing } from './disclosed-relation.ts';
import { mayKey, mayRole, type Verb } from './grants.ts';

export { isListedTo };

/** Ids of the members that are absent for `onlooker` (id of a member). */
export const unlistedTo = (disclosed: Disclosed, onlooker: string): string[] =>
  isAnythingHidden(disclosed)
    ? [...disclosed.members.values()].flatMap((each) =>
        isListedTo(disclosed, each, onlooker) ? [] : [each.id],
      )
    : [];

/** Fewer are not counted: a count of few tells of each. */
const LEAST_COUNTED = 5;

/** Ids of sectors in which five or more active members are unlisted to `onlooker` (id of a member), sorted. */
export const sectorsWithUnlisted = (disclosed: Disclosed, onlooker: string): string[] => {
  const counts = new Map<string, number>();
  for (const id of unlistedTo(disclosed, onlooker)) {
    const member = disclosed.members.get(id);
    if (member?.isActive !== true) continue;
    for (const sector of sectorsHeldBy(member)) counts.set(sector, (counts.get(sector) ?? 0) + 1);
  }
  return [...counts].flatMap(([sector, count]) => (count >= LEAST_COUNTED ? [sector] : [])).sort();
};

/** How a member answered a warning that does not show it to the publisher; null where it did not. */
export type AnsweredAs = 'NAMED' | 'NAMELESS' | null;

export type Naming = 'NAMED' | 'ORGANISATION' | 'ABSENT';

export type Named = {
  readonly isListed: boolean;
  /** Whether a disclosed relation reaches it. */
  readonly isReached: boolean;
  readonly answeredAs: AnsweredAs;
};

export const namingOf = ({ isListed, isReached, answeredAs }: Named): Naming => {
  if ((isListed && isReached) || answeredAs === 'NAMED') return 'NAMED';
  return answeredAs === 'NAMELESS' ? 'ORGANISATION' : 'ABSENT';
};

/** Whether a member receives it and why, before it has answered; null for one that is absent for the publisher. */
export const listingIn = (
  directory: Disclosed,
  access: AccessFacts,
  nowMs: number,
  counts: (person: string) => boolean,
): ((member: Member) => Listing | null) => {
  const { publisher } = access;
  const relationTo = disclosedRelationIn(access, nowMs, counts, (slug) =>
    isRollShownTo(directory, slug, publisher),
  );
  return (member) => {
    const relation = relationTo(member);
    const isListed = isListedTo(directory, member, publisher);
    return namingOf({ isListed, isReached: relation !== null, answeredAs: null }) === 'NAMED'
      ? relation
      : null;
  };
};

/** Whether the publisher sees, as of now, that a member receives it, before it has answered. */
export const isNamedRecipientIn = (
  directory: Disclosed,
  access: AccessFacts,
  nowMs: number,
): ((member: Member) => boolean) => {
  const listingOf = listingIn(directory, access, nowMs, anyPerson);
  return (member) => listingOf(member)?.allowed === true;
};

/** Stands in for every organisation that answered without its name; its number is beside it. */
export const AN_ORGANISATION: Pick<Member, 'id' | 'slug' | 'name' | 'kind' | 'country'> = {
  id: 'member--00000000-0000-4000-8000-000000000000',
  slug: 'withheld',
  name: 'An organisation',
  kind: 'HUB',
  country: 'ZZ',
};

const ADMINISTERS: readonly Verb[] = ['member.change', 'member.administer'];

/** Only administrators see applicants: those of members, and those of the hub; with a key whose scopes say so. */
export const seesApplicants = (actor: Actor): boolean =>
  actor.member.isActive && ADMINISTERS.some((verb) => mayRole(actor.roles, verb) && mayKey(actor, verb));
