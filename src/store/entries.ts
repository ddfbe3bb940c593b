// The record's entries: appended in the transaction of the act they tell of, numbered by the sequencer, and the only
// cause of asynchronous work. Mongo knows what is undone; Redis may forget everything.
import type { Collection, Database, ObjectId, Session } from './connect.ts';
import { type JobWork, jobWork } from './entry/job-work.ts';
import type { EntryRow } from './entry/row.ts';

export { deadJobsOf, type EntryRow } from './entry/row.ts';

export type Entries = {
  readonly rows: Collection<EntryRow>;
  append(rows: readonly EntryRow[], session: Session): Promise<void>;
  byId(id: ObjectId): Promise<EntryRow | null>;
  hasKey(key: string, session?: Session): Promise<boolean>;
  pending(limit: number, session: Session): Promise<EntryRow[]>;
  /** Gives pending entries their numbers. */
  number(rows: readonly { _id: ObjectId; sequence: number }[], session: Session): Promise<void>;
  toRelay(limit: number): Promise<EntryRow[]>;
  /** Entries queued before `before` and still not done. */
  overdue(before: Date, limit: number): Promise<EntryRow[]>;
  /** Before the jobs are enqueued. `causes` are the jobs of an entry that comes to the queue for the first time. */
  markQueued(rows: readonly { _id: ObjectId; causes: readonly string[] | null }[], at: Date): Promise<void>;
  touchQueued(ids: readonly ObjectId[], at: Date): Promise<void>;
  /** All that is queued goes back to waiting: the queue was lost. */
  requeueAll(): Promise<number>;
  /** When the oldest entry was appended of which a job is still tried; what was given up does not count. */
  oldestOpen(): Promise<Date | null>;
  /** Entries that have no number yet, counted up to `limit`. */
  countPending(limit: number, maxTimeMs: number): Promise<number>;
} & JobWork;

export const openEntries = async (database: Database): Promise<Entries> => {
  const rows = database.collection<EntryRow>('entries');
  await rows.createIndexes([
    { key: { isPending: 1, _id: 1 }, partialFilterExpression: { isPending: true } },
    { key: { sequence: 1 }, unique: true, partialFilterExpression: { sequence: { $exists: true } } },
    { key: { key: 1 }, unique: true, partialFilterExpression: { key: { $exists: true } } },
    {
      key: { work: 1, sequence: 1 },
      partialFilterExpression: { work: { $in: ['WAITING', 'QUEUED', 'DEAD'] } },
    },
    { key: { dead: 1 }, partialFilterExpression: { dead: { $exists: true } } },
  ]);
  return {
    rows,
    append: async (batch, session) => {
      if (batch.length > 0) await database.insertBatch('entries', batch, session);
    },
    byId: (id) => rows.findOne({ _id: id }),
    hasKey: async (key, session) =>
      (await rows.findOne({ key }, { projection: { _id: 1 }, ...(session ? { session } : {}) })) !== null,
    pending: (limit, session) =>
      rows.find({ isPending: true }, { session }).sort({ _id: 1 }).limit(limit).toArray(),
    number: async (batch, session) => {
      const updates = batch.map(({ _id, sequence }) => ({
        updateOne: {
          filter: { _id },
          update: { $set: { sequence }, $unset: { isPending: '' as const } },
        },
      }));
      await rows.bulkWrite(updates, { session });
    },
    toRelay: (limit) =>
      rows
        .find({ work: 'WAITING', sequence: { $gt: 0 } })
        .sort({ sequence: 1 })
        .limit(limit)
        .toArray(),
    overdue: (before, limit) =>
      rows
        .find({ work: 'QUEUED', sequence: { $gt: 0 }, queuedAt: { $lt: before } })
        .sort({ sequence: 1 })
        .limit(limit)
        .toArray(),
    markQueued: async (batch, at) => {
      if (batch.length === 0) return;
      await rows.bulkWrite(
        batch.map(({ _id, causes }) => ({
          updateOne: {
            filter: { _id, work: 'WAITING' as const },
            update: {
              $set: {
                ...(causes === null ? {} : { open: [...causes] }),
                work: causes?.length === 0 ? ('DONE' as const) : ('QUEUED' as const),
                queuedAt: at,
              },
            },
          },
        })),
        { ordered: false },
      );
    },
    touchQueued: async (ids, at) => {
      await rows.updateMany({ _id: { $in: [...ids] }, work: 'QUEUED' }, { $set: { queuedAt: at } });
    },
    requeueAll: async () =>
      (await rows.updateMany({ work: 'QUEUED' }, { $set: { work: 'WAITING' as const } })).modifiedCount,
    ...jobWork(rows),
    oldestOpen: async () =>
      (
        await rows.findOne(
          { work: { $in: ['WAITING', 'QUEUED'] } },
          { sort: { sequence: 1 }, projection: { at: 1 } },
        )
      )?.at ?? null,
    countPending: (limit, maxTimeMS) => rows.countDocuments({ isPending: true }, { limit, maxTimeMS }),
  };
};
