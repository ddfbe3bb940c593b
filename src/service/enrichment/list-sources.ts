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
  /** Whether it was loaded longer ago than it stays fresh, so that it may be out of date. */
  readonly isStale: boolean;
};

export const listSources = async (hub: Pick<Hub, 'references' | 'clock'>): Promise<SourceState[]> => {
  const sets = await hub.references.states();
  const now = hub.clock.now().getTime();
  return SOURCES.map(({ facts }) => {
    const state = sets.get(facts.name);
    const set = isLoaded(state) ? state : undefined;
    const ageMs = set === undefined ? 0 : now - set.loadedAt.getTime();
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
