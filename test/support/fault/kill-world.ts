// Two hubs, three workers and a replica set of three, each a process that is killed and started again. All of them reach the
// database through proxies that make it as far away as wanted, its members each other too.
import mongoose from 'mongoose';
import { type Servers, startServers } from '../../../scripts/setup/servers.mjs';
import type { Hub } from '../../../src/hub.ts';
import { replaceServers } from '../database/database.ts';
import { openTestHub, type TestHub } from '../hub.ts';
import { eventually, hubEnvironment, type Process, startHub, startProcess } from '../processes.ts';
import type { Random } from '../random.ts';
import { type LatencyProxy, openLatencyProxy } from './latency-proxy.ts';

export type Victim = { readonly name: string; killAndStart(): Promise<void> };

export type KillWorld = {
  readonly world: TestHub;
  /** Addresses of the hubs. */
  readonly urls: readonly string[];
  readonly victims: readonly Victim[];
  close(): Promise<void>;
};

/** Pause of a publisher between two warnings, on average. */
const EVERY_MS = 150;
const HUBS = 2;
const WORKERS = 3;
const SET = 'tocsin';

export const openKillWorld = async (roundTripMs: number): Promise<KillWorld> => {
  const opened: (() => Promise<unknown>)[] = [];
  // In reverse; the processes before the servers that they use.
  const close = async (): Promise<void> => {
    for (const end of opened.reverse()) await end();
  };
  try {
    return { ...(await openParts(roundTripMs, opened)), close };
  } catch (error) {
    await close();
    throw error;
  }
};

const openParts = async (
  roundTripMs: number,
  opened: (() => Promise<unknown>)[],
): Promise<Omit<KillWorld, 'close'>> => {
  const servers = await startServers({ ephemeral: true, replicaNodes: 3, log: () => undefined });
  opened.push(() => servers.stop());
  const proxies: LatencyProxy[] = [];
  for (const { port } of servers.mongods) proxies.push(await openLatencyProxy(port, 0));
  opened.push(() => Promise.all(proxies.map((proxy) => proxy.close())));
  const leaveServers = replaceServers({
    mongodbUrl: await movedBehind(servers, proxies),
    redisUrl: servers.redisUrl,
  });
  opened.push(() => Promise.resolve(leaveServers()));
  const world = await openTestHub();
  opened.push(() => world.hub.close());
  const victims: Victim[] = servers.mongods.map((server, index) => ({
    name: `mongod ${index}`,
    killAndStart: async () => {
      await server.kill();
      await server.start();
    },
  }));
  const add = async (name: string, start: () => Promise<Process>): Promise<void> => {
    const { again, end } = await revivable(start);
    opened.push(end);
    victims.push({ name, killAndStart: again });
  };
  const urls: string[] = [];
  for (let each = 0; each < HUBS; each += 1) {
    const env = await hubEnvironment(world);
    urls.push(String(env['TOCSIN_URL']));
    await add(`hub ${each}`, () => startHub({ ...env, TOCSIN_PUBLISHES_PER_SECOND: '1000' }));
  }
  for (let each = 0; each < WORKERS; each += 1) await add(`worker ${each}`, () => startWorker(world));
  for (const proxy of proxies) proxy.roundTrip(roundTripMs);
  return { world, urls, victims };
};

const startWorker = async (world: TestHub): Promise<Process> => {
  const worker = startProcess('workers/main.ts', {
    MONGODB_URL: world.mongodbUrl,
    REDIS_URL: world.redisUrl,
    TOCSIN_DATABASE: world.database,
  });
  await worker.saw('the worker is ready');
  return worker;
};

type Revivable = { again(): Promise<void>; end(): Promise<void> };

/** A process that is started again after it was killed, and also when a start fails while the database elects. */
const revivable = async (start: () => Promise<Process>): Promise<Revivable> => {
  let current = await start();
  return {
    again: async () => {
      await current.kill();
      for (let attempt = 0; ; attempt += 1) {
        const started = await start().catch((error: unknown) => error);
        if (!(started instanceof Error)) {
          current = started as Process;
          return;
        }
        if (attempt === 10) throw started;
      }
    },
    end: () => current.kill(),
  };
};

