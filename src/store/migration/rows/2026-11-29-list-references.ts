// Lists the references of object rows that older hubs wrote: the ids that stand for something stored when this runs. Which of
// them its publisher could read is not known, so each counts; an id that stands for nothing is taken for its own words. It is
// fixed here, so that nobody learns later from an old row whether an id that it names exists (I30).
import { predefinedMarking } from 'stix2-ts/marking';
import { identifiersIn } from 'stix2-ts/references';
import type { StixObject } from 'stix2-ts/stix-object';
import { type Database, ObjectId, type Session } from '../../connect.ts';
import { storedReferences } from '../../object/references.ts';
import { OBJECTS, type ObjectRow } from '../../object/row.ts';
import { MEMBERS } from '../../partnership/member-row.ts';
import type { Batch, RowMigration } from '../migration.ts';

const BATCH = 200;
const UNLISTED = { references: { $exists: false } } as const;

type Row = Pick<ObjectRow, '_id' | 'stixId' | 'body'>;
type Read = { readonly row: Row; readonly object: StixObject; readonly ids: readonly string[] };

const objectsOf = (database: Database) => database.collection(OBJECTS);

const next = async (database: Database, position: string | null): Promise<Batch | null> => {
  const beyond = position === null ? {} : { _id: { $gt: new ObjectId(position) } };
  const found = (await objectsOf(database)
    .find({ ...beyond, ...UNLISTED }, { projection: { stixId: 1, body: 1 } })
    .sort({ _id: 1 })
    .limit(BATCH)
    .toArray()) as Row[];
  const last = found.at(-1);
  if (last === undefined) return null;
  return { position: last._id.toHexString(), write: (session) => writeReferences(database, found, session) };
};

const writeReferences = async (
  database: Database,
  found: readonly Row[],
  session: Session,
): Promise<number> => {
  const read = found.map((row): Read => {
    const object = JSON.parse(row.body.toString('utf8')) as StixObject;
    return { row, object, ids: identifiersIn(object).filter((id) => id !== object.id) };
  });
  const isListed = await storedAmong(
    database,
    read.flatMap(({ ids }) => ids),
  );
  const writes = read.map(({ row, object, ids }) => ({
    updateOne: {
      filter: { _id: row._id, ...UNLISTED },
      update: { $set: { references: storedReferences(object, { ids, isListed, isWithin: () => false }) } },
    },
  }));
  return (await objectsOf(database).bulkWrite(writes as never, { session, ordered: false })).modifiedCount;
};

/** Whether an id stands for something stored that not everybody knows, as the predefined markings and members' identities. */
const storedAmong = async (database: Database, ids: readonly string[]): Promise<(id: string) => boolean> => {
  const asked = [...new Set(ids)].filter((id) => predefinedMarking(id) === null);
  if (asked.length === 0) return () => false;
  const known = new Set(
    (
      await database
        .collection(MEMBERS)
        .find({}, { projection: { identity: 1 } })
        .toArray()
    ).map(({ identity }) => identity),
  );
  const stored = new Set<unknown>(
    await objectsOf(database).distinct('stixId', { stixId: { $in: asked.filter((id) => !known.has(id)) } }),
  );
  return (id) => stored.has(id);
};

export const listStoredReferences: RowMigration = {
  kind: 'ROWS',
  name: '2026-11-29-list-references',
  about: 'Rows of objects say which of their references must be withheld.',
  remaining: (database) => objectsOf(database).countDocuments(UNLISTED),
  next,
};
