// An entry's work on its way to the queue: MongoDB knows what is not done yet, Redis may forget everything. Times are those
// of the database's clock, since the next relay may run on a machine with another one.
import type { Collection, ObjectId } from '../connect.ts';
import type { EntryRow } from './row.ts';

export type RelayWork = {
  /**
   * Numbered entries that wait, at most `limit` (more only when more members wait than that), by number. Each member has an
   * equal part, of which its urgent entries come first, so that no backlog keeps another member's entry from the next batch.
   */
  toRelay(limit: number): Promise<EntryRow[]>;
  /** Entries queued more than `afterMs` ago and still not done. */
  overdue(afterMs: number, limit: number): Promise<EntryRow[]>;
  /** Call before enqueueing. `causes` are the jobs of an entry that is queued for the first time. */
  markQueued(rows: readonly { _id: ObjectId; causes: readonly string[] | null }[]): Promise<void>;
  touchQueued(ids: readonly ObjectId[]): Promise<void>;
  /** Returns all queued entries to waiting: the queue was lost. */
  requeueAll(): Promise<number>;
};

const WAITING = { work: 'WAITING', sequence: { $gt: 0 } } as const;
const BY_MEMBER = { work: 1, publisher: 1, isUrgent: -1, sequence: 1 } as const;
/** Members asked about at the same time: fewer than there are connections. */
const AT_ONCE = 10;

const toRelay = async (rows: Collection<EntryRow>, limit: number): Promise<EntryRow[]> => {
  const members = (await rows.distinct('publisher', WAITING)).filter((member) => typeof member === 'string');
  // Null: entries of the hub itself, and those of older hubs.
  const waiting: (string | null)[] = [null, ...members];
  const part = Math.max(1, Math.floor(limit / waiting.length));
  const found: EntryRow[] = [];
  for (let from = 0; from < waiting.length; from += AT_ONCE) {
    const parts = waiting.slice(from, from + AT_ONCE).map((publisher) =>
      rows
        .find({ ...WAITING, publisher } as never, { hint: BY_MEMBER })
        .sort({ isUrgent: -1, sequence: 1 })
        .limit(part)
        .toArray(),
    );
    found.push(...(await Promise.all(parts)).flat());
  }
  return found.sort((one, other) => (one.sequence ?? 0) - (other.sequence ?? 0));
};

const BY_QUEUED = { work: 1, queuedAt: 1 } as const;

/** A time that is still to come was written before the clock was set back. One index scan each. */
const overdueAs = (afterMs: number) => [
  { $expr: { $lt: ['$queuedAt', { $subtract: ['$$NOW', afterMs] }] } },
  { $expr: { $gt: ['$queuedAt', { $add: ['$$NOW', afterMs] }] } },
];

const overdue = async (rows: Collection<EntryRow>, afterMs: number, limit: number): Promise<EntryRow[]> => {
  const found = await Promise.all(
    overdueAs(afterMs).map((isOverdue) =>
      rows
        .find({ work: 'QUEUED', sequence: { $gt: 0 }, ...isOverdue }, { hint: BY_QUEUED })
        .sort({ sequence: 1 })
        .limit(limit)
        .toArray(),
    ),
  );
  return found
    .flat()
    .sort((one, other) => (one.sequence ?? 0) - (other.sequence ?? 0))
    .slice(0, limit);
};

export const relayWork = (rows: Collection<EntryRow>): RelayWork => ({
  toRelay: (limit) => toRelay(rows, limit),
  overdue: (afterMs, limit) => overdue(rows, afterMs, limit),
  markQueued: async (batch) => {
    if (batch.length === 0) return;
    await rows.bulkWrite(
      batch.map(({ _id, causes }) => ({
        updateOne: {
          filter: { _id, work: 'WAITING' as const },
          update: {
            $set: {
              ...(causes === null ? {} : { open: [...causes] }),
              work: causes?.length === 0 ? ('DONE' as const) : ('QUEUED' as const),
            },
            $currentDate: { queuedAt: true as const },
          },
        },
      })),
      { ordered: false },
    );
  },
  touchQueued: async (ids) => {
    await rows.updateMany({ _id: { $in: [...ids] }, work: 'QUEUED' }, { $currentDate: { queuedAt: true } });
  },
  requeueAll: async () =>
    (await rows.updateMany({ work: 'QUEUED' }, { $set: { work: 'WAITING' as const } })).modifiedCount,
});
