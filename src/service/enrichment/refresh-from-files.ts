// Refreshes a reference set from files as its source publishes them, or takes a part out of it. A source that publishes a file
// for each entry is updated entry by entry; a catalogue is replaced as a whole.
import { accepted, type Outcome, problem, refused } from '../../domain/problem.ts';
import type { PublishedFile, PublishedSet } from '../../exchange/published/published-file.ts';
import { isLoaded } from '../../store/references.ts';
import { loadShippedSet } from './load-shipped-sets.ts';
import {
  type RefreshDeps,
  type Refreshed,
  refreshSet,
  setUnknown,
  setUnreadable,
  writeSet,
} from './refresh-set.ts';
import { type Loaded, SOURCES, type Source } from './sources.ts';

/** Files in any order, whatever their names; a set that is made of several tables takes them in the order of `files`. */
export const refreshFromFiles = async (
  hub: RefreshDeps,
  set: string,
  files: readonly PublishedFile[],
): Promise<Outcome<Refreshed>> => {
  const source = SOURCES.find(({ facts }) => facts.name === set);
  if (source === undefined) return refused(setUnknown(set));
  const loaded = await loadedOf(hub, source);
  const published = source.published?.(files, loaded) ?? null;
  if (published !== null) return write(hub, source, published, loaded);
  if (source.files.length !== files.length) return refused(setUnreadable(set));
  const texts = Object.fromEntries(source.files.map((name, index) => [name, files[index]?.text ?? '']));
  return refreshSet(hub, set, texts);
};

/** Takes the named parts out of a set, such as one of MISP's warning lists. */
export const removeFromSet = async (
  hub: RefreshDeps,
  set: string,
  names: readonly string[],
): Promise<Outcome<Refreshed>> => {
  const source = SOURCES.find(({ facts }) => facts.name === set);
  if (source === undefined) return refused(setUnknown(set));
  const loaded = await loadedOf(hub, source);
  const rest = source.without?.(names, loaded) ?? null;
  return rest === null ? refused(partUnknown(set, names)) : write(hub, source, rest, loaded);
};

/** A part is added to the whole: what is shipped comes first. */
const loadedOf = async (hub: RefreshDeps, source: Source): Promise<Loaded> => {
  const set = source.facts.name;
  const before = (await hub.references.states()).get(set);
  if (!isLoaded(before) && source.isGiven !== true) await loadShippedSet(hub, source);
  const state = (await hub.references.states()).get(set);
  return { held: await hub.references.all(set), version: state?.version ?? '' };
};

const write = async (
  hub: RefreshDeps,
  source: Source,
  published: PublishedSet,
  { held }: Loaded,
): Promise<Outcome<Refreshed>> => {
  const { version, passedOver = null, unused = [] } = published;
  const written = await writeSet(hub, source, { version, rows: rowsOf(published, held), held });
  if (!written.ok) return written;
  return accepted({
    ...written.value,
    ...(passedOver === null ? {} : { passedOver }),
    ...(unused.length === 0 ? {} : { unused }),
  });
};

const rowsOf = ({ rows, isWhole, gone }: PublishedSet, held: Loaded['held']): ReadonlyMap<string, string> => {
  if (isWhole) return rows;
  const merged = new Map([...held, ...rows]);
  for (const key of gone) merged.delete(key);
  return merged;
};

const partUnknown = (set: string, names: readonly string[]) =>
  problem(
    'SET_PART_UNKNOWN',
    '$.remove',
    `${set} does not hold ${names.join(', ')}.`,
    'Name a warning list as MISP does, such as tlds; parts of other sets cannot be removed.',
  );
