// Where one of the twins lives: a database that is emptied for each pair, and one server in this process onto which the hub of
// each pair is put. Making a database, and compiling queries anew, would take most of the time of a pair.
import { Agent } from 'node:http';
import { type Config, readConfig } from '../../../src/config/config.ts';
import { type Listening, listen } from '../../../src/http/listen.ts';
import { type Hub, type Overrides, openHub } from '../../../src/hub.ts';
import { type Broker, openBroker } from '../../../src/service/live/broker.ts';
import { connect } from '../../../src/store/connect.ts';
import { freshDatabase, type TestServers } from '../database/database.ts';

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

export const openPlace = async (servers: TestServers): Promise<Place> => {
  const database = freshDatabase();
  const config = settingsOf(servers, database);
  const beside = await connect(servers.mongodbUrl, database);
  const agent = new Agent({ keepAlive: true, maxSockets: 4 });
  const current: { hub: Hub | null; broker: Broker | null } = { hub: null, broker: null };
  const brokerNow = (): Broker => {
    if (current.broker === null) throw new Error('no hub is open');
    return current.broker;
  };
  const broker: Broker = {
    subscribe: (...given) => brokerNow().subscribe(...given),
    waiting: { bytes: () => brokerNow().waiting.bytes(), cut: () => brokerNow().waiting.cut() },
    watch: (...given) => brokerNow().watch(...given),
    counts: () => brokerNow().counts(),
    acting: (...given) => brokerNow().acting(...given),
    wake: () => brokerNow().wake(),
    close: async () => current.broker?.close(),
  };
  let listening: Listening | null = null;
  const serve = async (hub: Hub): Promise<string> => {
    // The server reads its hub anew for each request.
    if (current.hub === null) current.hub = { ...hub };
    else Object.assign(current.hub, hub);
    listening ??= await listen(current.hub, broker);
    return listening.url;
  };
  const empty = async (): Promise<void> => {
    const db = beside.native();
    const collections = await db.listCollections({}, { nameOnly: true }).toArray();
    for (const { name } of collections) if (!KEPT.has(name)) await db.collection(name).deleteMany({});
  };
  return {
    agent,
    open: async (overrides, served) => {
      await empty();
      const hub = await openHub(config, 'test', overrides);
      const shown = served(hub);
      const opened = await openBroker(shown);
      current.broker = opened;
      const url = await serve(shown);
      return {
        hub,
        broker: opened,
        url,
        close: async () => {
          await opened.close();
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
