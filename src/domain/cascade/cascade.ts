// The cascade: who is hit through a dependency when the addressed members are, with a grade, fixed at publication.
// Grade = the best path's product of strength × (1 − redundancy), at most two steps, nothing below 0.1. A dependency on
// a part (energy/electricity) applies when its whole (energy) is hit, but not the other way round: a warning for gas
// does not hit those who need energy at large.

import type { CascadeReach } from '../access-facts.ts';
import { type Alternative, type Audience, fits, fittingAlternative, sectorsHeldBy } from '../audience.ts';
import { type EffectiveTlp, isAtMost } from '../marking.ts';
import type { Member } from '../member.ts';
import type { Grade } from '../reason.ts';
import { sectorAndAncestors } from '../sector.ts';

/** Without `from`, sector `to` loses `strength` (0–1) of its function, less what `redundancy` (0–1, default 0) covers. */
export type SectorDependency = {
  readonly from: string;
  readonly to: string;
  readonly strength: number;
  readonly redundancy?: number;
  readonly bufferHours: { readonly min: number; readonly max: number } | null;
  readonly source: string;
};

/** Declared by a member: `dependent` needs `service` of `provider` (member ids). */
export type DeclaredDependency = {
  readonly id: string;
  readonly provider: string;
  readonly dependent: string;
  readonly service: string;
  readonly strength: number;
  readonly redundancy: number;
  readonly bufferHours: number | null;
};

export type CascadeInput = {
  readonly audience: Audience;
  /** The sectors the warning is about; if empty, those of each alternative. */
  readonly sectors: readonly string[];
  readonly tlp: EffectiveTlp;
  readonly dependencies: readonly SectorDependency[];
  readonly declared: readonly DeclaredDependency[];
  readonly members: ReadonlyMap<string, Member>;
};

const WEAKEST = 0.1;

/** One way to be hit. `lastFrom` is the sector where its last step starts, null where that is a member. */
type Way = Omit<CascadeReach, 'grade'> & { readonly lastFrom: string | null };

/** The input with its edges indexed: a full directory has thousands, and a publisher waits. */
type Graph = CascadeInput & {
  /** By providing sector, those of its parts included. */
  readonly bySector: ReadonlyMap<string, readonly SectorDependency[]>;
  readonly byProvider: ReadonlyMap<string, readonly DeclaredDependency[]>;
  readonly byDependent: ReadonlyMap<string, readonly DeclaredDependency[]>;
};

/** Named members first, one result each that overrides its sectors' results; then sectors, strongest first. */
export const cascadeOf = (input: CascadeInput): CascadeReach[] => {
  if (!isAtMost(input.tlp, 'GREEN')) return [];
  const graph: Graph = {
    ...input,
    bySector: edgesBySector(input.dependencies),
    byProvider: Map.groupBy(input.declared, ({ provider }) => provider),
    byDependent: Map.groupBy(input.declared, ({ dependent }) => dependent),
  };
  const declared = declaredWays(graph);
  const sectorWays = [
    ...input.audience.alternatives.flatMap((alternative) => matrixWays(alternative, graph)),
    ...declared.flatMap((way) => onwardToSectors(way, graph)),
  ];
  const memberWays = bestOf(
    [...declared, ...declared.flatMap((way) => onwardToMembers(way, graph))],
    groupOf,
  ).filter((way) => !isAddressed(way, input));
  const perLastStep = bestOf(sectorWays, (way) => `${groupOf(way)}${way.lastFrom}`);
  const lastWords = memberWays.flatMap((way) => [way, ...matrixWaysStillHolding(way, perLastStep, graph)]);
  return [...bestOf(lastWords, groupOf), ...bestOf(sectorWays, groupOf)].map(recipientsOf);
};

const gradeOf = (strength: number): Grade => {
  if (strength >= 0.5) return 'HIGH';
  return strength >= 0.25 ? 'MEDIUM' : 'LOW';
};

// Rounded, so that 0.8 × 0.625 counts as 0.5.
const rounded = (value: number): number => Math.round(value * 1e9) / 1e9;

const shareLost = (edge: { readonly strength: number; readonly redundancy?: number }): number =>
  rounded(edge.strength * (1 - (edge.redundancy ?? 0)));

/** Unknown if either step is unknown. */
const addHours = (first: number | null, second: number | null): number | null =>
  first === null || second === null ? null : rounded(first + second);

