// Updates a reference set from its published text, in batches: each is one transaction of the changed rows and of the entry
// that causes re-enrichment of the objects that hold a changed key. An interrupted refresh leaves what it wrote, with its
// entries; the next one writes only what still differs.
import { accepted, type Outcome, type Problem, problem, refused } from '../../domain/problem.ts';
import type { PassedOver } from '../../exchange/published/published-file.ts';
import type { Hub } from '../../hub.ts';
import { isLoaded } from '../../store/references.ts';
import { newEntry } from '../record/append-entry.ts';
import { type ReadSet, type ReferenceTexts, SOURCES, type Source } from './sources.ts';

export type Refreshed = {
  readonly set: string;
  readonly version: string;
  /** Number of keys whose row is new, other or gone. */
  readonly changed: number;
  /** Keys that were in the set and are not any more, sorted. */
  readonly left: readonly string[];
  /** Entries of the text that are not taken, each with why; absent where there is none. */
  readonly leftOut?: readonly string[];
  /** Files that hold nothing of the set: how many, and the first; absent where there is none. */
  readonly passedOver?: PassedOver;
  /** Names of parts that hold nothing that is looked up; absent where there is none. */
  readonly unused?: readonly string[];
};

export type RefreshDeps = Pick<Hub, 'references' | 'entries' | 'database' | 'clock' | 'entropy' | 'storage'>;

/** Aborting `signal` ends the refresh between two batches. */
export const refreshSet = async (
  hub: RefreshDeps,
  set: string,
  texts: ReferenceTexts,
  signal?: AbortSignal,
): Promise<Outcome<Refreshed>> => {
  const source = SOURCES.find(({ facts }) => facts.name === set);
  if (source === undefined) return refused(setUnknown(set));
  const read = readSource(source, texts);
  if (read === null || read.rows.size === 0) return refused(setUnreadable(set));
  return writeSet(hub, source, { ...read, held: await hub.references.all(set) }, signal);
};

type SetToWrite = {
  readonly version: string;
  /** All rows of the set as it shall be. */
  readonly rows: ReadonlyMap<string, string>;
  /** All rows as they are. */
  readonly held: ReadonlyMap<string, string>;
};

const changedKeys = ({ rows, held }: SetToWrite): string[] =>
  [...new Set([...held.keys(), ...rows.keys()])].filter((key) => held.get(key) !== rows.get(key));

/** What writing it would come to. */
export const differenceOf = (set: string, toWrite: SetToWrite): Refreshed => {
  const keys = changedKeys(toWrite);
  return { set, version: toWrite.version, changed: keys.length, left: leftIn(keys, toWrite) };
};

const leftIn = (keys: readonly string[], { rows }: SetToWrite): string[] =>
  keys.filter((key) => !rows.has(key)).sort();

/** Writes what differs. Aborting `signal` ends it between two batches. */
export const writeSet = async (
  hub: RefreshDeps,
  source: Source,
  toWrite: SetToWrite,
  signal?: AbortSignal,
): Promise<Outcome<Refreshed>> => {
  const { version, rows } = toWrite;
  const set = source.facts.name;
  const state = (await hub.references.states()).get(set);
  const keys = changedKeys(toWrite);
  const left = leftIn(keys, toWrite);
  const isWhole = state !== undefined && state.version !== '' && state.loading === undefined;
  if (keys.length === 0 && isWhole && state.version === version)
    return accepted({ set, version, changed: 0, left });
  const loading = `${set}@${hub.entropy.uuid()}`;
  await hub.references.begin(set, loading, hub.clock.now());
  const isFirst = !isLoaded(state);
  const isWritten = await writeBatches(hub, source, { loading, keys, rows, version, isFirst }, signal);
  return isWritten ? accepted({ set, version, changed: keys.length, left }) : refused(interrupted(set));
};

type Refresh = {
  readonly loading: string;
  readonly keys: readonly string[];
  readonly rows: ReadonlyMap<string, string>;
  readonly version: string;
  readonly isFirst: boolean;
};

const IS_FIRST = { isFirst: true } as const;

const FIRST_KEYS = 50;
const LEAST_KEYS = 25;
const MOST_KEYS = 1_000;
/** A batch aims at well under the shortest lifetime of a transaction that a server may have set. */
const LONG_MS = 1_000;
const SHORT_MS = 250;

/** The keys of the next batch, from how long the last took. */
export const nextSize = (size: number, tookMs: number): number => {
  if (tookMs > LONG_MS) return Math.max(LEAST_KEYS, Math.floor(size / 2));
  return tookMs < SHORT_MS ? Math.min(MOST_KEYS, size * 2) : size;
};

/** False when it was aborted, or another refresh of the set has begun. */
const writeBatches = async (
  hub: RefreshDeps,
  source: Source,
  { loading, keys, rows, version, isFirst }: Refresh,
  signal: AbortSignal | undefined,
): Promise<boolean> => {
  let size = FIRST_KEYS;
  let from = 0;
  for (let number = 1; ; number += 1) {
    if (signal?.aborted === true) return false;
    await hub.storage.require('CONTENT');
    const slice = keys.slice(from, from + size);
    const isLast = from + slice.length >= keys.length;
    const at = hub.clock.now();
    const name = source.facts.name;
    const change = { _id: `${loading}.${number}`, set: name, keys: slice, at, ...(isFirst ? IS_FIRST : {}) };
    const batch = { loading, change, rows, version: isLast ? version : null };
    // A set whose every change concerns all objects of a kind is asked again once, when it is whole.
    const entries = source.usedBy === undefined || isLast ? [entryOf(hub, change._id)] : [];
    const startedAt = performance.now();
    const isCurrent = await hub.database.transaction(async (session) => {
      if (!(await hub.references.writeBatch(batch, session))) return false;
      await hub.entries.append(entries, session);
      return true;
    });
    if (!isCurrent || isLast) return isCurrent;
    from += slice.length;
    size = nextSize(size, performance.now() - startedAt);
  }
};

const entryOf = (hub: RefreshDeps, change: string) =>
  newEntry(hub, { event: 'reference-set.refreshed', subject: { set: change }, exercise: null });

export const readSource = (source: Source, texts: ReferenceTexts, lastDay?: string): ReadSet | null => {
  try {
    return source.read(texts, lastDay);
  } catch {
    return null;
  }
};

export const setUnknown = (set: string): Problem => {
  const known = SOURCES.map(({ facts }) => facts.name).join(', ');
  return problem('SET_UNKNOWN', '$.set', `There is no reference set "${set}".`, `Use one of ${known}.`);
};

export const setUnreadable = (set: string): Problem =>
  problem(
    'SET_UNREADABLE',
    '$',
    `This is not the ${set} set, or it is empty.`,
    'Give the file exactly as its source publishes it.',
  );

const interrupted = (set: string): Problem =>
  problem(
    'SET_INTERRUPTED',
    '$.set',
    `The refresh of ${set} ended before it was whole: another one began, or this process was told to end.`,
    'If yours is the newer text, run it again: it writes what is missing.',
  );
