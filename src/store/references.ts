// The current reference sets: one row per key of a set, so that a refresh knows what it changed and a worker reads only the
// keys it needs.
import { declareCollection, instant, listOf, text } from './collection/declare.ts';
import type { Collection, Database, Session } from './connect.ts';

export type ReferenceRow = { _id: string; set: string; key: string; value: string };
export type ReferenceSetRow = { _id: string; version: string; loadedAt: Date };
/** The keys that one refresh changed, which the re-enrichment that it causes has to visit. */
export type ReferenceChangeRow = { _id: string; set: string; keys: string[]; at: Date };

export type References = {
  readonly rows: Collection<ReferenceRow>;
  readonly sets: Collection<ReferenceSetRow>;
  versionOf(set: string): Promise<string | null>;
  /** Every set's current state, by name. */
  states(): Promise<ReadonlyMap<string, ReferenceSetRow>>;
  lookUp(set: string, keys: readonly string[]): Promise<Map<string, string>>;
  all(set: string): Promise<Map<string, string>>;
  /** All values of a small set, cached while the set is in this state: for sets queried by many keys at once. */
  whole(set: string, state: ReferenceSetRow | undefined): Promise<ReadonlyMap<string, string>>;
  /** Writes the changes, the set's version and the list of changed keys, all in the given transaction. */
  replace(
    change: ReferenceChangeRow,
    version: string,
    changed: ReadonlyMap<string, string>,
    session: Session,
  ): Promise<void>;
  change(id: string): Promise<ReferenceChangeRow | null>;
};

/** False when the set was reloaded between the two reads. */
export const isSameState = (one: ReferenceSetRow | undefined, other: ReferenceSetRow | undefined): boolean =>
  one?.version === other?.version && one?.loadedAt.getTime() === other?.loadedAt.getTime();

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
    version: text('Version, as the set gives it.'),
    loadedAt: instant('When it was loaded.'),
  },
  indexes: [],
});

export const REFERENCE_CHANGES = declareCollection<ReferenceChangeRow>({
  stored: 'reference_changes',
  about: 'Which keys a refresh changed: what re-enrichment has to visit.',
  access: 'NATIVE',
  isValidated: true,
  kept: 'for the life of the hub',
  fields: {
    _id: text('Set, and the name of the refresh.'),
    set: text('Name of the set.'),
    keys: listOf(text('A key that was changed.')),
    at: instant('When.'),
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