/** Tells the set that its members live behind the proxies, and returns the address of the set. */
const movedBehind = async (servers: Servers, proxies: readonly LatencyProxy[]): Promise<string> => {
  const hosts = proxies.map(({ port }) => `127.0.0.1:${port}`);
  const primary = await servers.primary();
  const url = `mongodb://127.0.0.1:${primary?.port}/?directConnection=true`;
  const client = await mongoose.mongo.MongoClient.connect(url);
  const admin = client.db('admin');
  const { config } = await admin.command({ replSetGetConfig: 1 });
  const members = config.members.map((member: object, index: number) => ({ ...member, host: hosts[index] }));
  const moved = { ...config, version: config.version + 1, members };
  await admin.command({ replSetReconfig: moved, force: true });
  await client.close();
  await eventually('a primary is elected', async () => (await servers.primary()) !== null);
  return `mongodb://${hosts.join(',')}/tocsin?replicaSet=${SET}`;
};

export type Published = {
  /** Ids by key of all that were answered. */
  readonly acknowledged: ReadonlyMap<string, string>;
  /** Keys whose repeats were answered with another id. */
  readonly doubled: readonly string[];
  /** Answers that are neither a warning nor 503. */
  readonly strange: readonly string[];
};

export type Publishing = { stop(): Promise<Published> };

const QUERY = `mutation ($input: PublishWarningInput!) {
  publishWarning(input: $input) { warning { id } refusals { code message } }
}`;

const input = (headline: string) => ({
  headline,
  summary: 'Take the gateway off the internet.',
  actions: [{ text: 'Take it off the internet' }],
  contacts: [],
  urgency: 'IMMEDIATE',
  severity: 'SEVERE',
  certainty: 'OBSERVED',
  marking: 'GREEN',
  audience: { alternatives: [{ sectors: ['energy/electricity'] }] },
});

/** Publishes through either hub until it is stopped; each request is repeated until it is answered, then once more. */
export const publishUntilStopped = (
  { urls }: Pick<KillWorld, 'urls'>,
  token: string,
  random: Random,
): Publishing => {
  const acknowledged = new Map<string, string>();
  const doubled: string[] = [];
  const strange: string[] = [];
  let isStopped = false;
  const send = async (key: string): Promise<string | null> => {
    const response = await fetch(`${random.pick(urls)}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${token}`,
        'idempotency-key': key,
      },
      body: JSON.stringify({ query: QUERY, variables: { input: input(key) } }),
      signal: AbortSignal.timeout(20_000),
    }).catch(() => null);
    const text = await response?.text().catch(() => null);
    if (response === null || text === null || text === undefined) return null;
    const id = /"id":"(warning--[^"]+)"/.exec(text)?.[1] ?? null;
    // 408 and 429 are answers of a busy machine.
    const isExpected = [408, 429, 503].includes(response.status) || text.includes('"BUSY"');
    if (id === null && !isExpected) strange.push(`${response.status} ${text.slice(0, 200)}`);
    return id;
  };
  const answered = async (key: string): Promise<string> => {
    for (;;) {
      const id = await send(key);
      if (id !== null) return id;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  };
  const one = async (name: number): Promise<void> => {
    for (let count = 0; !isStopped; count += 1) {
      const key = `publisher ${name} warning ${count}`;
      const id = await answered(key);
      acknowledged.set(key, id);
      if (random.chance(0.2) && (await answered(key)) !== id) doubled.push(key);
      await new Promise((resolve) => setTimeout(resolve, random.below(2 * EVERY_MS)));
    }
  };
  const publishers = [0, 1].map(one);
  return {
    stop: async () => {
      isStopped = true;
      await Promise.all(publishers);
      return { acknowledged, doubled, strange };
    },
  };
};

/** Number of entries that are not numbered or whose work is not done; null while the database cannot say. */
export const countOpen = async ({ entries }: Hub): Promise<number | null> =>
  entries.rows
    .countDocuments({ $or: [{ isPending: true }, { work: { $in: ['WAITING', 'QUEUED'] } }] })
    .catch(() => null);