const isStrong = (way: Pick<Way, 'strength'>): boolean => way.strength >= WEAKEST;

/** Communities, members and persons form a closed group: the publisher meant them and no sector. */
const isClosed = ({ communities, members, persons }: Alternative): boolean =>
  communities !== undefined || members !== undefined || persons !== undefined;

const doesAddress = (alternative: Alternative, sector: string): boolean => {
  const { sectors } = alternative;
  return sectors === undefined || sectorAndAncestors(sector).some((each) => sectors.includes(each));
};

// The public matrix is one list for the life of the process, and every publication needs its index.
const indexed = new WeakMap<readonly SectorDependency[], Graph['bySector']>();

const edgesBySector = (dependencies: readonly SectorDependency[]): Graph['bySector'] => {
  const known = indexed.get(dependencies);
  if (known !== undefined) return known;
  const wholes = new Set(dependencies.flatMap(({ from }) => sectorAndAncestors(from)));
  const index = new Map(
    [...wholes].map((whole) => [
      whole,
      dependencies.filter(({ from }) => sectorAndAncestors(from).includes(whole)),
    ]),
  );
  indexed.set(dependencies, index);
  return index;
};

/** The sectors hit within what the alternative addresses: where one is part of the other, the narrower one. */
const hitSectors = (alternative: Alternative, sectors: readonly string[]): string[] => {
  const addressed = alternative.sectors ?? [];
  if (sectors.length === 0) return [...addressed];
  const parts = addressed.flatMap((whole) => [
    ...sectors.filter((sector) => sectorAndAncestors(sector).includes(whole)),
    ...(sectorAndAncestors(whole).some((each) => sectors.includes(each)) ? [whole] : []),
  ]);
  return [...new Set(parts)];
};

const audiences = new WeakMap<Alternative, Map<string, Alternative>>();

/** One object for each sector, as many ways end there. */
const sectorAudience = (alternative: Alternative, sector: string): Alternative => {
  const bySector = audiences.get(alternative) ?? new Map<string, Alternative>();
  audiences.set(alternative, bySector);
  const known = bySector.get(sector);
  if (known !== undefined) return known;
  const { countries, kinds } = alternative;
  const made = {
    sectors: [sector],
    ...(countries === undefined ? {} : { countries }),
    ...(kinds === undefined ? {} : { kinds }),
  };
  bySector.set(sector, made);
  return made;
};

const matrixWays = (alternative: Alternative, { sectors, bySector }: Graph): Way[] => {
  if (isClosed(alternative)) return [];
  const hit = hitSectors(alternative, sectors);
  const edges = hit.flatMap((sector) => bySector.get(sector) ?? []);
  return edges.flatMap((edge) => {
    const first: Way = {
      to: sectorAudience(alternative, edge.to),
      strength: shareLost(edge),
      path: [edge.from, edge.to],
      hoursToEffect: edge.bufferHours?.min ?? null,
      basis: 'DEFAULT_MATRIX',
      lastFrom: edge.from,
    };
    if (!isStrong(first)) return [];
    // An addressed sector still passes on what hits it.
    const second = onward(first, edge.to, [alternative], bySector);
    return doesAddress(alternative, edge.to) ? second : [first, ...second];
  });
};

/** One more step by the matrix from `sector`, within what each alternative leaves open. A way back is never the best. */
const onward = (
  way: Way,
  sector: string,
  alternatives: readonly Alternative[],
  bySector: Graph['bySector'],
): Way[] =>
  (bySector.get(sector) ?? [])
    .flatMap((edge) =>
      alternatives
        .filter((alternative) => !doesAddress(alternative, edge.to))
        .map((alternative) => ({
          to: sectorAudience(alternative, edge.to),
          strength: rounded(way.strength * shareLost(edge)),
          path: [...way.path, edge.to],
          hoursToEffect: addHours(way.hoursToEffect, edge.bufferHours?.min ?? null),
          basis: way.basis,
          lastFrom: edge.from,
        })),
    )
    .filter(isStrong);

