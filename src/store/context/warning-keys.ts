// What every reader of a warning has that the reference sets may know something about, a row for its newest version: by its
// keys a refreshed set finds the warnings that it changes, and a reader of the warning is told what is known. Nothing in it
// depends on the reader.
import { count, declareCollection, listOf, objectId, text } from '../collection/declare.ts';
import { type Collection, type Database, isDuplicateKey, type ObjectId, type Session } from '../connect.ts';

export type WarningKeysRow = {
  /** The warning. */
  _id: string;
  version: number;
  /** CVEs and weaknesses. */
  keys: string[];
  /** Rows of the objects with addresses, hosts and digests, which warning lists may hold. */
  rows: ObjectId[];
  /** Techniques that its publisher names, as `T1190 Exploit Public-Facing Application`. */
  techniques: string[];
};

export const WARNING_KEYS = declareCollection<WarningKeysRow>({
  stored: 'warning_keys',
  about: 'What every reader of a warning has that the reference sets may know something about.',
  access: 'NATIVE',
  isValidated: true,
  kept: 'as long as the warning, for its newest version',
  fields: {
    _id: text('Id of the warning.'),
    version: count('Its version.'),
    keys: listOf(text('A CVE or a weakness.')),
    rows: listOf(objectId('Id of the row of an object with values.')),
    techniques: listOf(text('A technique that its publisher names: its id, a blank, and its name.')),
  },
  indexes: [{ key: { keys: 1, _id: 1 } }],
});

export type WarningKeys = {
  readonly rows: Collection<WarningKeysRow>;
  /** Saves the row of a version, unless there is one of a later version. */
  save(row: WarningKeysRow): Promise<void>;
  /** Leaves an empty row, which no job of an earlier version replaces. */
  clear(warning: string, version: number, session: Session): Promise<void>;
  /** By warning. */
  of(warnings: readonly string[]): Promise<Map<string, WarningKeysRow>>;
  /** Ids of the warnings with one of these keys, in order. */
  holding(keys: readonly string[], limit: number, after: string): Promise<string[]>;
};

export const openWarningKeys = (database: Database): WarningKeys => {
  const rows = database.collection(WARNING_KEYS);
  return {
    rows,
    save: async (row) => {
      try {
        await rows.replaceOne({ _id: row._id, version: { $lte: row.version } }, row, { upsert: true });
      } catch (error) {
        // There is one of a later version.
        if (!isDuplicateKey(error)) throw error;
      }
    },
    clear: async (_id, version, session) => {
      const row = { _id, version, keys: [], rows: [], techniques: [] };
      await rows.replaceOne({ _id }, row, { upsert: true, session });
    },
    of: async (warnings) =>
      new Map((await rows.find({ _id: { $in: [...warnings] } }).toArray()).map((row) => [row._id, row])),
    holding: async (keys, limit, after) => {
      const found = await rows
        .find({ keys: { $in: [...keys] }, _id: { $gt: after } }, { projection: { _id: 1 } })
        .sort({ _id: 1 })
        .limit(limit)
        .toArray();
      return found.map(({ _id }) => _id);
    },
  };
};
