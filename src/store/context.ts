// What the hub found out itself, beside the producers' untouched objects: which rows tell the same thing, and
// enrichment as objects of the hub's own identity, one per (set, row), readable exactly as the row is.
import type { Span } from 'stix2-ts/entity';
import { any, bytes, count, declareCollection, maybe, objectId, text, truth } from './collection/declare.ts';
import {
  type Binary,
  type Collection,
  type Database,
  type Filter,
  isDuplicateKey,
  type ObjectId,
} from './connect.ts';

/** One teller of a thing. `_id` is thing + row, so that a repeat changes nothing. */
export type TellingRow = {
  _id: string;
  thing: string;
  row: ObjectId;
  warning: string;
  version: number;
  /** Set when the row only says that it is also called so. */
  isAlias?: true;
  /** What such a row tells of, by its own name. */
  of?: string;
  /** When it held, where that tells it from others of the same key. */
  span?: Span;
};

export type EnrichmentRow = {
  /** STIX id of the hub's object + row. */
  _id: string;
  stixId: string;
  type: string;
  /** Row of the object that it is about. */
  row: ObjectId;
  subject: string;
  warning: string;
  version: number;
  set: string;
  setVersion: string;
  /** What in the set it was made from (a CVE, a CWE), for refreshing. */
  key: string;
  body: Binary;
};

/** Which keys (CVE, CWE, values, sectors) a row holds: how a refreshed set finds what it changes. */
export type KeyUseRow = { _id: string; key: string; row: ObjectId; warning: string; version: number };

const VALUE_OF_A_PERSON = { personal: 'may be an e-mail address or an account' };

export const TELLINGS = declareCollection<TellingRow>({
  stored: 'tellings',
  about: 'Which row of an object asserts which entity.',
  access: 'NATIVE',
  isValidated: false,
  kept: 'as long as the row',
  fields: {
    _id: text('Entity and row.', VALUE_OF_A_PERSON),
    thing: text('Key of the entity: a pattern, a CVE, a value, a name.', VALUE_OF_A_PERSON),
    row: objectId('The row that asserts it.'),
    warning: text('Id of the warning that brought the row.'),
    version: count('Its version.'),
    isAlias: maybe(truth('Whether the row only says that it is also called so.')),
    of: maybe(text('What such a row is about, by its own name.')),
    span: maybe(any('When it held, where that tells it from others of the same key.')),
  },
  indexes: [{ key: { thing: 1, _id: 1 } }, { key: { row: 1 } }],
});

export const ENRICHMENTS = declareCollection<EnrichmentRow>({
  stored: 'enrichments',
  about: 'Objects that the hub makes from reference sets, beside the objects of producers.',
  access: 'NATIVE',
  isValidated: false,
  kept: 'until the set no longer says it',
  fields: {
    _id: text('STIX id and row.'),
    stixId: text('STIX id of the object that the hub made.'),
    type: text('Its STIX type.'),
    row: objectId('Row of the object that it is about.'),
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

export const KEY_USES = declareCollection<KeyUseRow>({
  stored: 'key_uses',
  about: 'Which row of an object holds which key of a reference set.',
  access: 'NATIVE',
  isValidated: false,
  kept: 'as long as the row',
  fields: {
    _id: text('Key and row.', VALUE_OF_A_PERSON),
    key: text('A CVE, a weakness, a value, a sector.', VALUE_OF_A_PERSON),
    row: objectId('The row that holds it.'),
    warning: text('Id of the warning that brought the row.'),
    version: count('Its version.'),
  },
  indexes: [{ key: { key: 1, _id: 1 } }],
});

export type Context = {
  readonly tellings: Collection<TellingRow>;
  readonly enrichments: Collection<EnrichmentRow>;
  readonly keyUses: Collection<KeyUseRow>;
  saveTellings(rows: readonly TellingRow[]): Promise<void>;
  /** Who tells these things, or calls what it tells so; of `aliases` only who tells them. */
  tellingsOf(
    things: readonly string[],
    aliases: readonly string[],
    limit: number,
    after?: string,
  ): Promise<TellingRow[]>;
  thingsOf(row: ObjectId): Promise<TellingRow[]>;
  saveKeyUses(rows: readonly KeyUseRow[]): Promise<void>;
  usesOf(keys: readonly string[], limit: number, after?: string): Promise<KeyUseRow[]>;
  /** Uses of every key that begins so. */
  usesBelow(prefix: string, limit: number, after?: string): Promise<KeyUseRow[]>;
  saveEnrichments(rows: readonly EnrichmentRow[]): Promise<void>;
  enrichmentsOf(rowIds: readonly ObjectId[], limit: number): Promise<EnrichmentRow[]>;
  /** Removes what a set no longer says of these rows. */
  dropOthers(set: string, rowIds: readonly ObjectId[], keep: readonly string[]): Promise<number>;
};

/** What a row is called at most: by its name and fifty aliases. */
const MAX_NAMES = 51;

export const openContext = (database: Database): Context => {
  const tellings = database.collection(TELLINGS);
  const enrichments = database.collection(ENRICHMENTS);
  const keyUses = database.collection(KEY_USES);
  return {
    tellings,
    enrichments,
    keyUses,
    saveTellings: (rows) => insertNew(tellings, rows),
    tellingsOf: (things, aliases, limit, after) =>
      tellings
        .find({ ...tellersOf(things, aliases), ...(after === undefined ? {} : { _id: { $gt: after } }) })
        .sort({ _id: 1 })
        .limit(limit)
        .toArray(),
    thingsOf: (row) => tellings.find({ row }).limit(MAX_NAMES).toArray(),
    saveKeyUses: (rows) => insertNew(keyUses, rows),
    usesOf: (keys, limit, after) =>
      keyUses
        .find({ key: { $in: [...keys] }, ...(after === undefined ? {} : { _id: { $gt: after } }) })
        .sort({ _id: 1 })
        .limit(limit)
        .toArray(),
    // An id begins with its key.
    usesBelow: (prefix, limit, after) =>
      keyUses
        .find({ _id: { $gt: after ?? prefix, $lt: `${prefix}\uffff` } })
        .sort({ _id: 1 })
        .limit(limit)
        .toArray(),
    saveEnrichments: (rows) => replaceAll(enrichments, rows),
    enrichmentsOf: (rowIds, limit) =>
      enrichments
        .find({ row: { $in: [...rowIds] } })
        .sort({ _id: 1 })
        .limit(limit)
        .toArray(),
    dropOthers: async (set, rowIds, keep) =>
      (await enrichments.deleteMany({ set, row: { $in: [...rowIds] }, _id: { $nin: [...keep] } }))
        .deletedCount,
  };
};

const tellersOf = (things: readonly string[], aliases: readonly string[]): Filter<TellingRow> =>
  aliases.length === 0
    ? { thing: { $in: [...things] } }
    : {
        $or: [{ thing: { $in: [...things] } }, { thing: { $in: [...aliases] }, isAlias: { $exists: false } }],
      };

const BATCH = 500;

/** For rows that never change under one id: those that are there stay. A third of the work of replacing them. */
const insertNew = async <Row extends { _id: string }>(
  collection: Collection<Row>,
  rows: readonly Row[],
): Promise<void> => {
  for (let from = 0; from < rows.length; from += BATCH) {
    try {
      await collection.insertMany(rows.slice(from, from + BATCH) as never, { ordered: false });
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
    }
  }
};

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
