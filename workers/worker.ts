// The worker as a whole: sequencer, relay, reconciler and jobs. `drain` does all pending work, for tests and seeds.
import type { Hub } from '../src/hub.ts';
import type { JobPayload } from '../src/queue/jobs.ts';
import type { Concurrency, JobQueue } from '../src/queue/queue.ts';
import { watchEntries } from '../src/store/coordination/follow.ts';
import { drainChannels, startChannels } from './delivery/channels.ts';
import { UNOBSERVED, type WorkerObserver } from './health/observer.ts';
import { openIsolation, SUSPECT_STALLS, suspicionOf } from './isolation.ts';
import { keepLease, takeLease } from './keep-lease.ts';
import { perform } from './perform.ts';
import { reconcile, relay } from './relay.ts';
import { openPace, sequence } from './sequence.ts';
import { wakeable } from './wakeable.ts';

export type Worker = { close(): Promise<void> };

const RECONCILE_MS = 2_000;
const CONCURRENCY: Concurrency = { line: 8, context: 2 };

/** Not on a disk that is too full for it, and not after a restore until its operator says so; each wake looks again. */
const mayWork = async (hub: Hub): Promise<boolean> =>
  (await hub.storage.allows('WORK')) && (await hub.restored.mayDeliver());

/** Starts without waiting for Redis or for the lease. */
export const startWorker = async (
  hub: Hub,
  queue: JobQueue,
  observer: WorkerObserver = UNOBSERVED,
): Promise<Worker> => {
  const logged = (what: string) => (error: unknown) =>
    hub.log.warn({ err: error }, `${what} failed; it tries again`);
  const pace = openPace();
  const channels = await startChannels(hub, () => mayWork(hub), logged, observer);
  const lease = keepLease(hub, {
    taken: () => sequencer.wake(),
    renewed: (isHeld) => observer.lease(isHeld),
    failed: logged('the lease'),
  });
  // Apart from numbering: while Redis does not answer, a turn takes seconds, and what is published becomes visible.
  const relaying = wakeable(async () => {
    if (lease.current() !== null && (await mayWork(hub))) await relay(hub, queue);
  }, logged('the relay'));
  const sequencer = wakeable(async () => {
    if (!(await mayWork(hub))) return;
    await sequence(hub, lease.current, pace, relaying.wake);
    channels.wake();
    // What jobs append is numbered at the next wake.
  }, logged('the sequencer'));
  const reconciling = wakeable(async () => {
    if (lease.current() !== null && (await mayWork(hub))) await reconcile(hub, queue).finally(relaying.wake);
  }, logged('the reconciler'));
  const following = watchEntries(hub.entries, sequencer.wake);
  const reconciler = setInterval(reconciling.wake, RECONCILE_MS);
  const stopWork = await queue.work(jobRunner(hub, observer), CONCURRENCY);
  return {
    close: async () => {
      clearInterval(reconciler);
      await following.stop();
      await stopWork();
      await Promise.all([sequencer, relaying, reconciling].map((each) => each.close()));
      await channels.close();
      await lease.close();
    },
  };
};

const jobRunner = (hub: Hub, observer: WorkerObserver) => {
  const isolated = openIsolation();
  const observed = async (payload: JobPayload): Promise<void> => {
    const startedAt = performance.now();
    const end = await perform(hub, payload);
    observer.job(payload.job, end, performance.now() - startedAt);
  };
  return async (payload: JobPayload, stalls: number): Promise<void> => {
    const act = () => observed(payload);
    return stalls < SUSPECT_STALLS ? act() : isolated(await suspicionOf(hub, payload), act);
  };
};

/** Numbers and does all pending work in this process, without Redis, until nothing is left. */
export const drain = async (hub: Hub): Promise<void> => {
  if (!(await hub.restored.mayDeliver())) return;
  const taken = await takeLease(hub);
  if (taken === null) throw new Error('another worker holds the lease');
  const enqueue: JobQueue['enqueue'] = async (jobs) => {
    for (const { entry, job } of jobs) await perform(hub, { entry, job });
  };
  const pace = openPace();
  for (;;) {
    await sequence(hub, () => taken.lease, pace);
    if ((await hub.entries.toRelay(1)).length === 0) break;
    await relay(hub, { enqueue });
  }
  await taken.release();
  await drainChannels(hub);
};
