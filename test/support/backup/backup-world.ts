// Backups of a test hub, and hubs on what was restored from them.
import { createReadStream, createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { type Config, readConfig } from '../../../src/config/config.ts';
import { listen } from '../../../src/http/listen.ts';
import { type Hub, openDatabase, openHub } from '../../../src/hub.ts';
import { journalFile } from '../../../src/outside/journal.ts';
import { type RestoreRequest, restoreDatabase } from '../../../src/service/backup/restore-database.ts';
import type { Lock } from '../../../src/service/backup/seal.ts';
import {
  type BackupMade,
  DEFAULT_WINDOW_SECONDS,
  writeBackup,
} from '../../../src/service/backup/write-backup.ts';
import { openBroker } from '../../../src/service/live/broker.ts';
import { freshDatabase } from '../database/database.ts';
import { askAt } from '../endpoint.ts';

export const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

type Servers = { readonly mongodbUrl: string; readonly redisUrl: string };

/** A folder that is removed again. */
export const temporaryFolder = (): { readonly path: string; remove(): void } => {
  const path = mkdtempSync(join(tmpdir(), 'tocsin-backup-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
};

export const backUpTo = (hub: Hub, file: string, lock: Lock = null): Promise<BackupMade> =>
  writeBackup(hub, { lock, windowSeconds: DEFAULT_WINDOW_SECONDS }, (bytes) =>
    pipeline(bytes, createWriteStream(file)),
  );

export const configOf = (servers: Servers, database: string, data: string): Config =>
  readConfig({
    MONGODB_URL: servers.mongodbUrl,
    REDIS_URL: servers.redisUrl,
    TOCSIN_DATABASE: database,
    TOCSIN_DATA: data,
    TOCSIN_PORT: '0',
    TOCSIN_LOG_LEVEL: 'silent',
  });

/** Into a database of its own; the journal is that of `config.dataDirectory`. */
export const restoreFrom = async (config: Config, file: string, request: Partial<RestoreRequest> = {}) => {
  const clock = { now: () => new Date() };
  const { systemEntropy: entropy } = await import('../../../src/outside/entropy.ts');
  return restoreDatabase(
    { config, clock, entropy, log: silent },
    {
      file: () => createReadStream(file),
      keys: { identities: [], passphrase: null },
      isAgain: false,
      isDryRun: false,
      journals: (database) => [journalFile(config.dataDirectory, database)],
      ...request,
    },
  );
};

export const databaseName = freshDatabase;

/** A listening hub on this database; `ask` throws what was answered as an error. */
export const listeningHub = async (config: Config) => {
  const hub = await openHub(config, 'test', { log: silent });
  const listening = await listen(hub, await openBroker(hub));
  return {
    hub,
    ask: askAt(listening.url),
    url: listening.url,
    close: async () => {
      await listening.close();
      await hub.close();
    },
  };
};

export const dropDatabase = async (config: Config): Promise<void> => {
  const database = await openDatabase(config);
  await database.native().dropDatabase();
  await database.close();
};
