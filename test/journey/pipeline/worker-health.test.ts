// Health and metrics of the worker on its own port: who may read what, and what it reports about its jobs, the lease,
// Redis and MongoDB.
import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Hub } from '../../../src/hub.ts';
import { openQueue } from '../../../src/queue/queue.ts';
import { publishWarning } from '../../../src/service/warning/publish-warning.ts';
import { openFigures } from '../../../workers/health/figures.ts';
import { serveHealth, type WorkerHealth } from '../../../workers/health/serve.ts';
import { startWorker } from '../../../workers/worker.ts';
import { draft, openTestHub, type TestHub } from '../../support/hub.ts';
import { eventually, freePort } from '../../support/processes.ts';

type TestWorker = {
  readonly health: WorkerHealth;
  start(): Promise<void>;
  get(
    path: string,
    token?: string,
    method?: string,
  ): Promise<{ status: number; text: string; head: Headers }>;
  close(): Promise<void>;
};

const openTestWorker = async (world: TestHub, hub: Hub, redisUrl = world.redisUrl): Promise<TestWorker> => {
  const queue = openQueue(redisUrl, world.database, () => undefined);
  const figures = openFigures(hub, queue);
  const health = await serveHealth({ hub, queue, figures }, 0);
  let stop = async (): Promise<void> => undefined;
  return {
    health,
    start: async () => {
      const worker = await startWorker(hub, queue, figures.observer);
      health.phase = 'working';
      stop = () => worker.close();
    },
    get: async (path, token, method = 'GET') => {
      const headers: Record<string, string> = token === undefined ? {} : { authorization: `Bearer ${token}` };
      const response = await fetch(health.url + path, { headers, method });
      return { status: response.status, text: await response.text(), head: response.headers };
    },
    close: async () => {
      await stop();
      await health.close();
      await queue.close();
    },
  };
};

let world: TestHub;
let worker: TestWorker;
let operator: string;
beforeAll(async () => {
  world = await openTestHub();
  worker = await openTestWorker(world, world.hub);
  operator = await world.token('cyberAgency', 'hub-operator', null);
});
afterAll(async () => {
  await worker.close();
  await world.close();
});

const publish = async (): Promise<void> => {
  const published = await publishWarning(world.hub, await world.actor('cyberAgency'), draft());
  if (!published.ok) throw new Error(JSON.stringify(published.problems));
};

/** The value of a sample; -1 when it is missing. */
const sample = (text: string, name: string): number =>
  Number(
    text
      .split('\n')
      .find((line) => line.startsWith(`${name} `))
      ?.slice(name.length) ?? -1,
  );
const figure = async (from: TestWorker, name: string): Promise<number> =>
  sample((await from.get('/metrics', operator)).text, name);

test('is alive before it works, and reports that it is starting', async () => {
  expect(await worker.get('/healthz')).toMatchObject({ status: 200, text: 'ok\n' });
  const ready = await worker.get('/readyz');
  expect(ready.status).toBe(503);
  expect(JSON.parse(ready.text)).toMatchObject({ code: 'NOT_READY', detail: 'Missing: worker-starting.' });
});

test('is ready at work, and reports that it holds the lease', async () => {
  await worker.start();
  await eventually('it holds the lease', async () =>
    (await worker.get('/readyz')).text.includes('lease: held here'),
  );
  expect(await figure(worker, 'tocsin_lease_held')).toBe(1);
});

test('metrics are for the operator: 401 without a key, 404 for every other role, as at the hub', async () => {
  const without = await worker.get('/metrics');
  expect(without.status).toBe(401);
  expect(without.head.get('www-authenticate')).toContain('Bearer');
  expect((await worker.get('/metrics', 'toc_hub_nonsense')).status).toBe(401);
  const other = await worker.get('/metrics', await world.token('northGrid', 'member-admin'));
  const nothing = await worker.get('/nothing', operator);
  expect([other.status, other.text]).toEqual([404, nothing.text]);
  expect(nothing.status).toBe(404);
  expect((await worker.get('/metrics', operator, 'POST')).status).toBe(404);
  expect((await worker.get('/metrics', operator)).head.get('cache-control')).toBe('no-store');
});

test('jobs are counted by name, with their duration; no metric names a member or an id', async () => {
  await publish();
  await eventually(
    'the warning was targeted and delivered',
    async () =>
      (await figure(worker, 'tocsin_jobs_total{name="target-warning",end="done"}')) === 1 &&
      (await figure(worker, 'tocsin_jobs_total{name="deliver-warning",end="done"}')) >= 1,
  );
  const { text } = await worker.get('/metrics', operator);
  expect(sample(text, 'tocsin_job_duration_seconds_count{name="target-warning"}')).toBe(1);
  expect(sample(text, 'tocsin_jobs_total{name="target-warning",end="failed"}')).toBe(0);
  expect(sample(text, 'tocsin_redis_up')).toBe(1);
  expect(text).toMatch(/^tocsin_jobs_dead\{name="target-warning"\} 0$/m);
  expect(sample(text, 'tocsin_queue_jobs{queue="line",state="active"}')).toBeGreaterThanOrEqual(0);
  expect(text).not.toMatch(/north-grid|cyber-agency|warning--/i);
});

