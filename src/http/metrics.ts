// Prometheus metrics for the operator of the hub. Labels are classes and codes: no member, no id, no name (I5, I11).
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Observer } from '../graphql/request-context.ts';
import type { Hub } from '../hub.ts';
import { openDiskGauges } from '../outside/disk-gauges.ts';
import { openPipelineGauges } from '../outside/pipeline-gauges.ts';
import { atMostEach } from '../service/health/at-most-each.ts';
import { pipelineState, storedGrowth } from '../service/health/store-health.ts';
import type { BufferParts } from './bounds/buffers.ts';
import type { Streams } from './bounds/streams.ts';

export type OperationClass = 'query' | 'mutation' | 'subscription' | 'page' | 'other';

export type Metrics = {
  readonly observer: Observer;
  request(operation: OperationClass, status: number, milliseconds: number): void;
  /** The text of /metrics. */
  text(): Promise<{ readonly type: string; readonly text: string }>;
  close(): void;
};

const COLLECT_MS = 1_000;
const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** What the gauges read. */
export type Measured = { readonly streams: Streams; readonly buffers: BufferParts };

export const openMetrics = (hub: Hub, { streams, buffers }: Measured): Metrics => {
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
    help: 'Time from the head of a request until its response is handed over, without streams.',
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
  connectionGauges(buffers, registers);
  bufferGauges(buffers, registers);
  openPipelineGauges(
    atMostEach(COLLECT_MS, () => pipelineState(hub).catch(() => null)),
    registers,
  );
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

const connectionGauges = ({ unsent: connections }: BufferParts, registers: Registry[]): void => {
  new Gauge({
    name: 'tocsin_connections_open',
    help: 'Open connections of this process, of any kind.',
    registers,
    collect() {
      this.set(connections.count());
    },
  });
  new Gauge({
    name: 'tocsin_connections_cut',
    help: 'Connections cut since the start because all connections together had too many unsent bytes.',
    registers,
    collect() {
      this.set(connections.cuts());
    },
  });
  new Gauge({
    name: 'tocsin_connections_turned_away',
    help: 'Connections without a key closed since the start because too many connections were open.',
    registers,
    collect() {
      this.set(connections.turnedAway());
    },
  });
};

/** Together they are within TOCSIN_BUFFER_BYTES. */
const bufferGauges = ({ unsent, bodies, streams }: BufferParts, registers: Registry[]): void => {
  new Gauge({
    name: 'tocsin_unsent_bytes',
    help: 'Bytes written to connections of this process and not yet received by their clients.',
    registers,
    collect() {
      this.set(unsent.bytes());
    },
  });
  new Gauge({
    name: 'tocsin_body_bytes',
    help: 'Bytes reserved for request bodies that are being received or wait to be worked on.',
    registers,
    collect() {
      this.set(bodies.bytes());
    },
  });
  new Gauge({
    name: 'tocsin_waiting_event_bytes',
    help: 'Memory of events that wait in streams of this process for their readers.',
    registers,
    collect() {
      this.set(streams.bytes());
    },
  });
};
