// Reads every collection as it was at one instant, while others write. mongod keeps that state for a window of some minutes,
// which the user of the hub can neither see nor change; a read after it, or of a collection made since, fails.
import mongoose from 'mongoose';
import { BackupFault } from '../../domain/backup/backup.ts';
import { problem } from '../../domain/problem.ts';
import type { Database } from '../connect.ts';
import { COUNTERS } from '../coordination/counters.ts';

export type CollectionSize = {
  readonly name: string;
  readonly rows: number;
  /** Of the rows as BSON, by the server's own count. */
  readonly bytes: number;
};

export type Snapshot = {
  readonly takenAt: Date;
  /** The documents of a collection as BSON, in the server's order and batches. Throws a BackupFault once it is gone. */
  rows(name: string): AsyncGenerator<readonly Buffer[]>;
  end(): Promise<void>;
};

const BATCH_ROWS = 2_000;
const MILLISECONDS = 1_000;

/** SnapshotTooOld (src/mongo/base/error_codes.yml of the server). */
const TOO_OLD = 239;
/** SnapshotUnavailable. */
const CHANGED = 246;

const lostOr = (error: unknown): unknown => {
  const code = error instanceof mongoose.mongo.MongoServerError ? error.code : undefined;
  if (code === TOO_OLD) {
    return new BackupFault(
      problem(
        'BACKUP_TOO_LARGE',
        '$.window',
        'The server no longer keeps the snapshot: reading took too long.',
        'Try at a quieter hour; see "A database of more than 12 GB" in docs/OPERATING.md.',
      ),
      error,
    );
  }
  if (code !== CHANGED) return error;
  return new BackupFault(
    problem(
      'BACKUP_INTERRUPTED',
      '$',
      'The database changed its shape while it was read.',
      'Try again when that is done.',
    ),
    error,
  );
};

/** Collections as they are stored, with their sizes: what the server counts, without reading rows. */
export const sizesOf = async (database: Database, names: readonly string[]): Promise<CollectionSize[]> => {
  const stored = new Set(await collectionNames(database));
  return Promise.all(
    names
      .filter((name) => stored.has(name))
      .map(async (name) => {
        const [found] = await database
          .native()
          .collection(name)
          .aggregate([{ $collStats: { storageStats: {} } }], { readConcern: { level: 'local' } })
          .toArray();
        const { count = 0, size = 0 } = found?.['storageStats'] ?? {};
        return { name, rows: Number(count), bytes: Number(size) };
      }),
  );
};

/** Without those of the server itself. */
export const collectionNames = async (database: Database): Promise<string[]> =>
  (await database.native().listCollections({}, { nameOnly: true }).toArray())
    .map(({ name }) => name)
    .filter((name) => !name.startsWith('system.'))
    .sort();

/** Takes the snapshot now. */
export const takeSnapshot = async (database: Database): Promise<Snapshot> => {
  const db = database.native();
  const session = database.connection.getClient().startSession({ snapshot: true });
  const options = { session, raw: true, readConcern: { level: 'snapshot' } as const };
  // The first read fixes the instant for all others of the session.
  await db.collection(COUNTERS.stored).find({}, options).limit(1).toArray();
  const { snapshotTime } = session as { snapshotTime?: mongoose.mongo.Timestamp };
  if (snapshotTime === undefined) throw new Error('The driver took no snapshot.');
  return {
    takenAt: new Date(snapshotTime.getHighBitsUnsigned() * MILLISECONDS),
    async *rows(name) {
      const cursor = db.collection(name).find({}, { ...options, batchSize: BATCH_ROWS });
      try {
        while (await cursor.hasNext()) yield cursor.readBufferedDocuments() as unknown as Buffer[];
      } catch (error) {
        throw lostOr(error);
      } finally {
        await cursor.close();
      }
    },
    end: () => session.endSession(),
  };
};
