// The queue wakes and schedules; MongoDB holds the truth. Redis may be down when a process starts, and may lose
// everything: `wasLost` then reports it, and the relay enqueues again from MongoDB.
import { Worker as BullWorker, Queue, type Worker } from 'bullmq';
import { Redis } from 'ioredis';
import { type JobName, type JobPayload, jobId, PRIORITY } from './jobs.ts';

export type QueuedJob = { readonly entry: string; readonly sequence: number; readonly job: JobName };

export type JobQueue = {
  /** Rejects within `ENQUEUE_MS` when Redis does not answer; the relay tries again. */
  enqueue(jobs: readonly QueuedJob[]): Promise<void>;
  /** True once after Redis came up empty or was wiped. */
  wasLost(): Promise<boolean>;
  ping(): Promise<void>;
  counts(): Promise<Record<string, number>>;
  /** Runs jobs with `handle` until closed; `stalls` is how often the job was lost with its worker. */
  work(
    handle: (payload: JobPayload, stalls: number) => Promise<void>,
    concurrency: number,
  ): Promise<() => Promise<void>>;
  close(): Promise<void>;
};

const ENQUEUE_MS = 5_000;
/** The job of a killed worker comes back after about ten seconds (M3). */
const LOCK_MS = 5_000;

const within = async <Value>(ms: number, promise: Promise<Value>): Promise<Value> => {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`Redis did not answer within ${ms} ms`)), ms);
  });
  promise.catch(() => undefined);
  return Promise.race([promise, deadline]).finally(() => clearTimeout(timer));
};

/** `name` separates several hubs on one Redis (tests, two installations). */
export const openQueue = (url: string, name: string, onError: (error: Error) => void): JobQueue => {
  const connect = (): Redis => {
    const redis = new Redis(url, {
      maxRetriesPerRequest: null,
      retryStrategy: (times) => Math.min(times * 100, 1_000),
    });
    redis.on('error', onError);
    return redis;
  };
  const prefix = `tocsin-${name}`;
  const epoch = `${prefix}-epoch`;
  const redis = connect();
  const queue = new Queue<JobPayload>('line', { connection: redis, prefix });
  queue.on('error', onError);
  return {
    enqueue: async (jobs) => {
      const batch = jobs.map(({ entry, sequence, job }) => ({
        name: job,
        data: { entry, job },
        opts: {
          jobId: jobId(sequence, job),
          priority: PRIORITY[job],
          attempts: 1,
          removeOnComplete: true,
          removeOnFail: true,
        },
      }));
      await within(ENQUEUE_MS, queue.addBulk(batch));
    },
    wasLost: async () => (await within(ENQUEUE_MS, redis.set(epoch, '1', 'NX'))) === 'OK',
    ping: async () => {
      await within(2_000, redis.ping());
    },
    counts: () => within(2_000, queue.getJobCounts()),
    work: async (handle, concurrency) => {
      const connection = connect();
      const worker: Worker<JobPayload> = new BullWorker<JobPayload>(
        'line',
        async ({ data, stalledCounter }) => handle(data, stalledCounter),
        {
          connection,
          prefix,
          concurrency,
          lockDuration: LOCK_MS,
          stalledInterval: LOCK_MS,
          maxStalledCount: 1_000,
        },
      );
      worker.on('error', onError);
      return async () => {
        // An orderly close waits for Redis without end; without Redis there is nothing to hand back.
        await worker.close(connection.status !== 'ready');
        connection.disconnect();
      };
    },
    close: async () => {
      await within(2_000, queue.close()).catch(() => undefined);
      redis.disconnect();
    },
  };
};
