// Names persons by digests in the tokens of feed rows and access classes, where older hubs named them in clear. Rows that an
// older hub writes beside this one are changed by the workers (hashPersonsLately).
import { withPersonsHashed } from '../../../policy/scope.ts';
import { ACCESS_CLASSES } from '../../access-classes.ts';
import type { Declared } from '../../collection/declare.ts';
import type { Database } from '../../connect.ts';
import { BY_TOKEN, EVERY_SECTOR, FEED } from '../../feed.ts';
import type { Batch, RowMigration } from '../migration.ts';

type Tokened = { _id: string; tokens: string[] };

const BATCH = 200;
const IN_CLEAR = /^person:[^/]*\//;
/** Rows that name very many persons have only the wildcard. */
const STALE = {
  $or: [{ tokens: IN_CLEAR }, { tokens: { $eq: 'person:*', $not: /^person:[^*]/ } }],
};

const updatesOf = (rows: readonly Tokened[]) =>
  rows.map(({ _id, tokens }) => ({
    updateOne: { filter: { _id, tokens }, update: { $set: { tokens: withPersonsHashed(tokens) } } },
  }));

const hashed = (declared: Declared, name: string, about: string): RowMigration => {
  const rowsOf = (database: Database) => database.collection<Tokened>(declared as never);
  return {
    kind: 'ROWS',
    name,
    about,
    remaining: (database) => rowsOf(database).countDocuments(STALE),
    next: async (database, position): Promise<Batch | null> => {
      const rows = rowsOf(database);
      const found = await rows
        .find({ _id: { $gt: position ?? '' }, ...STALE }, { projection: { tokens: 1 } })
        .sort({ _id: 1 })
        .limit(BATCH)
        .toArray();
      const last = found.at(-1);
      if (last === undefined) return null;
      return {
        position: last._id,
        write: async (session) =>
          (await rows.bulkWrite(updatesOf(found), { session, ordered: false })).modifiedCount,
      };
    },
  };
};

export const hashPersonsOfFeed = hashed(
  FEED,
  '2026-11-29-hash-persons-of-feed',
  'Tokens of feed rows name persons by digests.',
);

export const hashPersonsOfClasses = hashed(
  ACCESS_CLASSES,
  '2026-11-29-hash-persons-of-classes',
  'Tokens of access classes name persons by digests.',
);

/** The same for feed rows that an older hub has written since; the number of versions changed. One read of an index if none. */
export const hashPersonsLately = async (database: Database): Promise<number> => {
  const rows = database.collection(FEED);
  const exercises = await database.collection(ACCESS_CLASSES).distinct('exercise');
  const found = await rows
    .find(
      { sector: EVERY_SECTOR, exercise: { $in: exercises }, tokens: IN_CLEAR },
      { projection: { warning: 1, version: 1 }, hint: BY_TOKEN, limit: BATCH },
    )
    .toArray();
  for (const { warning, version } of found) {
    const ofVersion = await rows.find({ warning, version }, { projection: { tokens: 1 } }).toArray();
    await rows.bulkWrite(updatesOf(ofVersion));
  }
  return found.length;
};
