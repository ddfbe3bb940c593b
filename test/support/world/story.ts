// The sample partnership on its own database: planted as `npm start` plants it, drained by the workers, and read with the
// keys that planting creates.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { plant, type Tally } from '../../../seeds/plant.ts';
import { openSeedClock } from '../../../seeds/seed-clock.ts';
import { readConfig } from '../../../src/config/config.ts';
import { MAX_PAGE_SIZE } from '../../../src/domain/limit/page-size.ts';
import type { Actor } from '../../../src/domain/member.ts';
import { type Hub, openHub } from '../../../src/hub.ts';
import { authenticate } from '../../../src/service/access/authenticate.ts';
import { readFeed } from '../../../src/service/feed/read-feed.ts';
import type { Item } from '../../../src/service/item/item.ts';
import { drain } from '../../../workers/worker.ts';
import { freshDatabase, testServers } from '../database/database.ts';

export type Story = {
  readonly hub: Hub;
  readonly keys: string;
  readonly tally: Tally;
  plantAgain(): Promise<Tally>;
  drain(): Promise<void>;
  /** The actor that the key file authenticates. */
  identity(name: string): Promise<Actor>;
  feedOf(actor: Actor, filter?: { exercise?: string }): Promise<readonly Item[]>;
  close(): Promise<void>;
};

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

export const openStory = async (): Promise<Story> => {
  const servers = await testServers();
  const data = mkdtempSync(path.join(tmpdir(), 'tocsin-story-'));
  const config = readConfig({
    MONGODB_URL: servers.mongodbUrl,
    REDIS_URL: servers.redisUrl,
    TOCSIN_DATABASE: freshDatabase(),
    TOCSIN_DATA: data,
    TOCSIN_PORT: '4000',
    TOCSIN_LOG_LEVEL: 'silent',
  });
  const seedClock = openSeedClock();
  const { clock, entropy } = seedClock;
  const hub = await openHub(config, 'test', { log: silent, clock, entropy });
  const plantAgain = (): Promise<Tally> => plant(hub, seedClock, () => undefined);
  const keys = path.join(data, 'keys');
  return {
    hub,
    keys,
    tally: await plantAgain(),
    plantAgain,
    drain: () => drain(hub),
    identity: async (name) => {
      const token = readFileSync(path.join(keys, `${name}.key`), 'utf8').trim();
      const actor = await authenticate(hub, `Bearer ${token}`);
      if (actor === null) throw new Error(`The key of ${name} lets nobody in.`);
      return actor;
    },
    feedOf: async (actor, filter = {}) => {
      const page = await readFeed(hub, actor, { first: MAX_PAGE_SIZE, after: null, filter });
      if (!page.ok) throw new Error(page.problems[0]?.message);
      return page.value.items;
    },
    close: async () => {
      await hub.database.connection.db?.dropDatabase();
      await hub.close();
      await servers.stop();
      rmSync(data, { recursive: true, force: true });
    },
  };
};
