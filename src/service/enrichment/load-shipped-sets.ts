// Loads the reference sets that Tocsin ships into a database that does not have them yet.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isLoaded, type ReferenceSetRow } from '../../store/references.ts';
import { type RefreshDeps, refreshSet } from './refresh-set.ts';
import { SOURCES, type Source } from './sources.ts';

const SHIPPED = join(import.meta.dirname, '../../../data');

/** A refresh that wrote nothing for so long has died. */
const SILENT_MS = 60_000;

/**
 * Loads each shipped set that was never whole, unless another process is at it; true when all are whole. What an interrupted
 * process left is continued. Aborting `signal` ends it between two batches.
 */
export const loadShippedSets = async (hub: RefreshDeps, signal?: AbortSignal): Promise<boolean> => {
  const shipped = SOURCES.filter(({ isGiven }) => isGiven !== true);
  for (const source of shipped) {
    if (signal?.aborted === true) return false;
    const state = (await hub.references.states()).get(source.facts.name);
    if (isLoaded(state) || isUnderWay(state, hub.clock.now())) continue;
    await loadShippedSet(hub, source, signal);
  }
  const states = await hub.references.states();
  return shipped.every(({ facts }) => isLoaded(states.get(facts.name)));
};

/** One of them, whatever is loaded of it. */
export const loadShippedSet = async (
  hub: RefreshDeps,
  source: Source,
  signal?: AbortSignal,
): Promise<void> => {
  await refreshSet(hub, source.facts.name, await textsOf(source), signal);
};

const isUnderWay = (state: ReferenceSetRow | undefined, now: Date): boolean =>
  state?.loading !== undefined && now.getTime() - state.loadedAt.getTime() < SILENT_MS;

/** The files of the shipped set. */
export const textsOf = async ({ files }: Source) =>
  Object.fromEntries(
    await Promise.all(
      files.map(async (file) => [file, await readFile(join(SHIPPED, file), 'utf8')] as const),
    ),
  );
