// Gives each object row of older releases its ordinal among the rows of its source and id, in the order of insertion. Such
// a database is recognised by its former unique index.
import type { Database, Session } from '../../connect.ts';
import { OBJECTS, type ObjectRow } from '../../object/row.ts';
import type { Batch, RowMigration } from '../migration.ts';

const UNCOUNTED_INDEX = 'stixId_1_modified_1_source_1';
const BATCH = 500;
const UNCOUNTED = { ordinal: { $exists: false } } as const;

type Row = Pick<ObjectRow, '_id' | 'stixId' | 'source'>;
const ONLY = { projection: { stixId: 1, source: 1 } } as const;

const isOld = async (database: Database): Promise<boolean> => {
  const found = await database.native().listCollections({ name: OBJECTS.stored }).toArray();
  if (found.length === 0) return false;
  return (await database.collection(OBJECTS).indexes()).some(({ name }) => name === UNCOUNTED_INDEX);
};

const next = async (database: Database, position: string | null): Promise<Batch | null> => {
  if (!(await isOld(database))) return null;
  const rows = database.collection(OBJECTS);
  const block = (await rows
    .find({ stixId: { $gte: position ?? '' }, ...UNCOUNTED }, ONLY)
    .sort({ stixId: 1 })
    .limit(BATCH)
    .toArray()) as Row[];
  const [first, last] = [block[0], block.at(-1)];
  if (first === undefined || last === undefined) return null;
  // The last id may have more rows than the block: take them in id order, which is the order of insertion.
  const range = { $gte: first.stixId, $lte: last.stixId };
  const taken = (await rows
    .find({ stixId: range, ...UNCOUNTED }, ONLY)
    .sort({ _id: 1 })
    .limit(BATCH)
    .toArray()) as Row[];
  return { position: first.stixId, write: (session) => writeOrdinals(database, taken, session) };
};

const placeOf = ({ stixId, source }: Pick<Row, 'stixId' | 'source'>): string => `${stixId} ${source}`;

const writeOrdinals = async (
  database: Database,
  taken: readonly Row[],
  session: Session,
): Promise<number> => {
  const rows = database.collection(OBJECTS);
  const counted = await rows
    .aggregate<{ _id: { stixId: string; source: string }; last: number }>(
      [
        {
          $match: {
            stixId: { $in: [...new Set(taken.map(({ stixId }) => stixId))] },
            ordinal: { $exists: true },
          },
        },
        { $group: { _id: { stixId: '$stixId', source: '$source' }, last: { $max: '$ordinal' } } },
      ],
      { session },
    )
    .toArray();
  const following = new Map(counted.map(({ _id, last }) => [placeOf(_id), last + 1]));
  const writes = taken.map((row) => {
    const ordinal = following.get(placeOf(row)) ?? 0;
    following.set(placeOf(row), ordinal + 1);
    return { updateOne: { filter: { _id: row._id, ...UNCOUNTED }, update: { $set: { ordinal } } } };
  });
  return (await rows.bulkWrite(writes as never, { session, ordered: false })).modifiedCount;
};

export const countObjectRows: RowMigration = {
  kind: 'ROWS',
  name: '2026-11-28-count-object-rows',
  about: 'Rows of objects are counted per source.',
  remaining: async (database) =>
    (await isOld(database)) ? database.collection(OBJECTS).countDocuments(UNCOUNTED) : 0,
  next,
};
