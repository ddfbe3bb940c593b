// What the hub derives, separate from the producers' unchanged objects: one row of keys per object, and enrichment as objects
// of the hub's own identity, one per (set, row), readable exactly as that row is.
import { bytes, count, declareCollection, objectId, text } from './collection/declare.ts';
import type { Binary, Collection, Database, ObjectId } from './connect.ts';
import { type ObjectContexts, openObjectContexts, VALUE_OF_A_PERSON } from './context/object-context.ts';
import { openWarningKeys, type WarningKeys } from './context/warning-keys.ts';

export type EnrichmentRow = {
  /** STIX id of the hub's object, and the row. */
  _id: string;
  stixId: string;
  type: string;
  /** Row of the object that it describes. */
  row: ObjectId;
  subject: string;
  warning: string;
  version: number;
  set: string;
  setVersion: string;
  /** What in the set it was made from (a CVE, a CWE), for refreshes. */
  key: string;
  body: Binary;
};

export const ENRICHMENTS = declareCollection<EnrichmentRow>({
  stored: 'enrichments',
  about: 'Objects that the hub makes from reference sets, separate from the objects of producers.',
  access: 'NATIVE',
  isValidated: false,
  kept: 'until the set drops it',
  fields: {
    _id: text('STIX id and row.'),
    stixId: text('STIX id of the object that the hub made.'),
    type: text('Its STIX type.'),
    row: objectId('Row of the object that it describes.'),
    subject: text('STIX id of that object.'),
    warning: text('Id of the warning that brought the row.'),
    version: count('Its version.'),
    set: text('Name of the reference set.'),
    setVersion: text('Version of the set.'),
    key: text('What in the set it was made from.', VALUE_OF_A_PERSON),
    body: bytes('The object as JSON.', VALUE_OF_A_PERSON),
  },
  indexes: [{ key: { row: 1 } }, { key: { set: 1, key: 1 } }, { key: { stixId: 1 } }],
});

export type Context = {
  readonly objects: ObjectContexts;
  readonly warnings: WarningKeys;
  readonly enrichments: Collection<EnrichmentRow>;
  saveEnrichments(rows: readonly EnrichmentRow[]): Promise<void>;
  /** At most `each` of every row, so that one with many takes no place of another. */
  enrichmentsOf(rowIds: readonly ObjectId[], each: number): Promise<EnrichmentRow[]>;
  /** Everything that these sets say about these rows. */
  enrichmentsIn(sets: ReadonlySet<string>, rowIds: readonly ObjectId[]): Promise<EnrichmentRow[]>;
  /** Removes what a set has dropped. */
  dropEnrichments(ids: readonly string[]): Promise<void>;
};

export const openContext = (database: Database): Context => {
  const enrichments = database.collection(ENRICHMENTS);
  return {
    objects: openObjectContexts(database),
    warnings: openWarningKeys(database),
    enrichments,
    saveEnrichments: (rows) => replaceAll(enrichments, rows),
    enrichmentsOf: async (rowIds, each) => {
      const read = (ids: readonly ObjectId[], limit: number): Promise<EnrichmentRow[]> =>
        enrichments
          .find({ row: { $in: [...ids] } })
          .sort({ _id: 1 })
          .limit(limit)
          .toArray();
      const most = each * rowIds.length;
      const found = await read(rowIds, most + 1);
      if (found.length <= most) return found;
      return (await Promise.all(rowIds.map((id) => read([id], each)))).flat();
    },
    enrichmentsIn: (sets, rowIds) =>
      enrichments.find({ row: { $in: [...rowIds] }, set: { $in: [...sets] } }).toArray(),
    dropEnrichments: async (ids) => {
      if (ids.length > 0) await enrichments.deleteMany({ _id: { $in: [...ids] } });
    },
  };
};

const BATCH = 500;

const replaceAll = async <Row extends { _id: string }>(
  collection: Collection<Row>,
  rows: readonly Row[],
): Promise<void> => {
  for (let from = 0; from < rows.length; from += BATCH) {
    const batch = rows.slice(from, from + BATCH).map((row) => ({
      replaceOne: { filter: { _id: row._id } as never, replacement: row as never, upsert: true },
    }));
    await collection.bulkWrite(batch, { ordered: false });
  }
};
