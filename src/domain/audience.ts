// The audience of a warning: at most 8 alternatives, each a conjunction. A member that fits one of them is addressed,
// unless it is excluded by name. An audience is set at creation; two persons may widen it later, and nobody narrows it.
import { isAuthority, isOfKind, type KindName, type Member } from './member.ts';
import { sectorAndAncestors } from './sector.ts';

/** Values within one property are alternatives; all properties given must hold. `{}` is the whole partnership. */
export type Alternative = {
  readonly sectors?: readonly string[];
  readonly countries?: readonly string[];
  readonly communities?: readonly string[];
  readonly kinds?: readonly KindName[];
  readonly members?: readonly string[];
  /** Persons as `<member slug>/<name>`; TLP:RED requires them. */
  readonly persons?: readonly string[];
};

export type Audience = {
  readonly alternatives: readonly Alternative[];
  /** Ids of members that must not receive it, even if they fit an alternative. */
  readonly excludes: readonly string[];
};

export const MAX_ALTERNATIVES = 8;

/** The slug in `<member slug>/<name>`; the empty string, which is no member's slug, when there is no slash. */
export const memberOfPerson = (person: string): string => person.slice(0, Math.max(0, person.indexOf('/')));

const union = (lists: readonly (readonly string[] | undefined)[]): string[] =>
  [...new Set(lists.flatMap((list) => list ?? []))].sort();

export const sectorsNamedBy = ({ alternatives }: Audience): string[] =>
  union(alternatives.map(({ sectors }) => sectors));

export const personsNamedBy = ({ alternatives }: Audience): string[] =>
  union(alternatives.map(({ persons }) => persons));

// Members are immutable, and every row of every page needs this.
const heldSectors = new WeakMap<Member, readonly string[]>();

/** The member's sectors and all their ancestors: a member in electricity is also in energy. */
export const sectorsHeldBy = (member: Member): readonly string[] => {
  const known = heldSectors.get(member);
  if (known !== undefined) return known;
  const held = [...new Set(member.sectors.flatMap(sectorAndAncestors))];
  heldSectors.set(member, held);
  return held;
};

const meets = (wanted: readonly string[] | undefined, isHeld: (value: string) => boolean): boolean =>
  wanted === undefined || wanted.some(isHeld);

/** Whether this member fits the alternative. A named person fits through their member. */
export const fits = (alternative: Alternative, member: Member): boolean =>
  isMeant(alternative, member) &&
  meets(alternative.sectors, (sector) => sectorsHeldBy(member).includes(sector)) &&
  meets(alternative.countries, (country) => isIn(member, country)) &&
  meets(alternative.communities, (community) => member.communities.includes(community)) &&
  meets(alternative.kinds, (kind) => isOfKind(member, kind as KindName)) &&
  meets(alternative.members, (id) => id === member.id) &&
  meets(alternative.persons, (person) => memberOfPerson(person) === member.slug);

/** Sectors and countries alone do not mean regulators and law enforcement, nor does the whole partnership. */
const isMeant = ({ kinds, communities, members, persons }: Alternative, member: Member): boolean =>
  !isAuthority(member) || [kinds, communities, members, persons].some((given) => given !== undefined);

/** Whether the member is based in this country or serves it. */
export const isIn = (member: Member, country: string): boolean =>
  country === member.country || member.countries.includes(country);

/** Index of the first alternative that this member fits, or null when it is not addressed. */
export const fittingAlternative = (audience: Audience, member: Member): number | null => {
  if (audience.excludes.includes(member.id)) return null;
  const index = audience.alternatives.findIndex((alternative) => fits(alternative, member));
  return index < 0 ? null : index;
};
