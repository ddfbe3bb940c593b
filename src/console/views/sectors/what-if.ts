// What falls when a sector or one of one's own providers falls. Of a sector, by the public matrix: the best path's product of strengths, at most two steps, nothing
// below a tenth. The same rule by which the hub targets (docs/decisions/0007-cascade.md); here only to look at.
import type { SectorSchemeQuery } from '../../operations/graphql.generated.ts';

export type Dependency = SectorSchemeQuery['sectors']['dependencies'][number];

export type Hit = {
  readonly sector: string;
  readonly strength: number;
  /** Shortest time until it is felt, in hours; null where it is not known. */
  readonly hours: number | null;
  /** From the sector that falls. */
  readonly path: readonly string[];
};

const WEAKEST = 0.1;
const STEPS = 2;

const isWithin = (part: string, whole: string): boolean => part === whole || part.startsWith(`${whole}/`);

export const whatIf = (fallen: string, dependencies: readonly Dependency[], mostHours: number): Hit[] => {
  const hits = new Map<string, Hit>();
  let front: (Hit & { readonly hours: number })[] = [
    { sector: fallen, strength: 1, hours: 0, path: [fallen] },
  ];
  for (let step = 0; step < STEPS; step += 1) {
    const next: (Hit & { readonly hours: number })[] = [];
    for (const from of front) {
      for (const { provider, dependent, strength, minHours } of dependencies) {
        if (!isWithin(provider, from.sector) || isWithin(dependent, fallen) || from.path.includes(dependent))
          continue;
        const hit = {
          sector: dependent,
          strength: from.strength * strength,
          hours: from.hours + minHours,
          path: [...from.path, dependent],
        };
        if (hit.strength < WEAKEST || hit.hours > mostHours) continue;
        const before = hits.get(dependent);
        if (before !== undefined && before.strength >= hit.strength) continue;
        hits.set(dependent, hit);
        next.push(hit);
      }
    }
    front = next;
  }
  return [...hits.values()].sort(
    (one, other) => other.strength - one.strength || (one.hours ?? 0) - (other.hours ?? 0),
  );
};

/** What one's own member declared that it needs of another. */
export type Edge = {
  /** Slug of the member that provides. */
  readonly provider: string;
  readonly service: string;
  readonly strength: number;
  readonly redundancy: number;
  readonly bufferHours: number | null;
};

const PROVIDER = 'member:';
/** As what one of one's own providers is chosen to fall. */
export const asFallen = (slug: string): string => `${PROVIDER}${slug}`;
export const providerOf = (fallen: string): string | null =>
  fallen.startsWith(PROVIDER) ? fallen.slice(PROVIDER.length) : null;

/** What one loses oneself, by what one declared: the share that no substitute covers. One for each service. */
export const ifProviderFalls = (slug: string, edges: readonly Edge[], mostHours: number): Hit[] =>
  edges
    .filter(({ provider, bufferHours }) => provider === slug && (bufferHours ?? 0) <= mostHours)
    .map(({ service, strength, redundancy, bufferHours }) => ({
      sector: service,
      strength: strength * (1 - redundancy),
      hours: bufferHours,
      path: [asFallen(slug), service],
    }))
    .sort((one, other) => other.strength - one.strength || (one.hours ?? 0) - (other.hours ?? 0));

/** As the hub names shares (HIGH from 0.5, MEDIUM from 0.25). */
export const gradeOf = (strength: number): 'HIGH' | 'MEDIUM' | 'LOW' =>
  strength >= 0.5 ? 'HIGH' : strength >= 0.25 ? 'MEDIUM' : 'LOW';
