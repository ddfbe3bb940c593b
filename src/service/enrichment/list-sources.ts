// Lists the enrichment sources: what each needs and makes, its licence, and how fresh it is. The answer is the same
// for everybody, since it contains nothing about members.
import type { EnrichmentSource } from '../../exchange/enrichment.ts';
import type { Hub } from '../../hub.ts';
import { isLoaded } from '../../store/references.ts';
import { SOURCES } from './sources.ts';

const DAY_MS = 86_400_000;

export type SourceState = {
  readonly name: string;
  readonly needs: EnrichmentSource['needs'];
  readonly makes: readonly string[];
  readonly licence: string;
  readonly url: string;
  readonly freshForDays: number | null;
  /** Null until something is loaded. */
  readonly version: string | null;
  readonly loadedAt: string | null;
  /** Whether it was loaded, or its version is of a date, longer ago than it stays fresh, so that it may be out of date. */
  readonly isStale: boolean;
};

/** The day that a version names, as `2025.05.22` or `84f0610 (2026-08-20)` do; one that names none is as old as its loading. */
const dateOf = (version: string): number => {
  const [, year, month, day] = /(?:^|\D)(\d{4})[-.](\d\d)[-.](\d\d)(?:\D|$)/.exec(version) ?? [];
  const at = Date.parse(`${year}-${month}-${day}T00:00:00Z`);
  return Number.isNaN(at) ? Number.POSITIVE_INFINITY : at;
};

export const listSources = async (hub: Pick<Hub, 'references' | 'clock'>): Promise<SourceState[]> => {
  const sets = await hub.references.states();
  const now = hub.clock.now().getTime();
  return SOURCES.map(({ facts }) => {
    const state = sets.get(facts.name);
    const set = isLoaded(state) ? state : undefined;
    const ageMs = set === undefined ? 0 : now - Math.min(set.loadedAt.getTime(), dateOf(set.version));
    return {
      name: facts.name,
      needs: facts.needs,
      makes: facts.makes,
      licence: facts.licence,
      url: facts.url,
      freshForDays: facts.freshForDays,
      version: set?.version ?? null,
      loadedAt: set?.loadedAt.toISOString() ?? null,
      isStale: facts.freshForDays !== null && ageMs > facts.freshForDays * DAY_MS,
    };
  });
};
