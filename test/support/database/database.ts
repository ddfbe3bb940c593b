// A separate database on the suite's MongoDB (`npm test` starts it), or on one started here when a test runs alone.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type TestServers = { readonly mongodbUrl: string; readonly redisUrl: string; stop(): Promise<void> };

const MONGODB_URL = 'TOCSIN_TEST_MONGODB_URL';
const REDIS_URL = 'TOCSIN_TEST_REDIS_URL';

/** Lets `testServers` answer with these servers until the returned function is called. */
export const replaceServers = (given: {
  readonly mongodbUrl: string;
  readonly redisUrl: string;
}): (() => void) => {
  const before = { [MONGODB_URL]: process.env[MONGODB_URL], [REDIS_URL]: process.env[REDIS_URL] };
  process.env[MONGODB_URL] = given.mongodbUrl;
  process.env[REDIS_URL] = given.redisUrl;
  return () => {
    for (const [name, value] of Object.entries(before)) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  };
};

/** The suite's servers, or newly started ones. */
export const testServers = async (): Promise<TestServers> => {
  const mongodbUrl = process.env[MONGODB_URL];
  const redisUrl = process.env[REDIS_URL];
  if (mongodbUrl !== undefined && redisUrl !== undefined) {
    return { mongodbUrl, redisUrl, stop: () => Promise.resolve() };
  }
  const { startServers } = await import('../../../scripts/setup/servers.mjs');
  const dataDirectory = mkdtempSync(join(tmpdir(), 'tocsin-test-'));
  const servers = await startServers({ dataDirectory, ephemeral: true });
  return {
    mongodbUrl: servers.mongodbUrl,
    redisUrl: servers.redisUrl,
    stop: async () => {
      await servers.stop();
      rmSync(dataDirectory, { recursive: true, force: true });
    },
  };
};

export const freshDatabase = (): string => `t${randomBytes(6).toString('hex')}`;
