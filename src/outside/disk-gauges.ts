// Prometheus metrics of the disks: how full they are, and what grows on them. The same in hub and worker. Labels are names of
// places, collections and logs: no member, no id (I11).
import { Gauge, type Registry } from 'prom-client';
import { STORAGE_LEVELS } from '../domain/limit/storage.ts';
import { type LogName, logSizes } from './log-sizes.ts';
import { STORAGE_PLACES, type Storage } from './storage.ts';

type Growth = { readonly collection: string; readonly rows: number; readonly bytes: number };

type DiskDeps = {
  readonly storage: Storage;
  readonly dataDirectory: string;
  /** Asks the database; rejects without it. */
  readonly readGrowth: () => Promise<readonly Growth[]>;
};

/** Nothing grows so fast that a closer look would help. */
const GROWTH_MS = 30_000;

export const openDiskGauges = (
  { storage, dataDirectory, readGrowth }: DiskDeps,
  registers: Registry[],
): void => {
  storageGauges(storage, registers);
  const growth = everyNowAndThen(() => readGrowth().catch(() => []));
  const sizes = everyNowAndThen(() => logSizes(dataDirectory));
  const collectionGauge = (name: string, help: string, of: (growth: Growth) => number): void => {
    new Gauge({
      name,
      help,
      labelNames: ['collection'],
      registers,
      async collect() {
        const known = await growth();
        this.reset();
        for (const each of known) this.set({ collection: each.collection }, of(each));
      },
    });
  };
  collectionGauge(
    'tocsin_stored_rows',
    'Rows of the collections that grow with each warning.',
    ({ rows }) => rows,
  );
  collectionGauge(
    'tocsin_stored_bytes',
    'Bytes of the same on the disk, with indexes.',
    ({ bytes }) => bytes,
  );
  new Gauge({
    name: 'tocsin_log_bytes',
    help: 'Bytes of the logs in the data directory.',
    labelNames: ['log'],
    registers,
    async collect() {
      const known: ReadonlyMap<LogName, number> = await sizes();
      this.reset();
      for (const [log, bytes] of known) this.set({ log }, bytes);
    },
  });
};

const storageGauges = (storage: Storage, registers: Registry[]): void => {
  new Gauge({
    name: 'tocsin_storage_used_ratio',
    help: 'Share of a disk in use: of the data directory, and of the database where the server tells.',
    labelNames: ['place'],
    registers,
    async collect() {
      const { used } = await storage.state();
      this.reset();
      for (const place of STORAGE_PLACES) if (used[place] !== null) this.set({ place }, used[place]);
    },
  });
  new Gauge({
    name: 'tocsin_storage_level',
    help: 'What the fullest disk still allows: 0 all, 1 all, but alarm, 2 no new content, 3 nothing is written.',
    registers,
    async collect() {
      this.set(STORAGE_LEVELS.indexOf((await storage.state()).level));
    },
  });
};

/** One question at a time, and its answer for a while. */
const everyNowAndThen = <Value>(ask: () => Promise<Value>): (() => Promise<Value>) => {
  let last: { readonly at: number; readonly answer: Promise<Value> } | null = null;
  return () => {
    const now = performance.now();
    if (last === null || now - last.at >= GROWTH_MS) last = { at: now, answer: ask() };
    return last.answer;
  };
};
