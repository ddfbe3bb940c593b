// The queue wakes and schedules; MongoDB holds the truth. Redis may be down when a process starts, and may lose
// everything: `wasLost` then reports it, and the relay enqueues again from MongoDB.
import { Worker as BullWorker, Queue, type Worker } from 'bullmq';
import { Redis } from 'ioredis';
import { reconnectDelay } from '../domain/limit/reconnect-delay.ts';
import { type JobPayload, jobId, QUEUE_OF, QUEUES, type QueueName } from './jobs.ts';
import { openTurns, type Turns, type Waiting } from './turns.ts';

export type QueuedJob = Waiting & { readonly entry: string; readonly sequence: number };

/** Jobs of each queue that a worker runs at the same time. */
export type Concurrency = Readonly<Record<QueueName, number>>;

export type JobQueue = {
  /**
   * Rejects within `ENQUEUE_MS` when Redis does not answer; the relay tries again. `again`: they were enqueued before and
   * may still be there.
   */
  enqueue(jobs: readonly QueuedJob[], again?: boolean): Promise<void>;
  /** True once after Redis came up empty or was wiped. */
  wasLost(): Promise<boolean>;
  ping(): Promise<void>;
  /** Number of jobs by queue and state. */
  counts(): Promise<Record<QueueName, Record<string, number>>>;
  /** Runs jobs with `handle` until closed; `stalls` is how often the job was lost with its worker. */
  work(handle: Handle, concurrency: Concurrency): Promise<() => Promise<void>>;
  close(): Promise<void>;
};

const ENQUEUE_MS = 5_000;
const LONGEST_WAIT_MS = 1_000;
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

type Line = { readonly name: QueueName; readonly queue: Queue<JobPayload>; readonly turns: Turns };

/** Jobs that are asked for, of which the first may be taken by a worker before it is read. */
const NEXT = 5;

/** Adds jobs to one queue, each with its turn. */
const addTo = async ({ queue, turns }: Line, jobs: readonly QueuedJob[], again: boolean): Promise<void> => {
  const [next] = await queue.getPrioritized(0, NEXT - 1);
  if (next !== undefined) turns.now({ job: next.data.job, priority: next.priority });
  else if ((await queue.getPrioritizedCount()) === 0) turns.now(null);
  const batch = jobs.map((job) => ({
    name: job.job,
    data: { entry: job.entry, job: job.job },
    opts: {
      jobId: jobId(job.sequence, job.job),
      priority: turns.give(job, again),
      attempts: 1,
      removeOnComplete: true,
      removeOnFail: true,
    },
  }));
  await queue.addBulk(batch);
};

type Handle = (payload: JobPayload, stalls: number) => Promise<void>;
type WorkOptions = { readonly connection: Redis; readonly prefix: string; readonly concurrency: number };

/** Runs the jobs of one queue; returns what ends it. */
const startWork = (
  name: QueueName,
  handle: Handle,
  options: WorkOptions,
  onError: (error: Error) => void,
): (() => Promise<void>) => {
  const worker: Worker<JobPayload> = new BullWorker<JobPayload>(
    name,
    async ({ data, stalledCounter }) => handle(data, stalledCounter),
    { ...options, lockDuration: LOCK_MS, stalledInterval: LOCK_MS, maxStalledCount: 1_000 },
  );
  worker.on('error', onError);
  return async () => {
    // An orderly close waits for Redis without end; without Redis there is nothing to hand back.
    const { connection } = options;
    await worker.close(connection.status !== 'ready');
    connection.disconnect();
  };
};

/** `name` separates several hubs on one Redis (tests, two installations). */
export const openQueue = (url: string, name: string, onError: (error: Error) => void): JobQueue => {
  const connect = (): Redis => {
    const redis = new Redis(url, {
      maxRetriesPerRequest: null,
      retryStrategy: (times) => reconnectDelay(times, LONGEST_WAIT_MS),
    });
    redis.on('error', onError);
    return redis;
  };
  const prefix = `tocsin-${name}`;
  const epoch = `${prefix}-epoch`;
  const redis = connect();
  const lines = QUEUES.map((each): Line => {
    const queue = new Queue<JobPayload>(each, { connection: redis, prefix });
    queue.on('error', onError);
    return { name: each, queue, turns: openTurns() };
  });
  return {
    enqueue: async (jobs, again = false) => {
      const adding = lines.map((line) => {
        const own = jobs.filter(({ job }) => QUEUE_OF[job] === line.name);
        return own.length === 0 ? undefined : addTo(line, own, again);
      });
      await within(ENQUEUE_MS, Promise.all(adding));
    },
    wasLost: async () => (await within(ENQUEUE_MS, redis.set(epoch, '1', 'NX'))) === 'OK',
    ping: async () => {
      await within(2_000, redis.ping());
    },
    counts: async () => {
      const asked = lines.map(async (each) => [each.name, await each.queue.getJobCounts()] as const);
      return Object.fromEntries(await within(2_000, Promise.all(asked))) as Record<
        QueueName,
        Record<string, number>
      >;
    },
    work: async (handle, concurrency) => {
      const stops = QUEUES.map((each) => {
        const options = { connection: connect(), prefix, concurrency: concurrency[each] };
        return startWork(each, handle, options, onError);
      });
      return async () => {
        await Promise.all(stops.map((stop) => stop()));
      };
    },
    close: async () => {
      await within(2_000, Promise.all(lines.map(({ queue }) => queue.close()))).catch(() => undefined);
      redis.disconnect();
    },
  };
};
