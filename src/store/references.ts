// The reference sets as they stand now: one row per key of a set, so that a refresh knows what it changed and a worker
// asks for the few keys it needs.
import type { Collection, Database, Session } from './connect.ts';

export type ReferenceRow = { _id: string; set: string; key: string; value: string };
export type ReferenceSetRow = { _id: string; version: string; loadedAt: Date };
/** The keys that one refresh changed: what the re-enrichment it causes has to look at. */
export type ReferenceChangeRow = { _id: string; set: string; keys: string[]; at: Date };

export type References = {
  readonly rows: Collection<ReferenceRow>;
  readonly sets: Collection<ReferenceSetRow>;
  versionOf(set: string): Promise<string | null>;
  /** Every set as it is now, by its name. */
  states(): Promise<ReadonlyMap<string, ReferenceSetRow>>;
  lookUp(set: string, keys: readonly string[]): Promise<Map<string, string>>;
  all(set: string): Promise<Map<string, string>>;
  /** The same from memory as long as the set is in this state: for small sets that are asked by many keys at once. */
  whole(set: string, state: ReferenceSetRow | undefined): Promise<ReadonlyMap<string, string>>;
  /** Writes what changed, the set's version and the list of changed keys, all in the given transaction. */
  replace(
    change: ReferenceChangeRow,
    version: string,
    changed: ReadonlyMap<string, string>,
    session: Session,
  ): Promise<void>;
  change(id: string): Promise<ReferenceChangeRow | null>;
};

/** Whether a set was loaded anew between two looks at it. */
export const isSameState = (one: ReferenceSetRow | undefined, other: ReferenceSetRow | undefined): boolean =>
  one?.version === other?.version && one?.loadedAt.getTime() === other?.loadedAt.getTime();

export const referenceId = (set: string, key: string): string => `${set}|${key}`;

export const openReferences = async (database: Database): Promise<References> => {
  const rows = database.collection<ReferenceRow>('reference_rows');
  const sets = database.collection<ReferenceSetRow>('reference_sets');
  const changes = database.collection<ReferenceChangeRow>('reference_changes');
  await rows.createIndex({ set: 1, key: 1 });
  const inMemory = new Map<
    string,
    { readonly state: ReferenceSetRow | undefined; readonly rows: ReadonlyMap<string, string> }
  >();
  const byKey = (found: readonly ReferenceRow[]) => new Map(found.map(({ key, value }) => [key, value]));
  return {
    rows,
    sets,
    versionOf: async (set) => (await sets.findOne({ _id: set }))?.version ?? null,
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
    replace: async (change, version, changed, session) => {
      const writes = change.keys.map((key) => {
        const _id = referenceId(change.set, key);
        const value = changed.get(key);
        return value === undefined
          ? { deleteOne: { filter: { _id } } }
          : { replaceOne: { filter: { _id }, replacement: { set: change.set, key, value }, upsert: true } };
      });
      for (let from = 0; from < writes.length; from += 500) {
        await rows.bulkWrite(writes.slice(from, from + 500), { session, ordered: false });
      }
      await sets.replaceOne({ _id: change.set }, { version, loadedAt: change.at }, { upsert: true, session });
      await changes.insertOne(change, { session });
    },
    change: (id) => changes.findOne({ _id: id }),
  };
};
