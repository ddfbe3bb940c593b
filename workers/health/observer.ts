// What the worker's parts tell of their work, for the figures and the health page.
import type { JobName } from '../../src/queue/jobs.ts';

/** `dead`: given up for good. `skipped`: it was done, or given up, before. */
export type JobEnd = 'done' | 'failed' | 'dead' | 'skipped';

export type WorkerObserver = {
  job(name: JobName, end: JobEnd, milliseconds: number): void;
  /** Whether this worker has just taken or kept the lease that numbers the record. */
  lease(isHeld: boolean): void;
};

export const UNOBSERVED: WorkerObserver = { job: () => undefined, lease: () => undefined };
