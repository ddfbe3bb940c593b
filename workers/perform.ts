// One job: skipped when Mongo says that it is done, counted when it fails, buried visibly when it fails for ever (I23).
import type { Hub } from '../src/hub.ts';
import type { JobPayload } from '../src/queue/jobs.ts';
import { ObjectId } from '../src/store/connect.ts';
import type { JobEnd } from './health/observer.ts';
import { HANDLERS } from './table.ts';

/** Failures of its own after which a job is put aside; a crash of the worker counts as a start only. */
const MAX_FAILURES = 5;
const MAX_STARTS = 25;

export const perform = async (hub: Hub, { entry, job }: JobPayload): Promise<JobEnd> => {
  const id = new ObjectId(entry);
  const row = await hub.entries.started(id);
  if (row === null || row.work === 'DEAD' || !row.open.includes(job)) return 'skipped';
  if (row.starts > MAX_STARTS) {
    await hub.entries.bury(id, `${job}: started ${row.starts} times and never finished`);
    return 'dead';
  }
  try {
    await HANDLERS[job](hub, row);
  } catch (error) {
    const cause = `${job}: ${error instanceof Error ? error.name : 'failure'}`;
    const isDead = await hub.entries.failed(id, cause, MAX_FAILURES);
    hub.log.error({ err: error, entry, job, isDead }, 'a job failed');
    return isDead ? 'dead' : 'failed';
  }
  await hub.entries.finished(id, job);
  return 'done';
};
