// An entry's work on its way to the queue: MongoDB knows what is not done yet, Redis may forget everything.
import type { Collection, ObjectId } from '../connect.ts';
import type { EntryRow } from './row.ts';

export type RelayWork = {
  toRelay(limit: number): Promise<EntryRow[]>;
  /** Entries queued before `before` and still not done. */
  overdue(before: Date, limit: number): Promise<EntryRow[]>;
  /** Call before enqueueing. `causes` are the jobs of an entry that is queued for the first time. */
  markQueued(rows: readonly { _id: ObjectId; causes: readonly string[] | null }[], at: Date): Promise<void>;
  touchQueued(ids: readonly ObjectId[], at: Date): Promise<void>;
  /** Returns all queued entries to waiting: the queue was lost. */
  requeueAll(): Promise<number>;
};

export const relayWork = (rows: Collection<EntryRow>): RelayWork => ({
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
});
