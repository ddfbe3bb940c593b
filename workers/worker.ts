// The worker as a whole: sequencer, relay, reconciler and jobs. On a disk that is too
// full for it the work waits; each wake looks again. `drain` does all pending work, for tests and seeds.
import type { Hub } from '../src/hub.ts';
import type { JobPayload } from '../src/queue/jobs.ts';
import type { JobQueue } from '../src/queue/queue.ts';
import { watchEntries } from '../src/store/coordination/follow.ts';
import { UNOBSERVED, type WorkerObserver } from './health/observer.ts';
import { openIsolation, SUSPECT_STALLS, suspicionOf } from './isolation.ts';
import { perform } from './perform.ts';
import { reconcile, relay } from './relay.ts';
import { holdLease, LEASE, sequence } from './sequence.ts';

export type Worker = { close(): Promise<void> };

const RECONCILE_MS = 2_000;
const CONCURRENCY = 8;

/** Starts without waiting for Redis or for the lease. */
export const startWorker = async (
  hub: Hub,
  queue: JobQueue,
  observer: WorkerObserver = UNOBSERVED,
): Promise<Worker> => {
  const holder = { holder: hub.entropy.uuid(), session: hub.database.openSession() };
  let underWay: Promise<void> | null = null;
  let isAgain = false;
  let isClosed = false;
  const logged = (what: string) => (error: unknown) =>
    hub.log.warn({ err: error }, `${what} failed; it tries again`);

  const keepLease = async () => {
    const lease = await holdLease(hub, holder);
    observer.lease(lease !== null);
    return (await hub.storage.allows('WORK')) ? lease : null;
  };
  const turn = async (): Promise<void> => {
    const lease = await keepLease();
    if (lease === null) return;
    await sequence(hub, lease);
    await relay(hub, queue).catch(logged('the relay'));
    // What these jobs append is numbered at the next wake.
  };
  const wake = (): void => {
    if (isClosed) return;
    if (underWay !== null) {
      isAgain = true;
      return;
    }
    underWay = turn()
      .catch(logged('the sequencer'))
      .finally(() => {
        underWay = null;
        if (isAgain) {
          isAgain = false;
          wake();
        }
      });
  };
  const following = watchEntries(hub.entries, wake);
  const reconciler = setInterval(() => {
    void keepLease()
      .then((lease) => (lease === null ? undefined : reconcile(hub, queue)))
      .then(wake)
      .catch(logged('the reconciler'));
  }, RECONCILE_MS);
  const isolated = openIsolation();
  const observed = async (payload: JobPayload): Promise<void> => {
    const startedAt = performance.now();
    const end = await perform(hub, payload);
    observer.job(payload.job, end, performance.now() - startedAt);
  };
  const stopWork = await queue.work(async (payload, stalls) => {
    const act = () => observed(payload);
    return stalls < SUSPECT_STALLS ? act() : isolated(await suspicionOf(hub, payload), act);
  }, CONCURRENCY);
  wake();
  return {
    close: async () => {
      isClosed = true;
      clearInterval(reconciler);
      await following.stop();
      await stopWork();
      await underWay;
      await hub.leases.release(LEASE, holder.holder);
      await holder.session.endSession();
    },
  };
};

/** Numbers and does all pending work in this process, without Redis, until nothing is left. */
export const drain = async (hub: Hub): Promise<void> => {
  const holder = { holder: `drain-${hub.entropy.uuid()}`, session: hub.database.openSession() };
  const lease = await holdLease(hub, holder);
  if (lease === null) throw new Error('another worker holds the lease');
  const work: JobQueue['enqueue'] = async (jobs) => {
    for (const { entry, job } of jobs) await perform(hub, { entry, job });
  };
  for (;;) {
    await sequence(hub, lease);
    if ((await hub.entries.toRelay(1)).length === 0) break;
    await relay(hub, { enqueue: work } as JobQueue);
  }
  await hub.leases.release(LEASE, holder.holder);
  await holder.session.endSession();
};
