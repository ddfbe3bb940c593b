// What is left of an audience when its publisher narrows it: nobody who was not addressed before. What is given as the rest is
// cut down to each former alternative, so that the result is a part of both whoever joins, moves or declares something later.
import type { AccessFacts, CascadeReach } from '../access-facts.ts';
import { type Alternative, type Audience, fits } from '../audience.ts';
import { publicCascadeOf } from '../cascade/public-cascade.ts';
import { isAuthority, type KindName, MEMBER_KINDS, type Member } from '../member.ts';
import { inCommunitiesThen } from '../partnership/standing.ts';
import { sectorAndAncestors } from '../sector.ts';

const PROPERTIES = ['sectors', 'countries', 'communities', 'kinds', 'members', 'persons'] as const;
type Property = (typeof PROPERTIES)[number];

/** Whom sectors and countries alone mean. */
const OPEN_KINDS: readonly KindName[] = MEMBER_KINDS.filter((kind) => !isAuthority({ kind }));
const CSIRTS: readonly string[] = ['NATIONAL_CSIRT', 'SECTOR_CSIRT'];

const equal = (value: string, former: readonly string[]): boolean => former.includes(value);

const IS_WITHIN: Readonly<Record<Property, (value: string, former: readonly string[]) => boolean>> = {
  sectors: (value, former) => sectorAndAncestors(value).some((each) => former.includes(each)),
  countries: equal,
  communities: equal,
  kinds: (value, former) =>
    former.includes(value) ||
    (CSIRTS.includes(value) && former.includes('CSIRT')) ||
    (value === 'CSIRT' && CSIRTS.every((each) => former.includes(each))),
  members: equal,
  persons: equal,
};

/** Whether regulators and law enforcement may be meant. */
const isSpoken = ({ kinds, communities, members, persons }: Alternative): boolean =>
  [kinds, communities, members, persons].some((given) => given !== undefined);

/** The part of `given` that `former` holds; null where nothing is left. */
const partOf = (given: Alternative, former: Alternative): Alternative | null => {
  // What is added to sectors and countries must not come to mean those whom they alone do not mean.
  const bounds = isSpoken(given) && !isSpoken(former) ? { ...former, kinds: OPEN_KINDS } : former;
  const part: { -readonly [Each in Property]?: readonly string[] } = {};
  for (const name of PROPERTIES) {
    const bound = bounds[name];
    const values = given[name] ?? bound;
    if (values === undefined) continue;
    const left = bound === undefined ? values : values.filter((value) => IS_WITHIN[name](value, bound));
    if (left.length === 0) return null;
    part[name] = left;
  }
  return part as Alternative;
};

type Keeping = {
  /** Who keeps it; null for everybody but those excluded. */
  readonly keep: readonly Alternative[] | null;
  /** Ids of members that lose it, whatever else would keep it with them. */
  readonly exclude: readonly string[];
};

type Kept = {
  readonly audience: Audience;
  /** Paths within `keep` of what was not addressed before, such as `[0].sectors[1]`. */
  readonly wider: readonly string[];
};

export const narrowedAudience = (former: Audience, { keep, exclude }: Keeping): Kept => {
  const excludes = [...new Set([...former.excludes, ...exclude])];
  if (keep === null) return { audience: { alternatives: former.alternatives, excludes }, wider: [] };
  const parts = keep.map((given) => former.alternatives.flatMap((each) => partOf(given, each) ?? []));
  const alternatives = new Map(parts.flat().map((part) => [JSON.stringify(part), part]));
  return {
    audience: { alternatives: [...alternatives.values()], excludes },
    wider: keep.flatMap((given, at) => widerIn(given, parts[at] ?? []).map((place) => `[${at}]${place}`)),
  };
};

const widerIn = (given: Alternative, parts: readonly Alternative[]): string[] => {
  if (parts.length === 0) return [''];
  return PROPERTIES.flatMap((name) =>
    (given[name] ?? []).flatMap((value, at) =>
      parts.some((part) => (part[name] as readonly string[] | undefined)?.includes(value) === true)
        ? []
        : [`.${name}[${at}]`],
    ),
  );
};

/** The access facts of a narrowed version from those that would be made now: what was not reached before is not reached now. */
export const narrowedFacts = (
  former: AccessFacts,
  fresh: AccessFacts,
  members: ReadonlyMap<string, Member>,
): AccessFacts => {
  const { issuedMs } = former;
  const left = (cascade: readonly CascadeReach[], before: readonly CascadeReach[]): CascadeReach[] => {
    const reached = [...former.audience.alternatives, ...before.map(({ to }) => to)];
    return cascade.filter(({ to }) => reached.some((each) => holds(each, to, { members, issuedMs })));
  };
  const { publicCascade } = fresh;
  return {
    ...fresh,
    cascade: left(fresh.cascade, former.cascade),
    ...(publicCascade === undefined ? {} : { publicCascade: left(publicCascade, publicCascadeOf(former)) }),
    ...(issuedMs === undefined ? {} : { issuedMs, addressedMs: issuedMs }),
  };
};

type Then = { readonly members: ReadonlyMap<string, Member>; readonly issuedMs: number | undefined };

const holds = (former: Alternative, to: Alternative, { members, issuedMs }: Then): boolean => {
  const then = issuedMs === undefined ? {} : { issuedMs };
  if (to.members !== undefined)
    return to.members.every((id) => {
      const member = members.get(id);
      return member !== undefined && fits(former, inCommunitiesThen(member, then));
    });
  const part = partOf(to, former);
  return part !== null && PROPERTIES.every((name) => part[name]?.length === to[name]?.length);
};
