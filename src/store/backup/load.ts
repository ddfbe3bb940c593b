// Writes the rows of a backup into an empty database, and reads them back. What is declared (validators, indexes) comes
// afterwards, from the migrations: rows of an older release need not fit before they have run.
import mongoose from 'mongoose';
import type { Declared } from '../collection/declare.ts';
import { COLLECTIONS } from '../collection/table.ts';
import type { Database } from '../connect.ts';
import { MIGRATION_LIST } from '../migration/list.ts';
import { MIGRATIONS } from '../migration/run/records.ts';
import { markIncomplete, RESTORE } from './incomplete.ts';
import { insertRaw } from './raw-insert.ts';
import { collectionNames } from './snapshot.ts';

export type Loading = {
  insert(name: string, rows: readonly Buffer[]): Promise<void>;
  /** The rows as they are stored now, as BSON. */
  stored(name: string): AsyncGenerator<readonly Buffer[]>;
};

const BATCH_ROWS = 2_000;
const declaredBy = new Map<string, Declared>(COLLECTIONS.map((each) => [each.stored, each]));

/** Removes every collection; only for a database that is marked as incomplete. */
export const emptyDatabase = async (database: Database): Promise<void> => {
  const names = await collectionNames(database);
  // The mark goes last, so that a kill leaves it.
  for (const name of names.filter((each) => each !== MIGRATIONS.stored))
    await database.native().dropCollection(name);
  if (names.includes(MIGRATIONS.stored)) await database.native().dropCollection(MIGRATIONS.stored);
};

/** Marks the database as incomplete before it writes anything else. */
export const beginLoading = async (database: Database, release: string, at: Date): Promise<Loading> => {
  const db = database.native();
  await markIncomplete(database, release, at);
  return {
    insert: async (name, rows) => {
      if (rows.length > 0) await insertRaw(database, name, rows);
    },
    async *stored(name) {
      const options = { raw: true, batchSize: BATCH_ROWS, readConcern: { level: 'majority' } as const };
      const filter = name === MIGRATIONS.stored ? { _id: { $ne: RESTORE as never } } : {};
      const cursor = db.collection(name).find(filter, options);
      while (await cursor.hasNext()) yield cursor.readBufferedDocuments() as unknown as Buffer[];
    },
  };
};

/** Forgets that the database has what is declared: the rows came without validators and indexes. */
export const forgetShape = async (database: Database): Promise<void> => {
  const names = MIGRATION_LIST.filter(({ kind }) => kind === 'SHAPE').map(({ name }) => name);
  await database.collection(MIGRATIONS).deleteMany({ _id: { $in: names } });
};

/** Those of the rows of a backup that a restore writes. */
export const loadable = (name: string, rows: readonly Buffer[]): readonly Buffer[] => {
  if (declaredBy.get(name)?.endsAtRestore === true) return [];
  // The mark of an earlier restore must not take the place of this one's.
  return name === MIGRATIONS.stored ? rows.filter((row) => idOf(row) !== RESTORE) : rows;
};

const idOf = (row: Buffer): unknown => mongoose.mongo.BSON.deserialize(row)['_id'];
