// Where one of the twins lives: a database that is emptied for each pair, and one server in this process onto which the hub of
// each pair is put. Making a database, and compiling queries anew, would take most of the time of a pair.
import { Agent } from 'node:http';
import { type Config, readConfig } from '../../../src/config/config.ts';
import { type Listening, listen } from '../../../src/http/listen.ts';
import { type Hub, type Overrides, openHub } from '../../../src/hub.ts';
import type { Broker } from '../../../src/service/live/broker.ts';
import { connect, type Database } from '../../../src/store/connect.ts';
import { freshDatabase, type TestServers } from '../database/database.ts';
import { allOf, type Noting, notingDeps, openNoting, openSettledBroker } from './settling.ts';

export type Place = {
  readonly agent: Agent;
  /** Opens a hub on the emptied database, and serves it; `served` may replace parts of what is served. */
  open(overrides: Overrides, served: (hub: Hub) => Hub): Promise<Opened>;
  /** Drops the database. */
  close(): Promise<void>;
};

export type Opened = {
  readonly hub: Hub;
  readonly broker: Broker;
  readonly url: string;
  /** Writes what the hub has noted of its readers, which it otherwise does at moments of the real clock. */
  write(): Promise<void>;
  /** Lets `act` run while streams read nothing; then they read what there is. */
  settled(act: () => Promise<void>): Promise<void>;
  close(): Promise<void>;
};

/** What tells a hub that the database needs no migration. */
const KEPT = new Set(['migrations']);

/** On a busy machine an operation may take long: bytes are compared here, not times. */
const OPERATION_MS = 300_000;

const settingsOf = ({ mongodbUrl, redisUrl }: TestServers, database: string): Config => {
  const config = readConfig({
    MONGODB_URL: mongodbUrl,
    REDIS_URL: redisUrl,
    TOCSIN_DATABASE: database,
    TOCSIN_PORT: '0',
    TOCSIN_LOG_LEVEL: 'silent',
    TOCSIN_REQUESTS_PER_SECOND: '100000',
    TOCSIN_REQUEST_BURST: '100000',
    TOCSIN_PUBLISHES_PER_SECOND: '100000',
    // That answers which found nothing leave late is for T7 to judge.
    TOCSIN_NOT_FOUND_MS: '1',
    // Operations ask for every field at once.
    TOCSIN_MAX_QUERY_COST: '50000',
  });
  return { ...config, limits: { ...config.limits, operationMs: OPERATION_MS } };
};

const opened = <Part>(part: Part | null): Part => {
  if (part === null) throw new Error('no hub is open');
  return part;
};

/** The broker of the pair that is played. */
const brokerOf = (now: () => Broker): Broker => ({
  subscribe: (...given) => now().subscribe(...given),
  waiting: { bytes: () => now().waiting.bytes(), cut: () => now().waiting.cut() },
  watch: (...given) => now().watch(...given),
  counts: () => now().counts(),
  acting: (...given) => now().acting(...given),
  wake: () => now().wake(),
  close: () => now().close(),
});

const empty = async (database: Database): Promise<void> => {
  const db = database.native();
  const collections = await db.listCollections({}, { nameOnly: true }).toArray();
  for (const { name } of collections) if (!KEPT.has(name)) await db.collection(name).deleteMany({});
};

export const openPlace = async (servers: TestServers): Promise<Place> => {
  const database = freshDatabase();
  const config = settingsOf(servers, database);
  const beside = await connect(servers.mongodbUrl, database);
  const agent = new Agent({ keepAlive: true, maxSockets: 4 });
  const current: { hub: Hub | null; broker: Broker | null; noting: Noting | null } = {
    hub: null,
    broker: null,
    noting: null,
  };
  const broker = brokerOf(() => opened(current.broker));
  let listening: Listening | null = null;
  const serve = async (hub: Hub): Promise<string> => {
    // The server reads its hub anew for each request.
    if (current.hub === null) current.hub = { ...hub };
    else Object.assign(current.hub, hub);
    listening ??= await listen(
      current.hub,
      broker,
      notingDeps(current.hub, broker, () => opened(current.noting)),
    );
    return listening.url;
  };
  return {
    agent,
    open: async (overrides, served) => {
      await empty(beside);
      const hub = await openHub(config, 'test', overrides);
      const shown = served(hub);
      const { broker: own, settled } = await openSettledBroker(shown);
      current.broker = own;
      const noting = openNoting(shown);
      current.noting = noting;
      const url = await serve(shown);
      return {
        hub,
        broker: own,
        url,
        write: async () => {
          for (const each of allOf(noting)) await each.flush();
        },
        settled,
        close: async () => {
          await own.close();
          for (const each of allOf(noting)) await each.close();
          await hub.close();
        },
      };
    },
    close: async () => {
      agent.destroy();
      await listening?.close();
      await beside.connection.dropDatabase();
      await beside.close();
    },
  };
};
