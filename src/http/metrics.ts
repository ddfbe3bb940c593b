// Prometheus metrics for the operator of the hub. Labels are classes and codes: no member, no id, no name (I11, D17).
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Observer } from '../graphql/request-context.ts';
import type { Hub } from '../hub.ts';
import { openDiskGauges } from '../outside/disk-gauges.ts';
import { type PipelineState, pipelineState, storedGrowth } from '../service/health/store-health.ts';
import type { Connections } from './connections.ts';
import type { Streams } from './streams.ts';

export type OperationClass = 'query' | 'mutation' | 'subscription' | 'page' | 'other';

export type Metrics = {
  readonly observer: Observer;
  request(operation: OperationClass, status: number, milliseconds: number): void;
  /** The text of /metrics. */
  text(): Promise<{ readonly type: string; readonly text: string }>;
  close(): void;
};

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

export const openMetrics = (hub: Hub, streams: Streams, connections: Connections): Metrics => {
  const register = new Registry();
  collectDefaultMetrics({ register });
  const registers = [register];
  const requests = new Counter({
    name: 'tocsin_requests_total',
    help: 'Requests answered, by class of operation and status.',
    labelNames: ['operation', 'status'],
    registers,
  });
  const duration = new Histogram({
    name: 'tocsin_request_duration_seconds',
    help: 'Time from the head of a request to the end of its response, without streams.',
    labelNames: ['operation'],
    buckets: SECONDS,
    registers,
  });
  const published = new Counter({
    name: 'tocsin_published_total',
    help: 'Versions published through this process.',
    registers,
  });
  const refused = new Counter({
    name: 'tocsin_refused_total',
    help: 'Acts and requests refused or failed, by code.',
    labelNames: ['code'],
    registers,
  });
  new Gauge({
    name: 'tocsin_streams_open',
    help: 'Open streams of this process.',
    registers,
    collect() {
      this.set(streams.count());
    },
  });
  connectionGauges(connections, registers);
  pipelineGauges(hub, registers);
  const { storage, config } = hub;
  openDiskGauges(
    { storage, dataDirectory: config.dataDirectory, readGrowth: () => storedGrowth(hub) },
    registers,
  );
  return {
    observer: { published: () => published.inc(), refused: (code) => refused.inc({ code }) },
    request: (operation, status, milliseconds) => {
      requests.inc({ operation, status: String(status) });
      duration.observe({ operation }, milliseconds / 1_000);
    },
    text: async () => ({ type: register.contentType, text: await register.metrics() }),
    close: () => register.clear(),
  };
};

const connectionGauges = (connections: Connections, registers: Registry[]): void => {
  new Gauge({
    name: 'tocsin_connections_open',
    help: 'Open connections of this process, of any kind.',
    registers,
    collect() {
      this.set(connections.count());
    },
  });
  new Gauge({
    name: 'tocsin_unsent_bytes',
    help: 'Bytes written to connections of this process and not yet received by their clients.',
    registers,
    collect() {
      this.set(connections.unsentBytes());
    },
  });
  new Gauge({
    name: 'tocsin_connections_cut',
    help: 'Connections cut since the start because all connections together had too many unsent bytes.',
    registers,
    collect() {
      this.set(connections.cut());
    },
  });
};

/** Gauges read the state on each scrape, in one read that all of them share. */
const pipelineGauges = (hub: Hub, registers: Registry[]): void => {
  let asked: Promise<PipelineState | null> | null = null;
  // Without the database these gauges have no value; the metrics of the process are still served.
  const state = (): Promise<PipelineState | null> => {
    asked ??= pipelineState(hub)
      .catch(() => null)
      .finally(() => {
        asked = null;
      });
    return asked;
  };
  new Gauge({
    name: 'tocsin_oldest_open_entry_seconds',
    help: 'Age of the oldest entry whose work is not done.',
    registers,
    async collect() {
      this.set((await state())?.oldestOpenSeconds ?? Number.NaN);
    },
  });
  new Gauge({
    name: 'tocsin_sequence_lag_entries',
    help: 'Entries written but not yet numbered.',
    registers,
    async collect() {
      this.set((await state())?.unnumbered ?? Number.NaN);
    },
  });
  new Gauge({
    name: 'tocsin_jobs_dead',
    help: 'Jobs that were given up, by name.',
    labelNames: ['name'],
    registers,
    async collect() {
      const jobs = (await state())?.deadJobs ?? {};
      this.reset();
      for (const [name, count] of Object.entries(jobs)) this.set({ name }, count);
    },
  });
};
