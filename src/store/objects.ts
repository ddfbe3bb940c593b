// STIX objects as bytes beside a few indexed fields, one row per (id, modified, source, marking, and warning where the
// publisher is unnamed): two sources that publish the same object each keep their marking, and neither learns of the other
// (I6). A row belongs to the warning that first brought it; `links` name the source's further warnings that hold it. Rows of
// one source under one id are counted: two judged at the same moment would get the same ordinal, so one of them fails and is
// judged again.
import { setImmediate } from 'node:timers/promises';
import { count, declareCollection, listOf, objectId, text } from './collection/declare.ts';
import { Binary, type Collection, type Database, type Filter, ObjectId, type Session } from './connect.ts';
import { started } from './driver/started.ts';
import { type HeldApart, heldApart, type ToCompare } from './object/held-ids.ts';
import { type HeldIndicator, indicatorsHeldBy } from './object/indicators.ts';
import { keysBeside } from './object/keys-beside.ts';
import {
  KEYS_ONLY,
  type LinkRow,
  OBJECTS,
  type ObjectKey,
  type ObjectRow,
  ROWS_AT_ONCE,
} from './object/row.ts';
import { walkVersion } from './object/walk-version.ts';

export type { ObjectKey, ObjectRow } from './object/row.ts';

export const LINKS = declareCollection<LinkRow>({
  stored: 'links',
  about: 'Which further versions of warnings hold a row, besides the one that brought it.',
  access: 'NATIVE',
  isValidated: true,
  kept: 'as long as the warning',
  fields: {
    _id: objectId('Id of the row.'),
    warning: text('Id of the warning.'),
    version: count('Its version.'),
    objects: listOf(objectId('A row that it holds.')),
  },
  indexes: [{ key: { objects: 1 } }, { key: { warning: 1, version: 1 } }],
});

/** A row, and a version of a warning that holds it besides the one that brought it. */
export type Link = { readonly row: ObjectId; readonly warning: string; readonly version: number };

export type Objects = {
  readonly rows: Collection<ObjectRow>;
  readonly links: Collection<LinkRow>;
  /** Rows with one of these STIX ids, without bodies. */
  keysOf(stixIds: readonly string[], session?: Session): Promise<ObjectKey[]>;
  /** Those of them that revoke their object. */
  revocationsOf(stixIds: readonly string[]): Promise<ObjectKey[]>;
  /** As `keysOf`, and rows whose copies have ids that begin so (object/copies.ts); always one query. */
  keysOfAny(stixIds: readonly string[], copies: readonly string[]): Promise<ObjectKey[]>;
  /** The rows against which a publisher's objects are judged: as `keysOf`, bounded (object/keys-beside.ts). */
  keysBeside(source: string, stixIds: readonly string[]): Promise<ObjectKey[]>;
  byIds(ids: readonly ObjectId[]): Promise<ObjectRow[]>;
  /** Rows with one of these STIX ids, with their bodies. */
  ofStixIds(stixIds: readonly string[]): Promise<ObjectRow[]>;
  /** As `byIds`, without bodies. */
  keysByIds(ids: readonly ObjectId[]): Promise<ObjectKey[]>;
  /** Rows are made in batches (`from` inclusive, `to` exclusive), each while the server writes the previous one. */
  insert(count: number, rowsOf: (from: number, to: number) => ObjectRow[], session: Session): Promise<void>;
  link(warning: string, version: number, objects: readonly ObjectId[], session: Session): Promise<void>;
  /** The objects of one version of a warning, in stable order; `after` is the last row id seen. */
  ofWarning(warning: string, version: number, limit: number, after?: ObjectId): Promise<ObjectRow[]>;
  /** The same of one STIX type. */
  ofType(
    type: string,
    version: Pick<ObjectRow, 'warning' | 'version'>,
    limit: number,
    after?: ObjectId,
  ): Promise<ObjectRow[]>;
  /** All objects of one version of a warning in batches, each object and its links read once. */
  walk(warning: string, version: number, batch: number): AsyncIterable<readonly ObjectRow[]>;
  /**
   * Further versions that hold these rows: a single query, read batch by batch until its consumer has seen enough. There is
   * no limit, so that hidden warnings never stand before a visible one. At least one batch comes, perhaps an empty one.
   */
  linksToAny(rows: readonly ObjectId[]): AsyncIterable<readonly Link[]>;
  /** Rows that this version of a warning links to, besides those that it brought. */
  linkedIn(warning: string, version: number): Promise<ObjectId[]>;
  /** The rows by which two versions of a warning differ, without bodies, behind a STIX id (object/held-ids.ts). */
  heldApart(of: ToCompare): Promise<HeldApart | null>;
  /** The indicators in these versions by warning, without bodies, in stable order. */
  indicatorsHeldBy(
    holders: readonly Pick<ObjectRow, 'warning' | 'version'>[],
  ): Promise<Map<string, HeldIndicator[]>>;
};

