// The relay: numbered entries become jobs as the table says, from all members in each batch. Overdue jobs are queued again,
// and all unfinished ones at once when Redis has lost its data.
import type { Hub } from '../src/hub.ts';
import type { JobName } from '../src/queue/jobs.ts';
import type { JobQueue, QueuedJob } from '../src/queue/queue.ts';
import type { EntryRow } from '../src/store/entries.ts';
import { CAUSES } from './table.ts';

const BATCH = 500;
const OVERDUE_MS = 8_000;

const jobsOf = (row: EntryRow, open: readonly string[]): QueuedJob[] =>
  open.map((job) => ({
    entry: row._id.toHexString(),
    sequence: row.sequence ?? 0,
    job: job as JobName,
    publisher: row.publisher ?? null,
    isUrgent: row.isUrgent === true,
  }));

/** Enqueues all waiting entries. MongoDB is written first, so that a job lost on the way becomes overdue. */
export const relay = async (hub: Hub, queue: Pick<JobQueue, 'enqueue'>): Promise<void> => {
  for (;;) {
    const rows = await hub.entries.toRelay(BATCH);
    if (rows.length === 0) return;
    // An entry with open jobs was queued before: the queue was lost, or an operator retries a job.
    const causes = rows.map((row) => ({
      _id: row._id,
      causes: row.open.length > 0 ? null : CAUSES[row.event],
    }));
    await hub.entries.markQueued(causes);
    await queue.enqueue(rows.flatMap((row, at) => jobsOf(row, causes[at]?.causes ?? row.open)));
  }
};

/** Finds what Redis forgot or a dead worker left, from MongoDB alone. */
export const reconcile = async (hub: Hub, queue: JobQueue): Promise<void> => {
  if (await queue.wasLost()) {
    const count = await hub.entries.requeueAll();
    // On a first start there was nothing to lose.
    if (count > 0)
      hub.log.warn(
        { count },
        'the queue was empty where it should not be; everything undone is queued again',
      );
  }
  const overdue = await hub.entries.overdue(OVERDUE_MS, BATCH);
  if (overdue.length === 0) return;
  await hub.entries.touchQueued(overdue.map(({ _id }) => _id));
  await queue.enqueue(
    overdue.flatMap((row) => jobsOf(row, row.open)),
    true,
  );
};
