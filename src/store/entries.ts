// The record's entries: appended in the transaction of the act they tell of, numbered by the sequencer, and the only
// cause of asynchronous work. Mongo knows what is undone; Redis may forget everything.
import type { EntrySubject, Event } from '../domain/entry.ts';
import type { Collection, Database, ObjectId, Session } from './connect.ts';

export type WorkState = 'WAITING' | 'QUEUED' | 'DONE' | 'DEAD';

export type EntryRow = {
  _id: ObjectId;
  event: Event;
  subject: EntrySubject;
  exercise: string | null;
  /** The trace of the act or the job that appended it (W3C traceparent): ids only. */
  trace?: string;
  at: Date;
  salt: Buffer;
  commitment: Buffer;
  /** Present until it is numbered. */
  isPending?: true;
  sequence?: number;
  /** A name that may occur once, so that work repeated appends nothing. */
  key?: string;
  work: WorkState;
  open: string[];
  queuedAt?: Date;
  starts: number;
  failures: number;
  cause?: string;
};

export type Entries = {
  readonly rows: Collection<EntryRow>;
  append(rows: readonly EntryRow[], session: Session): Promise<void>;
  byId(id: ObjectId): Promise<EntryRow | null>;
  hasKey(key: string, session?: Session): Promise<boolean>;
  pending(limit: number, session: Session): Promise<EntryRow[]>;
  toRelay(limit: number): Promise<EntryRow[]>;
  /** Entries queued before `before` and still not done. */
  overdue(before: Date, limit: number): Promise<EntryRow[]>;
  /** Notes which jobs each entry causes, before they are enqueued; an entry that causes none is done. */
  markQueued(rows: readonly { _id: ObjectId; open: readonly string[] }[], at: Date): Promise<void>;
  touchQueued(ids: readonly ObjectId[], at: Date): Promise<void>;
  /** All that is queued goes back to waiting: the queue was lost. */
  requeueAll(): Promise<number>;
  started(id: ObjectId): Promise<EntryRow | null>;
  finished(id: ObjectId, job: string): Promise<void>;
  failed(id: ObjectId, cause: string, deadAfter: number): Promise<boolean>;
  bury(id: ObjectId, cause: string): Promise<void>;
  oldestOpen(): Promise<Date | null>;
  countByWork(): Promise<Record<string, number>>;
};

/** `currentTrace` gives the traceparent of what runs now, which an entry keeps for the jobs that it causes. */
export const openEntries = async (
  database: Database,
  currentTrace: () => string | null,
): Promise<Entries> => {
  const rows = database.collection<EntryRow>('entries');
  await rows.createIndexes([
    { key: { isPending: 1, _id: 1 }, partialFilterExpression: { isPending: true } },
    { key: { sequence: 1 }, unique: true, partialFilterExpression: { sequence: { $exists: true } } },
    { key: { key: 1 }, unique: true, partialFilterExpression: { key: { $exists: true } } },
    {
      key: { work: 1, sequence: 1 },
      partialFilterExpression: { work: { $in: ['WAITING', 'QUEUED', 'DEAD'] } },
    },
  ]);
  return {
    rows,
    append: async (batch, session) => {
      const trace = currentTrace();
      const traced = trace === null ? [...batch] : batch.map((row) => ({ ...row, trace }));
      if (traced.length > 0) await rows.insertMany(traced, { session });
    },
    byId: (id) => rows.findOne({ _id: id }),
    hasKey: async (key, session) =>
      (await rows.findOne({ key }, { projection: { _id: 1 }, ...(session ? { session } : {}) })) !== null,
    pending: (limit, session) =>
      rows.find({ isPending: true }, { session }).sort({ _id: 1 }).limit(limit).toArray(),
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
        batch.map(({ _id, open }) => ({
          updateOne: {
            filter: { _id, work: 'WAITING' as const },
            update: {
              $set: {
                open: [...open],
                work: open.length === 0 ? ('DONE' as const) : ('QUEUED' as const),
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
    started: (id) => rows.findOneAndUpdate({ _id: id }, { $inc: { starts: 1 } }, { returnDocument: 'after' }),
    finished: async (id, job) => {
      await rows.updateOne({ _id: id }, [
        { $set: { open: { $setDifference: ['$open', [job]] }, failures: 0, starts: 0 } },
        { $set: { work: { $cond: [{ $eq: ['$open', []] }, 'DONE', '$work'] } } },
      ]);
    },
    failed: async (id, cause, deadAfter) => {
      const row = await rows.findOneAndUpdate(
        { _id: id },
        { $inc: { failures: 1 }, $set: { cause } },
        { returnDocument: 'after' },
      );
      if (row === null || row.failures < deadAfter) return false;
      await rows.updateOne({ _id: id }, { $set: { work: 'DEAD' as const } });
      return true;
    },
    bury: async (id, cause) => {
      await rows.updateOne({ _id: id }, { $set: { work: 'DEAD' as const, cause } });
    },
    oldestOpen: async () =>
      (
        await rows.findOne(
          { work: { $in: ['WAITING', 'QUEUED'] } },
          { sort: { sequence: 1 }, projection: { at: 1 } },
        )
      )?.at ?? null,
    countByWork: async () => {
      const counts: Record<string, number> = {};
      for (const work of ['WAITING', 'QUEUED', 'DEAD'] as const)
        counts[work] = await rows.countDocuments({ work });
      return counts;
    },
  };
};