/** Up to 500 inserts share one oplog entry. */
const BATCH = 500;

export const textOf = (row: Pick<ObjectRow, 'body'>): string => row.body.toString('utf8');
export const bytesOf = (text: string): Binary => new Binary(Buffer.from(text));

export const openObjects = (database: Database): Objects => {
  const rows = database.collection(OBJECTS);
  const links = database.collection(LINKS);
  const linkedIn = async (warning: string, version: number): Promise<ObjectId[]> =>
    (await links.find({ warning, version }).toArray()).flatMap(({ objects }) => objects);
  const heldBy = async (
    { warning, version }: Pick<ObjectRow, 'warning' | 'version'>,
    after?: ObjectId,
  ): Promise<Filter<ObjectRow>> => {
    const [linked, last] = await Promise.all([
      linkedIn(warning, version),
      after === undefined ? null : rows.findOne({ _id: after }, { projection: { stixId: 1 } }),
    ]);
    return heldIn({ warning, version }, linked, last);
  };
  const firstOf = (filter: Filter<ObjectRow>, limit: number): Promise<ObjectRow[]> =>
    rows.find(filter, { batchSize: limit }).sort({ stixId: 1, _id: 1 }).limit(limit).toArray();
  return {
    rows,
    links,
    keysOf: (stixIds, session) => keysWhere(rows, { stixId: { $in: [...stixIds] } }, session),
    revocationsOf: (stixIds) =>
      keysWhere(rows, { stixId: { $in: [...stixIds] }, revoked: { $exists: true } }),
    keysOfAny: (stixIds, copies) => keysWhere(rows, anyOf(stixIds, copies)),
    keysBeside: (source, stixIds) => keysBeside(rows, source, stixIds),
    byIds: (ids) =>
      rows
        .find({ _id: { $in: [...ids] } })
        .batchSize(ROWS_AT_ONCE)
        .toArray(),
    ofStixIds: (stixIds) => rows.find({ stixId: { $in: [...stixIds] } }).toArray(),
    keysByIds: (ids) => keysWhere(rows, { _id: { $in: [...ids] } }),
    insert: (count, rowsOf, session) => insertRows(database, count, rowsOf, session),
    link: (warning, version, objects, session) =>
      insertLinks(database, { warning, version, objects }, session),
    ofWarning: async (warning, version, limit, after) =>
      firstOf(await heldBy({ warning, version }, after), limit),
    ofType: async (type, version, limit, after) => {
      // An id begins with its type and two hyphens; the dot is the character after the hyphen.
      const stixId = { $gte: `${type}--`, $lt: `${type}-.` };
      return firstOf({ $and: [await heldBy(version, after), { stixId }] }, limit);
    },
    async *walk(warning, version, batch) {
      yield* walkVersion(rows, await linkedIn(warning, version), { warning, version, batch });
    },
    linksToAny: (of) => linksIn(links, of),
    linkedIn,
    heldApart: (of) => heldApart(rows, ({ warning, version }) => linkedIn(warning, version), of),
    indicatorsHeldBy: (holders) => indicatorsHeldBy(rows, links, holders),
  };
};

