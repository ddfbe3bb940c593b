// Runs one job: skipped when MongoDB says that it has ended, counted when it fails, given up visibly after too many
// failures (I23). Each job of an entry has its own counts and end: one that is given up leaves the others alone.
import { causeOf } from '../src/domain/record/job.ts';
import type { Hub } from '../src/hub.ts';
import type { JobPayload } from '../src/queue/jobs.ts';
import { isStoreOutage } from '../src/service/health/store-health.ts';
import { ObjectId } from '../src/store/connect.ts';
import type { JobEnd } from './health/observer.ts';
import { HANDLERS } from './table.ts';

/** Failures after which a job is given up; a crash of the worker counts only as a start. */
const MAX_FAILURES = 5;
const MAX_STARTS = 25;

export const perform = async (hub: Hub, { entry, job }: JobPayload): Promise<JobEnd> => {
  // MongoDB still has it as queued, so that it is queued again once there is room, or the hub is released.
  if (!(await hub.storage.allows('WORK')) || !(await hub.restored.mayDeliver())) return 'skipped';
  const id = new ObjectId(entry);
  const row = await hub.entries.started(id, job);
  if (row === null) return 'skipped';
  if ((row.jobs?.[job]?.starts ?? 0) > MAX_STARTS) {
    await hub.entries.giveUp(id, job, hub.clock.now());
    hub.log.error({ entry, job, isDead: true }, 'a job never ends');
    return 'dead';
  }
  try {
    await hub.trace.run({ name: job, kind: 'job', parent: row.trace }, () => HANDLERS[job](hub, row));
  } catch (error) {
    if (isStoreOutage(error)) {
      // Nothing that the job did: its start is taken back, and it is queued again when it is overdue. Where the database is
      // still away the start stays counted: once for an outage, since a start needs the database.
      hub.log.warn({ err: error, entry, job }, 'a job was interrupted by an outage; it runs again');
      await hub.entries.interrupted(id, job).catch(() => undefined);
      return 'failed';
    }
    const most = { failures: MAX_FAILURES, at: hub.clock.now() };
    const isDead = await hub.entries.failed(id, job, causeOf(error), most);
    hub.log.error({ err: error, entry, job, isDead }, 'a job failed');
    return isDead ? 'dead' : 'failed';
  }
  await hub.entries.finished(id, job);
  return 'done';
};
