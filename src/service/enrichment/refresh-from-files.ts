// Refreshes a reference set from files as its source publishes them, or takes a part out of it. A source that publishes a file
// for each entry is updated entry by entry; a catalogue is replaced as a whole, unless something speaks against it (doubts.ts).
import { accepted, type Outcome, type Problem, problem, refused } from '../../domain/problem.ts';
import type { PublishedFile, PublishedSet } from '../../exchange/published/published-file.ts';
import { isLoaded } from '../../store/references.ts';
import { doubtsOf, lastDayOf } from './doubts.ts';
import { loadShippedSet, textsOf } from './load-shipped-sets.ts';
import {
  differenceOf,
  type RefreshDeps,
  type Refreshed,
  readSource,
  setUnknown,
  setUnreadable,
  writeSet,
} from './refresh-set.ts';
import { type Loaded, type ReadSet, SOURCES, type Source } from './sources.ts';

/** `isChosen`: taken although something speaks against it. `isTrial`: says what would change, and writes nothing. */
export type RefreshWay = { readonly isChosen?: boolean; readonly isTrial?: boolean };

export type RefreshedFromFiles = Refreshed & {
  /** Number of keys that were not in the set before. */
  readonly added: number;
  /** Of a trial: what it would be refused for, unless it is chosen. */
  readonly refusals?: readonly Problem[];
};

/** Files in any order, whatever their names; a set that is made of several tables takes them in the order of `files`. */
export const refreshFromFiles = async (
  hub: RefreshDeps,
  set: string,
  files: readonly PublishedFile[],
  way: RefreshWay = {},
): Promise<Outcome<RefreshedFromFiles>> => {
  const source = SOURCES.find(({ facts }) => facts.name === set);
  if (source === undefined) return refused(setUnknown(set));
  const loaded = await loadedOf(hub, source, way);
  const published = source.published?.(files, loaded) ?? null;
  const read = published ?? wholeOf(source, files, lastDayOf(hub.clock.now()));
  // Files of single entries may say of all of them that they are gone.
  if (read === null || read.rows.size + read.gone.length === 0) return refused(setUnreadable(set));
  const before = { loaded, hasParts: source.without !== undefined };
  const doubts = read.isWhole && way.isChosen !== true ? doubtsOf(read, before, hub.clock.now()) : [];
  if (doubts.length > 0 && way.isTrial !== true) return refused(...doubts);
  const outcome = await write(hub, { source, published: read, loaded, way });
  // What would change says whether it is right.
  return outcome.ok && doubts.length > 0 ? accepted({ ...outcome.value, refusals: doubts }) : outcome;
};

/** The tables of `data/` and catalogues of one file: always a whole set. */
const wholeOf = (
  source: Source,
  files: readonly PublishedFile[],
  lastDay: string,
): (ReadSet & PublishedSet) | null => {
  if (source.files.length !== files.length) return null;
  const texts = Object.fromEntries(source.files.map((name, index) => [name, files[index]?.text ?? '']));
  const read = readSource(source, texts, lastDay);
  return read === null ? null : { ...read, isWhole: true, gone: [] };
};

/** Takes the named parts out of a set, such as one of MISP's warning lists. */
export const removeFromSet = async (
  hub: RefreshDeps,
  set: string,
  names: readonly string[],
  way: Pick<RefreshWay, 'isTrial'> = {},
): Promise<Outcome<RefreshedFromFiles>> => {
  const source = SOURCES.find(({ facts }) => facts.name === set);
  if (source === undefined) return refused(setUnknown(set));
  const loaded = await loadedOf(hub, source, way);
  const rest = source.without?.(names, loaded) ?? null;
  return rest === null
    ? refused(partUnknown(set, names))
    : write(hub, { source, published: rest, loaded, way });
};

/** A part is added to the whole: what is shipped comes first. */
const loadedOf = async (hub: RefreshDeps, source: Source, { isTrial }: RefreshWay): Promise<Loaded> => {
  const set = source.facts.name;
  const before = (await hub.references.states()).get(set);
  if (!isLoaded(before) && source.isGiven !== true) {
    if (isTrial === true) {
      const { rows, version } = source.read(await textsOf(source));
      return { held: rows, version };
    }
    await loadShippedSet(hub, source);
  }
  const state = (await hub.references.states()).get(set);
  return { held: await hub.references.all(set), version: state?.version ?? '' };
};

type ToWrite = {
  readonly source: Source;
  readonly published: PublishedSet & Pick<ReadSet, 'leftOut'>;
  readonly loaded: Loaded;
  readonly way: RefreshWay;
};

const write = async (
  hub: RefreshDeps,
  { source, published, loaded: { held }, way }: ToWrite,
): Promise<Outcome<RefreshedFromFiles>> => {
  const { version, passedOver = null, unused = [], leftOut = [] } = published;
  const rows = rowsOf(published, held);
  const written =
    way.isTrial === true
      ? accepted(differenceOf(source.facts.name, { version, rows, held }))
      : await writeSet(hub, source, { version, rows, held });
  if (!written.ok) return written;
  return accepted({
    ...written.value,
    added: [...rows.keys()].filter((key) => !held.has(key)).length,
    ...(leftOut.length === 0 ? {} : { leftOut: leftOut.map(({ why }) => why) }),
    ...(passedOver === null ? {} : { passedOver }),
    ...(unused.length === 0 ? {} : { unused }),
  });
};

const rowsOf = (
  { rows, isWhole, gone, leftOut = [] }: ToWrite['published'],
  held: Loaded['held'],
): ReadonlyMap<string, string> => {
  // What is known of an entry stays where the new one is not taken.
  const kept = leftOut.flatMap(({ key }) => {
    const row = rows.has(key) ? undefined : held.get(key);
    return row === undefined ? [] : [[key, row] as const];
  });
  if (isWhole) return kept.length === 0 ? rows : new Map([...rows, ...kept]);
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
