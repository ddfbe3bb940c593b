// What the worker's parts report of their work, for metrics and the health page.
import type { JobName } from '../../src/queue/jobs.ts';
import { type ChannelObserver, UNOBSERVED_CHANNELS } from '../../src/service/channel/observer.ts';

/** `dead`: given up for good. `skipped`: already done or given up. */
export type JobEnd = 'done' | 'failed' | 'dead' | 'skipped';

export type WorkerObserver = ChannelObserver & {
  job(name: JobName, end: JobEnd, milliseconds: number): void;
  /** Whether this worker has just acquired or renewed the lease that numbers the record. */
  lease(isHeld: boolean): void;
};

export const UNOBSERVED: WorkerObserver = {
  ...UNOBSERVED_CHANNELS,
  job: () => undefined,
  lease: () => undefined,
};
