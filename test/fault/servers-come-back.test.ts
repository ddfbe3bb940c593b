// The servers that tests and `npm start` use: real ones, which keep their data across a kill.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Redis } from 'ioredis';
import mongoose from 'mongoose';
import { type Servers, startServers } from '../../scripts/setup/servers.mjs';

const silent = { log: () => undefined };
let directory = '';
let servers: Servers;

beforeAll(async () => {
  directory = mkdtempSync(path.join(tmpdir(), 'tocsin-servers-'));
  servers = await startServers({ dataDirectory: directory, ...silent });
});

afterAll(async () => {
  await servers?.stop();
  rmSync(directory, { recursive: true, force: true });
});

async function withMongo<T>(use: (connection: mongoose.Connection) => Promise<T>): Promise<T> {
  const connection = await mongoose.createConnection(servers.mongodbUrl).asPromise();
  try {
    return await use(connection);
  } finally {
    await connection.close();
  }
}

async function withRedis<T>(use: (redis: Redis) => Promise<T>): Promise<T> {
  const redis = new Redis(servers.redisUrl);
  try {
    return await use(redis);
  } finally {
    redis.disconnect();
  }
}

test('mongod keeps a transaction across SIGKILL, on the same port', async () => {
  await withMongo((connection) =>
    connection.transaction(async (session) => {
      await connection.collection('bells').insertOne({ tone: 'c' }, { session });
    }),
  );
  const former = servers.mongod.pid;
  await servers.mongod.kill();
  expect(servers.mongod.pid).toBeNull();
  await servers.mongod.start();
  expect(servers.mongod.pid).not.toBe(former);
  expect(await withMongo((connection) => connection.collection('bells').countDocuments())).toBe(1);
});

test('redis-server keeps its data across a restart, evicts nothing, and can be wiped', async () => {
  await withRedis((redis) => redis.set('bell', 'c'));
  await servers.redis.restart();
  expect(await withRedis((redis) => redis.get('bell'))).toBe('c');
  expect(await withRedis((redis) => redis.config('GET', 'maxmemory-policy'))).toEqual([
    'maxmemory-policy',
    'noeviction',
  ]);
  await servers.redis.flush();
  expect(await withRedis((redis) => redis.get('bell'))).toBeNull();
});

test('a second process on the same data is refused with a remedy', async () => {
  await expect(startServers({ dataDirectory: directory, ...silent })).rejects.toThrow(
    /is using .*TOCSIN_DATA/s,
  );
});

test('the same data on another port is the same replica set', async () => {
  await servers.stop();
  // As if another program had taken the port.
  rmSync(path.join(directory, 'mongod/port'));
  servers = await startServers({ dataDirectory: directory, ...silent });
  expect(await withMongo((connection) => connection.collection('bells').countDocuments())).toBe(1);
});

test('with external servers nothing is started', async () => {
  const given = { mongodbUrl: servers.mongodbUrl, redisUrl: servers.redisUrl };
  const mine = await startServers({ ephemeral: true, ...given, ...silent });
  expect({ ...mine }).toMatchObject({ ...given, mongod: null, redis: null });
  await mine.stop();
});

test('of three nodes another becomes primary when the primary is killed', async () => {
  const three = await startServers({
    ephemeral: true,
    replicaNodes: 3,
    redisUrl: servers.redisUrl,
    ...silent,
  });
  const leader = await three.primary();
  await leader?.kill();
  let next = await three.primary();
  while (!next) next = await three.primary();
  expect(next.port).not.toBe(leader?.port);
  await three.stop();
});
