// The audience of a warning: at most 8 alternatives, each a conjunction; whoever fits one of them is addressed,
// unless named as excluded. It is an argument of create and never narrowed or widened later.
import type { Member, MemberKind } from './member.ts';
import { sectorAndAncestors } from './sector.ts';

/** Within one property the values are alternatives; over properties all must hold. `{}` is the whole partnership. */
export type Alternative = {
  readonly sectors?: readonly string[];
  readonly countries?: readonly string[];
  readonly communities?: readonly string[];
  readonly kinds?: readonly MemberKind[];
  readonly members?: readonly string[];
  /** Persons as `<member slug>/<name>`; TLP:RED needs them. */
  readonly persons?: readonly string[];
};

export type Audience = {
  readonly alternatives: readonly Alternative[];
  /** Ids of members that must not receive it, whatever else holds. */
  readonly excludes: readonly string[];
};

export const MAX_ALTERNATIVES = 8;

export const memberOfPerson = (person: string): string => person.slice(0, person.indexOf('/'));

const meets = (wanted: readonly string[] | undefined, held: readonly string[]): boolean =>
  wanted === undefined || wanted.some((value) => held.includes(value));

/** Whether this member fits the alternative. A person named fits through the member it belongs to. */
export const fits = (alternative: Alternative, member: Member): boolean =>
  meets(alternative.sectors, member.sectors.flatMap(sectorAndAncestors)) &&
  meets(alternative.countries, [member.country, ...member.countries]) &&
  meets(alternative.communities, member.communities) &&
  meets(alternative.kinds, [member.kind]) &&
  meets(alternative.members, [member.id]) &&
  meets(alternative.persons?.map(memberOfPerson), [member.slug]);

/** The first alternative that this member fits, as its index, or null when it is not addressed. */
export const fittingAlternative = (audience: Audience, member: Member): number | null => {
  if (audience.excludes.includes(member.id)) return null;
  const index = audience.alternatives.findIndex((alternative) => fits(alternative, member));
  return index < 0 ? null : index;
};