/** Edges from each directly addressed member, in a closed group or not: the warning is about its failure. */
const declaredWays = ({ audience, byProvider, members }: Graph): Way[] =>
  [...byProvider].flatMap(([provider, edges]) => {
    const member = members.get(provider);
    if (member === undefined || fittingAlternative(audience, member) === null) return [];
    const start = { strength: 1, path: [provider], hoursToEffect: 0 };
    return edges.flatMap((edge) => declaredStep(start, edge, members));
  });

const onwardToMembers = (way: Way, { byProvider, members }: Graph): Way[] =>
  (byProvider.get(way.path.at(-1) ?? '') ?? []).flatMap((edge) => declaredStep(way, edge, members));

const declaredStep = (
  way: Pick<Way, 'strength' | 'path' | 'hoursToEffect'>,
  edge: DeclaredDependency,
  members: CascadeInput['members'],
): Way[] => {
  const strength = rounded(way.strength * shareLost(edge));
  if (!(strength >= WEAKEST) || way.path.includes(edge.dependent) || !members.has(edge.dependent)) return [];
  return [
    {
      to: { members: [edge.dependent] },
      strength,
      path: [...way.path, edge.dependent],
      hoursToEffect: addHours(way.hoursToEffect, edge.bufferHours),
      basis: 'DECLARED',
      lastFrom: null,
    },
  ];
};

/** From the dependent member to those who need its sectors, if an open alternative addressed the provider. */
const onwardToSectors = (way: Way, { audience, bySector, members }: Graph): Way[] => {
  const [provider, dependent] = way.path.map((id) => members.get(id));
  if (provider === undefined || dependent === undefined) return [];
  const open = audience.alternatives.filter(
    (alternative) => !isClosed(alternative) && fits(alternative, provider),
  );
  return dependent.sectors.flatMap((sector) => onward(way, sector, open, bySector));
};

/** The dependency adds nobody who is already addressed or who must not receive it. */
const isAddressed = (way: Way, { audience, members }: CascadeInput): boolean => {
  const member = members.get(way.path.at(-1) ?? '');
  return (
    member === undefined ||
    audience.excludes.includes(member.id) ||
    fittingAlternative(audience, member) !== null
  );
};

/** Matrix ways that the member's own declarations do not replace: it knows its providers better than the matrix does. */
const matrixWaysStillHolding = (way: Way, sectorWays: readonly Way[], graph: Graph): Way[] => {
  const member = graph.members.get(way.path.at(-1) ?? '');
  if (member === undefined) return [];
  const replaced = (graph.byDependent.get(member.id) ?? []).flatMap(({ provider }) => {
    const known = graph.members.get(provider);
    return known === undefined ? [] : sectorsHeldBy(known);
  });
  return sectorWays
    .filter(({ to, lastFrom }) => fits(to, member) && (lastFrom === null || !replaced.includes(lastFrom)))
    .map((each) => ({ ...each, to: way.to }));
};

const groups = new WeakMap<Way['to'], string>();

/** Asked of each way several times, in grouping and in sorting. */
const groupOf = ({ to }: Way): string => {
  const known = groups.get(to);
  if (known !== undefined) return known;
  const group = JSON.stringify([to.members, to.sectors, to.countries, to.kinds]);
  groups.set(to, group);
  return group;
};

/** The strongest way for each key; on a tie the declared one, then the shorter, then the sooner. Strongest first. */
const bestOf = (ways: readonly Way[], keyOf: (way: Way) => string): Way[] => {
  const best = new Map<string, Way>();
  for (const way of ways) {
    const key = keyOf(way);
    const former = best.get(key);
    if (former === undefined || byAssertion(way, former) < 0) best.set(key, way);
  }
  return [...best.values()].toSorted(byAssertion);
};

const recipientsOf = ({ to, strength, path, hoursToEffect, basis }: Way): CascadeReach => ({
  to,
  grade: gradeOf(strength),
  strength,
  path,
  hoursToEffect,
  basis,
});

const byAssertion = (one: Way, other: Way): number =>
  other.strength - one.strength ||
  Number(other.basis === 'DECLARED') - Number(one.basis === 'DECLARED') ||
  one.path.length - other.path.length ||
  (one.hoursToEffect ?? Number.POSITIVE_INFINITY) - (other.hoursToEffect ?? Number.POSITIVE_INFINITY) ||
  compareText(one.path.join(), other.path.join()) ||
  compareText(groupOf(one), groupOf(other));

const compareText = (one: string, other: string): number => (one < other ? -1 : Number(one > other));
