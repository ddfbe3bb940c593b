// The current reference sets: one row per key of a set, so that a refresh knows what it changed and a worker reads only the
// keys it needs. A refresh is written in batches, each one transaction: a large set outlives a single one on a slow machine.
import { count, declareCollection, instant, listOf, maybe, text, truth } from './collection/declare.ts';
import type { Collection, Database, Session } from './connect.ts';

export type ReferenceRow = { _id: string; set: string; key: string; value: string };
export type ReferenceSetRow = {
  _id: string;
  /** Empty until the set was loaded whole for the first time. */
  version: string;
  /** When rows of it were last written. */
  loadedAt: Date;
  /** The refresh under way: only its batches are written. */
  loading?: string;
  /** Counts the batches that were ever written, so that each is a state of its own. */
  writes?: number;
};
/** The keys that one batch of a refresh changed, which the re-enrichment that it causes has to visit. */
export type ReferenceChangeRow = {
  _id: string;
  set: string;
  keys: string[];
  at: Date;
  /** Set for the first load of a set, which is no news. */
  isFirst?: true;
};

export type References = {
  readonly rows: Collection<ReferenceRow>;
  readonly sets: Collection<ReferenceSetRow>;
  /** Every set's current state, by name. */
  states(): Promise<ReadonlyMap<string, ReferenceSetRow>>;
  lookUp(set: string, keys: readonly string[]): Promise<Map<string, string>>;
  all(set: string): Promise<Map<string, string>>;
  /** All values of a small set, cached while the set is in this state: for sets queried by many keys at once. */
  whole(set: string, state: ReferenceSetRow | undefined): Promise<ReadonlyMap<string, string>>;
  /** Begins the refresh `loading` in place of any other that is under way. */
  begin(set: string, loading: string, at: Date): Promise<void>;
  /** Writes one batch in the given transaction; false when another refresh has begun, or the set is whole already. */
  writeBatch(batch: ReferenceBatch, session: Session): Promise<boolean>;
  change(id: string): Promise<ReferenceChangeRow | null>;
};

export type ReferenceBatch = {
  readonly loading: string;
  readonly change: ReferenceChangeRow;
  /** The values of the changed keys; a key without one is removed. */
  readonly rows: ReadonlyMap<string, string>;
  /** Of the whole set, with its last batch; null before. */
  readonly version: string | null;
};

/** False when rows of the set were written between the two reads. */
export const isSameState = (one: ReferenceSetRow | undefined, other: ReferenceSetRow | undefined): boolean =>
  one?.version === other?.version &&
  one?.loadedAt.getTime() === other?.loadedAt.getTime() &&
  one?.writes === other?.writes;

/** Whether the set was loaded whole at least once. */
export const isLoaded = (state: ReferenceSetRow | undefined): state is ReferenceSetRow =>
  state !== undefined && state.version !== '';

export const referenceId = (set: string, key: string): string => `${set}|${key}`;

export const REFERENCE_ROWS = declareCollection<ReferenceRow>({
  stored: 'reference_rows',
  about: 'The current content of the reference sets, a row for each key.',
  access: 'NATIVE',
  isValidated: false,
  kept: 'until a refresh of its set changes it',
  fields: {
    _id: text('Set and key.'),
    set: text('Name of the set.'),
    key: text('A CVE, a weakness, a value, a sector.'),
    value: text('Its value in the set, as JSON.'),
  },
  indexes: [{ key: { set: 1, key: 1 } }],
});

export const REFERENCE_SETS = declareCollection<ReferenceSetRow>({
  stored: 'reference_sets',
  about: 'Which version of each reference set is loaded.',
  access: 'NATIVE',
  isValidated: true,
  kept: 'for the life of the hub',
  fields: {
    _id: text('Name of the set.'),
    version: text('Version, as the set gives it; empty until it was loaded whole.'),
    loadedAt: instant('When rows of it were last written.'),
    loading: maybe(text('Id of the refresh under way.')),
    writes: maybe(count('Number of batches that were ever written.')),
  },
  indexes: [],
});

export const REFERENCE_CHANGES = declareCollection<ReferenceChangeRow>({
  stored: 'reference_changes',
  about: 'Which keys a batch of a refresh changed: what re-enrichment has to visit.',
  access: 'NATIVE',
  isValidated: true,
  kept: 'for the life of the hub',
  fields: {
    _id: text('Set, the name of the refresh, and the number of the batch.'),
    set: text('Name of the set.'),
    keys: listOf(text('A key that was changed.')),
    at: instant('When.'),
    isFirst: maybe(truth('Set when the set had never been whole before.')),
  },
  indexes: [],
});

export const openReferences = (database: Database): References => {
  const rows = database.collection(REFERENCE_ROWS);
  const sets = database.collection(REFERENCE_SETS);
  const changes = database.collection(REFERENCE_CHANGES);
  const inMemory = new Map<
    string,
    { readonly state: ReferenceSetRow | undefined; readonly rows: ReadonlyMap<string, string> }
  >();
  const byKey = (found: readonly ReferenceRow[]) => new Map(found.map(({ key, value }) => [key, value]));
  return {
    rows,
    sets,
    states: async () => new Map((await sets.find().toArray()).map((state) => [state._id, state])),
    lookUp: async (set, keys) =>
      keys.length === 0
        ? new Map()
        : byKey(await rows.find({ _id: { $in: keys.map((key) => referenceId(set, key)) } }).toArray()),
    all: async (set) => byKey(await rows.find({ set }).toArray()),
    whole: async (set, state) => {
      const held = inMemory.get(set);
      if (held !== undefined && isSameState(held.state, state)) return held.rows;
      const read = byKey(await rows.find({ set }).toArray());
      inMemory.set(set, { state, rows: read });
      return read;
    },
    begin: async (set, loading, at) => {
      await sets.updateOne(
        { _id: set },
        { $set: { loading }, $setOnInsert: { version: '', loadedAt: at } },
        { upsert: true },
      );
    },
    writeBatch: async ({ loading, change, rows: values, version }, session) => {
      const { set, keys, at } = change;
      const { matchedCount } = await sets.updateOne(
        { _id: set, loading },
        {
          $inc: { writes: 1 },
          $set: { loadedAt: at, ...(version === null ? {} : { version }) },
          ...(version === null ? {} : { $unset: { loading: '' as const } }),
        },
        { session },
      );
      if (matchedCount === 0) return false;
      const writes = keys.map((key) => writeOf(set, key, values.get(key)));
      if (writes.length > 0) await rows.bulkWrite(writes, { session, ordered: false });
      await changes.insertOne(change, { session });
      return true;
    },
    change: (id) => changes.findOne({ _id: id }),
  };
};

const writeOf = (set: string, key: string, value: string | undefined) => {
  const filter = { _id: referenceId(set, key) };
  return value === undefined
    ? { deleteOne: { filter } }
    : { replaceOne: { filter, replacement: { set, key, value }, upsert: true } };
};
