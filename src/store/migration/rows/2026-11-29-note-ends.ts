// Newest versions of older releases say when they end, so that their class can be counted. Those that ended before are told to
// nobody any more. Versions that an older hub writes meanwhile are brought up to date once a minute.
import { endOf, isEndTold } from '../../../domain/retention/end-of-warning.ts';
import type { Database, Filter, Session } from '../../connect.ts';
import { contentOf } from '../../content/stored-content.ts';
import { WARNINGS, type WarningRow } from '../../warnings.ts';
import type { Batch, RowMigration } from '../migration.ts';

const BATCH = 200;
const OPEN = { isHead: true, endsAt: { $exists: false } } as Filter<WarningRow>;
const FIELDS = { content: 1, at: 1, isQuiet: 1 } as const;
type Row = Pick<WarningRow, '_id' | 'content' | 'at' | 'isQuiet'>;

const write = async (database: Database, rows: readonly Row[], session?: Session): Promise<number> => {
  if (rows.length === 0) return 0;
  const updates = rows.map(({ _id, content, at, isQuiet }) => {
    const { summary } = contentOf(content);
    const endsAt = endOf(summary, at);
    const isDue = isEndTold(summary, isQuiet) && endsAt > new Date();
    return {
      updateOne: {
        filter: { _id, ...OPEN },
        update: { $set: { endsAt, ...(isDue ? { isEndDue: true as const } : {}) } },
      },
    };
  });
  const options = { ordered: false, ...(session === undefined ? {} : { session }) };
  return (await database.collection(WARNINGS).bulkWrite(updates as never, options)).modifiedCount;
};

const next = async (database: Database, position: string | null): Promise<Batch | null> => {
  const rows = await database
    .collection(WARNINGS)
    .find({ _id: { $gt: position ?? '' }, ...OPEN }, { projection: FIELDS })
    .sort({ _id: 1 })
    .limit(BATCH)
    .toArray();
  const last = rows.at(-1);
  if (last === undefined) return null;
  return { position: last._id, write: (session) => write(database, rows, session) };
};

export const noteEnds: RowMigration = {
  kind: 'ROWS',
  name: '2026-11-29-note-ends',
  about: 'Warnings say when they end, for their retention and for the notice to their readers.',
  remaining: (database) => database.collection(WARNINGS).countDocuments(OPEN),
  next,
};

/** Those that an older hub wrote since `from`, of these publishers; returns how many were brought up to date. */
export const noteEndsLately = async (
  database: Database,
  publishers: readonly string[],
  from: Date,
): Promise<number> => {
  let count = 0;
  for (const publisher of publishers) {
    const rows = await database
      .collection(WARNINGS)
      .find({ publisher, at: { $gte: from }, ...OPEN }, { projection: FIELDS })
      .limit(BATCH)
      .toArray();
    count += await write(database, rows);
  }
  return count;
};