/** Link rows per batch; the heads of their warnings are read together. */
const LINKS_AT_ONCE = 200;

async function* linksIn(
  links: Collection<LinkRow>,
  of: readonly ObjectId[],
): AsyncGenerator<readonly Link[]> {
  const cursor = links.aggregate<LinkRow>(
    [
      { $match: { objects: { $in: of } } },
      { $project: { warning: 1, version: 1, objects: { $setIntersection: ['$objects', of] } } },
    ],
    { batchSize: LINKS_AT_ONCE },
  );
  try {
    do {
      const isMore = await cursor.hasNext();
      const found = isMore ? cursor.readBufferedDocuments() : [];
      yield found.flatMap(({ objects, warning, version }) =>
        objects.map((row) => ({ row, warning, version })),
      );
      if (!isMore) return;
    } while (!cursor.closed);
  } finally {
    await cursor.close();
  }
}

/** Rows with one of these STIX ids, or whose copies have ids that begin so. */
const anyOf = (stixIds: readonly string[], copies: readonly string[]): Filter<ObjectRow> => {
  const named = { stixId: { $in: [...stixIds] } };
  return copies.length === 0 ? named : { $or: [named, { copies: { $in: [...copies] } }] };
};

const keysWhere = (
  rows: Collection<ObjectRow>,
  filter: Filter<ObjectRow>,
  session?: Session,
): Promise<ObjectKey[]> =>
  rows
    .find(filter, { projection: KEYS_ONLY, ...(session === undefined ? {} : { session }) })
    .batchSize(ROWS_AT_ONCE)
    .toArray() as Promise<ObjectKey[]>;

/**
 * Rows that a version brought or links to, after a given one. In the order of their STIX ids: that of insertion would show
 * which were published before in another warning, which the reader may not know of (I1).
 */
const heldIn = (
  version: Pick<ObjectRow, 'warning' | 'version'>,
  linked: readonly ObjectId[],
  after: Pick<ObjectRow, '_id' | 'stixId'> | null,
): Filter<ObjectRow> => {
  const held: Filter<ObjectRow> =
    linked.length === 0 ? version : { $or: [version, { _id: { $in: [...linked] } }] };
  if (after === null) return held;
  const { _id, stixId } = after;
  return { $and: [held, { $or: [{ stixId: { $gt: stixId } }, { stixId, _id: { $gt: _id } }] }] };
};

const insertRows = async (
  database: Database,
  count: number,
  rowsOf: (from: number, to: number) => ObjectRow[],
  session: Session,
): Promise<void> => {
  let ready = rowsOf(0, BATCH);
  // There is no next batch to make meanwhile.
  if (count <= BATCH) return ready.length === 0 ? undefined : database.insertBatch(OBJECTS, ready, session);
  for (let from = 0; from < count; from += BATCH) {
    const sent = started(database.insertBatch(OBJECTS, ready, session));
    // Yield, so that the batch is sent before the next one is made.
    await setImmediate();
    ready = from + BATCH < count ? rowsOf(from + BATCH, from + 2 * BATCH) : [];
    await sent;
  }
};

type Held = { readonly warning: string; readonly version: number; readonly objects: readonly ObjectId[] };

const insertLinks = async (
  database: Database,
  { warning, version, objects }: Held,
  session: Session,
): Promise<void> => {
  const batch: LinkRow[] = [];
  for (let from = 0; from < objects.length; from += BATCH) {
    batch.push({ _id: new ObjectId(), warning, version, objects: objects.slice(from, from + BATCH) });
  }
  if (batch.length > 0) await database.insertBatch(LINKS, batch, session);
};