test('a second worker is healthy and ready without the lease, and says so', async () => {
  const second = await openTestWorker(world, world.hub);
  await second.start();
  const ready = await second.get('/readyz');
  expect([ready.status, ready.text]).toEqual([200, 'ready\nlease: held by another worker, or free\n']);
  expect(await figure(second, 'tocsin_lease_held')).toBe(0);
  await second.close();
  // The other worker still holds it.
  expect((await worker.get('/readyz')).text).toContain('held here');
});

test('a connection that asks for an upgrade and is reset ends nothing', async () => {
  const { hostname, port } = new URL(worker.health.url);
  for (let round = 0; round < 20; round += 1) {
    const socket = connect(Number(port), hostname);
    await once(socket, 'connect');
    socket.write('GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n');
    socket.resetAndDestroy();
  }
  expect((await worker.get('/healthz')).status).toBe(200);
});

test('connections that are held open, idle or unfinished, keep no probe out', async () => {
  const { hostname, port } = new URL(worker.health.url);
  const held = await Promise.all(
    Array.from({ length: 200 }, async (_, index) => {
      const socket = connect(Number(port), hostname).on('error', () => undefined);
      await once(socket, 'connect');
      if (index % 2 === 0) socket.write('GET /healthz HTTP/1.1\r\nHost: x\r\n');
      return socket;
    }),
  );
  const probed = await worker.get('/healthz');
  expect([probed.status, probed.head.get('connection')]).toEqual([200, 'close']);
  for (const socket of held) socket.destroy();
});

test('failed keys are limited, and a valid one is not', async () => {
  const { limits } = world.hub.config;
  const config = { ...world.hub.config, limits: { ...limits, keyFailuresPerMinute: 3 } };
  const strict = await openTestWorker(world, { ...world.hub, config });
  const statuses: number[] = [];
  for (let guess = 0; guess < 5; guess += 1)
    statuses.push((await strict.get('/metrics', `toc_hub_${guess}`)).status);
  expect(statuses).toEqual([401, 401, 401, 429, 429]);
  const late = await strict.get('/metrics', 'toc_hub_nonsense');
  expect(JSON.parse(late.text)).toMatchObject({ code: 'KEY_FAILURES_LIMITED' });
  expect(Number(late.head.get('retry-after'))).toBeGreaterThanOrEqual(1);
  expect([(await strict.get('/metrics')).status, (await strict.get('/metrics', operator)).status]).toEqual([
    401, 200,
  ]);
  await strict.close();
});

test('the first scrape of a process is already current', async () => {
  const fresh = await openTestWorker(world, world.hub);
  const { text } = await fresh.get('/metrics', operator);
  await fresh.close();
  expect(sample(text, 'tocsin_redis_up')).toBe(1);
  expect(text).toMatch(/^tocsin_jobs_dead\{name="target-warning"\} 0$/m);
  expect(text).toMatch(/^tocsin_queue_jobs\{queue="context",state="active"\} \d+$/m);
});

test('a job that fails is counted as failed', async () => {
  await worker.close();
  const broken = new Proxy(world.hub.warnings, {
    get: () => () => Promise.reject(new Error('the test broke it')),
  });
  worker = await openTestWorker(world, { ...world.hub, warnings: broken });
  await worker.start();
  await publish();
  await eventually(
    'a job failed',
    async () => (await figure(worker, 'tocsin_jobs_total{name="target-warning",end="failed"}')) >= 1,
  );
  expect(await figure(worker, 'tocsin_oldest_open_entry_seconds')).toBeGreaterThanOrEqual(0);
});

test('without Redis it is healthy, still numbers entries, and reports what is missing', async () => {
  await worker.close();
  worker = await openTestWorker(world, world.hub, `redis://127.0.0.1:${await freePort()}`);
  await worker.start();
  await publish();
  await eventually('it numbers', async () => (await figure(worker, 'tocsin_sequence_lag_entries')) === 0);
  expect(await worker.get('/healthz')).toMatchObject({ status: 200, text: 'ok\n' });
  const ready = await worker.get('/readyz');
  expect(ready.status).toBe(503);
  expect(JSON.parse(ready.text).detail).toContain('redis');
  expect(JSON.parse(ready.text).detail).not.toContain('mongodb');
  expect(await figure(worker, 'tocsin_redis_up')).toBe(0);
});

test('without MongoDB it is alive, and reports what is missing', async () => {
  const lost = await openTestHub();
  const alone = await openTestWorker(lost, lost.hub);
  await lost.hub.database.connection.db?.dropDatabase();
  await lost.hub.database.close();
  expect((await alone.get('/healthz')).status).toBe(200);
  const ready = await alone.get('/readyz');
  expect([ready.status, JSON.parse(ready.text).detail]).toEqual([503, expect.stringContaining('mongodb')]);
  await alone.close();
});
