// A separate database on the suite's MongoDB (`npm test` starts it), or on one started here when a test runs alone.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type TestServers = { readonly mongodbUrl: string; readonly redisUrl: string; stop(): Promise<void> };

/** The suite's servers, or newly started ones. */
export const testServers = async (): Promise<TestServers> => {
  const mongodbUrl = process.env['TOCSIN_TEST_MONGODB_URL'];
  const redisUrl = process.env['TOCSIN_TEST_REDIS_URL'];
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
