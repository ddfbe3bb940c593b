// Prometheus metrics of the worker: its jobs, the lease, the queue, and how far the pipeline is behind. Labels are names
// of jobs and classes: no member, no id (I11).
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Hub } from '../../src/hub.ts';
import { openDiskGauges } from '../../src/outside/disk-gauges.ts';
import { openPipelineGauges } from '../../src/outside/pipeline-gauges.ts';
import { QUEUES } from '../../src/queue/jobs.ts';
import type { JobQueue } from '../../src/queue/queue.ts';
import { atMostEach } from '../../src/service/health/at-most-each.ts';
import { pipelineState, storedGrowth } from '../../src/service/health/store-health.ts';
import { LEASE_MS } from '../keep-lease.ts';
import { HANDLERS } from '../table.ts';
import { openChannelFigures } from './channel-figures.ts';
import type { WorkerObserver } from './observer.ts';

export type WorkerFigures = {
  readonly observer: WorkerObserver;
  /** True until the last lease that was acquired expires. */
  holdsLease(): boolean;
  /** The text of /metrics. */
  text(): Promise<{ readonly type: string; readonly text: string }>;
};

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300];
const COLLECT_MS = 1_000;
const ENDS = ['done', 'failed', 'dead'] as const;

export const openFigures = (hub: Hub, queue: JobQueue): WorkerFigures => {
  const register = new Registry();
  const registers = [register];
  collectDefaultMetrics({ register });
  const jobs = new Counter({
    name: 'tocsin_jobs_total',
    help: 'Runs of jobs by name and end: done, failed (it is tried again), dead (given up for good).',
    labelNames: ['name', 'end'],
    registers,
  });
  // The label is not `job`, which Prometheus reserves. Counters start at 0, so that the first failure has a rate.
  for (const name of Object.keys(HANDLERS)) for (const end of ENDS) jobs.inc({ name, end }, 0);
  const duration = new Histogram({
    name: 'tocsin_job_duration_seconds',
    help: 'Time of a run of a job, failed ones included.',
    labelNames: ['name'],
    buckets: SECONDS,
    registers,
  });
  let heldUntil = 0;
  const holdsLease = (): boolean => performance.now() < heldUntil;
  new Gauge({
    name: 'tocsin_lease_held',
    help: 'Whether this worker holds the lease that numbers the record; one worker does.',
    registers,
    collect() {
      this.set(holdsLease() ? 1 : 0);
    },
  });
  openPipelineGauges(
    atMostEach(COLLECT_MS, () => pipelineState(hub).catch(() => null)),
    registers,
  );
  const { storage, config } = hub;
  openDiskGauges(
    { storage, dataDirectory: config.dataDirectory, readGrowth: () => storedGrowth(hub) },
    registers,
  );
  queueGauges(queue, registers);
  const channels = openChannelFigures(hub, registers);
  const text = atMostEach(COLLECT_MS, () => register.metrics());
  return {
    observer: {
      ...channels,
      job: (name, end, milliseconds) => {
        if (end === 'skipped') return;
        jobs.inc({ name, end });
        duration.observe({ name }, milliseconds / 1_000);
      },
      lease: (isHeld) => {
        heldUntil = isHeld ? performance.now() + LEASE_MS : 0;
      },
    },
    holdsLease,
    text: async () => ({ type: register.contentType, text: await text() }),
  };
};

const queueGauges = (queue: JobQueue, registers: Registry[]): void => {
  const counts = atMostEach(COLLECT_MS, () => queue.counts().catch(() => null));
  new Gauge({
    name: 'tocsin_redis_up',
    help: 'Whether Redis answers this worker.',
    registers,
    async collect() {
      this.set((await counts()) === null ? 0 : 1);
    },
  });
  new Gauge({
    name: 'tocsin_queue_jobs',
    help: 'Jobs in Redis by queue and state.',
    labelNames: ['queue', 'state'],
    registers,
    async collect() {
      const known = await counts();
      this.reset();
      for (const name of QUEUES)
        for (const [state, count] of Object.entries(known?.[name] ?? {}))
          this.set({ queue: name, state }, count);
    },
  });
};
