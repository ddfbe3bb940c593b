// The record's entries: appended in the transaction of the act they tell of, numbered by the sequencer, and the only
// cause of asynchronous work. Mongo knows what is undone; Redis may forget everything.
import { type EntrySubject, EVENTS, type Event } from '../domain/entry.ts';
import {
  any,
  bytes,
  count,
  declareCollection,
  instant,
  listOf,
  maybe,
  objectId,
  oneOf,
  text,
  truth,
} from './collection/declare.ts';
import type { Collection, Database, ObjectId, Session } from './connect.ts';

const WORK_STATES = ['WAITING', 'QUEUED', 'DONE', 'DEAD'] as const;
export type WorkState = (typeof WORK_STATES)[number];

export type EntryRow = {
  _id: ObjectId;
  event: Event;
  subject: EntrySubject;
  exercise: string | null;
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

export const ENTRIES = declareCollection<EntryRow>({
  stored: 'entries',
  about: 'The record: what happened, in order, and the only cause of asynchronous work.',
  access: 'NATIVE',
  isValidated: false,
  kept: 'for ever: its numbers have no gap (I12)',
  fields: {
    _id: objectId('Id, in the order in which entries were made by one process.'),
    event: oneOf(EVENTS, 'What happened.'),
    subject: any('Ids and versions of what it happened to; never content (I11).'),
    exercise: maybe(text('Id of the exercise; null for real traffic.')),
    at: instant('When it happened.'),
    salt: bytes('32 random bytes, so that the commitment discloses nothing.'),
    commitment: bytes('SHA-256 over salt and entry (I12).'),
    isPending: maybe(truth('Set until it is numbered.')),
    sequence: maybe(count('Its number; absent until the sequencer has given it.')),
    key: maybe(text('A name that may occur once, so that repeated work appends nothing.')),
    work: oneOf(WORK_STATES, 'How far the work is that it causes.'),
    open: listOf(text('Jobs that it still causes.')),
    queuedAt: maybe(instant('When its jobs were handed to the queue last.')),
    starts: count('How often one of its jobs was started since one was finished.'),
    failures: count('How often one of its jobs failed since one was finished.'),
    cause: maybe(text('Why it failed last: the job and the class of the error.')),
  },
  indexes: [
    { key: { isPending: 1, _id: 1 }, partialFilterExpression: { isPending: true } },
    { key: { sequence: 1 }, unique: true, partialFilterExpression: { sequence: { $exists: true } } },
    { key: { key: 1 }, unique: true, partialFilterExpression: { key: { $exists: true } } },
    {
      key: { work: 1, sequence: 1 },
      partialFilterExpression: { work: { $in: ['WAITING', 'QUEUED', 'DEAD'] } },
    },
  ],
});

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
  /** Entries that have no number yet, counted up to `limit`. */
  countPending(limit: number, maxTimeMs: number): Promise<number>;
  countByWork(): Promise<Record<string, number>>;
};

export const openEntries = (database: Database): Entries => {
  const rows = database.collection(ENTRIES);
  return {
    rows,
    append: async (batch, session) => {
      if (batch.length > 0) await rows.insertMany([...batch], { session });
    },
    byId: (id) => rows.findOne({ _id: id }),
    hasKey: async (key, session) =>
      (await rows.findOne({ key }, { projection: { _id: 1 }, ...(session ? { session } : {}) })) !== null,
    pending: (limit, session) =>
      rows.find({ isPending: true }, { session }).sort({ _id: 1 }).limit(limit).toArray(),
    countPending: (limit, maxTimeMs) =>
      rows.countDocuments({ isPending: true }, { limit, maxTimeMS: maxTimeMs }),
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
