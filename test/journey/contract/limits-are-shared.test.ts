// Rates hold over several hubs, by a count in Redis; where Redis is slow, away or wiped, each hub counts by itself, and no
// request waits for longer than the deadline.
import { createServer, type Server, type Socket } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { Redis } from 'ioredis';
import { type Allowance, openAllowance } from '../../../src/http/bounds/allowance.ts';
import { openSharedBuckets, type SharedBuckets } from '../../../src/outside/shared-buckets.ts';
import { freshDatabase, type TestServers, testServers } from '../../support/database/database.ts';

let servers: TestServers;
let redis: Redis;
let installation: string;
const opened: SharedBuckets[] = [];
beforeAll(async () => {
  servers = await testServers();
  redis = new Redis(servers.redisUrl);
  installation = freshDatabase();
});
afterEach(() => {
  for (const buckets of opened.splice(0)) buckets.close();
});
afterAll(async () => {
  redis.disconnect();
  await servers.stop();
});

const SLOW = { perSecond: 0.01, burst: 100 };

/** Longer than any machine stalls, where a test is about what is counted and not about the deadline. */
const PATIENT_MS = 10_000;

const ready = async (url = servers.redisUrl, deadlineMs?: number): Promise<SharedBuckets> => {
  const buckets = openSharedBuckets(url, installation, deadlineMs);
  opened.push(buckets);
  return buckets;
};

/** Waits until it is connected: before that each hub counts by itself. */
const connected = async (): Promise<SharedBuckets> => {
  const buckets = await ready(servers.redisUrl, PATIENT_MS);
  const request = { perSecond: 1, burst: 1, cost: 0, charge: 0, spare: 0 };
  for (let attempt = 0; attempt < 200; attempt += 1) {
    if ((await buckets.take('probe', 'probe', request)) !== null) return buckets;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('Redis does not answer');
};

const hubs = async (count: number, size = SLOW, bucket = freshDatabase()): Promise<Allowance[]> =>
  Promise.all(Array.from({ length: count }, async () => openAllowance(bucket, size, await connected())));

const takenBy = async (allowances: readonly Allowance[], name: string, tries: number): Promise<number> => {
  let taken = 0;
  for (let index = 0; index < tries; index += 1)
    if ((await allowances[index % allowances.length]?.take(name)) === null) taken += 1;
  return taken;
};

test('three hubs give together what one may, and hardly less', async () => {
  const three = await hubs(3);
  const taken = await takenBy(three, 'a key', 400);
  expect(taken).toBeLessThanOrEqual(100);
  // What was taken in advance and not used is given back with the next request.
  expect(taken).toBeGreaterThanOrEqual(94);
  expect(await takenBy(three, 'another key', 10)).toBe(10);
});

test('at once too: many requests to several hubs in the same moment', async () => {
  const three = await hubs(3);
  const answers = await Promise.all(
    Array.from({ length: 300 }, (_, index) => three[index % 3]?.take('a key')),
  );
  expect(answers.filter((wait) => wait === null).length).toBeLessThanOrEqual(100);
  // Of three hubs each may hold two that it took in advance.
  expect(answers.filter((wait) => wait === null).length).toBeGreaterThanOrEqual(94);
  expect(answers.filter((wait) => typeof wait === 'number').every((wait) => Number(wait) > 0)).toBe(true);
});

test('what is charged by one counts for all, and what is left is known', async () => {
  const [one, other] = await hubs(2);
  if (one === undefined || other === undefined) throw new Error('two hubs');
  expect(await one.take('a key')).toBeNull();
  one.charge('a key', 95);
  expect(one.left('a key').tokens).toBeLessThanOrEqual(4);
  expect(await one.take('a key')).toBeNull();
  expect(await takenBy([other], 'a key', 10)).toBeLessThanOrEqual(3);
  expect(other.left('a key')).toEqual({ tokens: expect.any(Number), resetSeconds: expect.any(Number) });
  expect(other.left('a key').tokens).toBeLessThanOrEqual(2);
  expect(other.left('a key').resetSeconds).toBeGreaterThan(9_000);
});

test('tokens come back with time', async () => {
  const [one] = await hubs(1, { perSecond: 20, burst: 2 });
  expect(await takenBy([one as Allowance], 'a key', 2)).toBe(2);
  const wait = (await one?.take('a key')) ?? 0;
  expect(wait).toBeGreaterThan(0);
  await new Promise((resolve) => setTimeout(resolve, wait * 1_000 + 30));
  expect(await one?.take('a key')).toBeNull();
});

test('Redis holds no key and no address, and forgets what is full again', async () => {
  const bucket = freshDatabase();
  const [one] = await hubs(1, { perSecond: 100, burst: 10 }, bucket);
  await one?.take('203.0.113.7');
  const keys = await redis.keys(`tocsin-${installation}-rate:${bucket}:*`);
  expect(keys).toHaveLength(1);
  expect(keys.join()).not.toContain('203.0.113.7');
  const ttl = await redis.pttl(keys[0] ?? '');
  expect(ttl).toBeGreaterThan(0);
  expect(ttl).toBeLessThanOrEqual(1_200);
});

describe('without Redis', () => {
  let hole: Server | undefined;
  const sockets = new Set<Socket>();
  afterEach(() => {
    for (const socket of sockets) socket.destroy();
    hole?.close();
  });

  test('each hub counts by itself', async () => {
    const buckets = await ready('redis://127.0.0.1:1');
    const allowances = [openAllowance('a', SLOW, buckets), openAllowance('a', SLOW, buckets)];
    expect(await takenBy(allowances, 'a key', 400)).toBe(200);
    expect(allowances[0]?.left('a key').tokens).toBe(0);
  });

  test('one that is wiped begins anew, and one that does not answer is not waited for', async () => {
    const [one] = await hubs(1);
    expect(await takenBy([one as Allowance], 'a key', 120)).toBeLessThanOrEqual(100);
    await redis.eval(
      `for _, key in ipairs(redis.call('KEYS', ARGV[1])) do redis.call('DEL', key) end`,
      0,
      `tocsin-${installation}-rate:*`,
    );
    expect(await takenBy([one as Allowance], 'a key', 5)).toBe(5);
    // A Redis that takes connections, says that it is ready, and then falls silent.
    let isSilent = false;
    const upstream = new URL(servers.redisUrl);
    const { connect } = await import('node:net');
    hole = createServer((socket) => {
      sockets.add(socket);
      const real = connect(Number(upstream.port), upstream.hostname);
      sockets.add(real);
      socket.on('data', (chunk) => void (isSilent || real.write(chunk))).on('error', () => undefined);
      real.on('data', (chunk) => void (isSilent || socket.write(chunk))).on('error', () => undefined);
    });
    await new Promise<void>((resolve) => hole?.listen(0, '127.0.0.1', resolve));
    const address = hole.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const buckets = await ready(`redis://127.0.0.1:${port}`);
    const request = { perSecond: 1, burst: 1, cost: 0, charge: 0, spare: 0 };
    while ((await buckets.take('probe', 'probe', request)) === null)
      await new Promise((resolve) => setTimeout(resolve, 10));
    const allowance = openAllowance(freshDatabase(), { perSecond: 0.01, burst: 1_000 }, buckets);
    isSilent = true;
    const began = performance.now();
    expect(await takenBy([allowance], 'a key', 400)).toBe(400);
    // Three misses of 10 ms, then Redis rests for a second: four hundred requests do not wait 10 ms each.
    expect(performance.now() - began).toBeLessThan(3_000);
  });
});
