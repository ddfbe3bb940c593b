// One of two twin worlds: a hub on a database of its own behind its real HTTP endpoints, in this process, and a client that
// sees raw answers. The database is emptied and used again, which takes a tenth of making one.
import { Agent, request as httpRequest } from 'node:http';
import { readConfig } from '../../../src/config/config.ts';
import { listen } from '../../../src/http/listen.ts';
import { type Hub, openHub } from '../../../src/hub.ts';
import type { Clock } from '../../../src/outside/clock.ts';
import { type Broker, openBroker } from '../../../src/service/live/broker.ts';
import { connect } from '../../../src/store/connect.ts';
import { drain } from '../../../workers/worker.ts';
import type { TestServers } from '../database/database.ts';
import { type Names, openNames, type Raw, textOf } from './answer.ts';
import { type Draws, openDraws } from './draws.ts';

export type TwinRequest = {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

export type Side = {
  readonly hub: Hub;
  readonly draws: Draws;
  readonly broker: Broker;
  readonly names: Names;
  /** The answer as it is compared. */
  ask(request: TwinRequest): Promise<string>;
  /** The events until one contains `last`, or until it is late. */
  stream(request: TwinRequest, last: string): Promise<string>;
  /** The workers run dry, and what was published has reached the streams. */
  settle(): Promise<void>;
  /** Writes that warnings were received, which otherwise happens at a moment that differs between the twins. */
  writeReceipts(): Promise<void>;
  close(): Promise<void>;
};

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
/** What tells the hub that the database needs no migration, and what two hubs of one database share. */
const KEPT = new Set(['migrations']);
/** A little above the time after which a hub writes the receipts that it has collected. */
const RECEIPTS_MS = 400;
const STREAM_MS = 20_000;

export type Place = { readonly servers: TestServers; readonly database: string };

const settingsOf = ({ servers, database }: Place) =>
  readConfig({
    MONGODB_URL: servers.mongodbUrl,
    REDIS_URL: servers.redisUrl,
    TOCSIN_DATABASE: database,
    TOCSIN_PORT: '0',
    TOCSIN_LOG_LEVEL: 'silent',
    TOCSIN_REQUESTS_PER_SECOND: '100000',
    TOCSIN_REQUEST_BURST: '100000',
    TOCSIN_PUBLISHES_PER_SECOND: '100000',
  });

/** Opens the hub on the emptied database; the first time it makes it. */
export const openSide = async (place: Place, seed: number, clock: Clock): Promise<Side> => {
  const draws = openDraws(seed);
  const hub = await openHub(settingsOf(place), 'test', { log: silent, clock, entropy: draws.entropy });
  const held: string[] = [];
  const served: Hub = { ...hub, deliveries: withHeldReceipts(hub.deliveries, held) };
  const broker = await openBroker(served);
  const listening = await listen(served, broker);
  const agent = new Agent({ keepAlive: true, maxSockets: 4 });
  const names = openNames();
  const send = (request: TwinRequest) =>
    sendTo(listening.url, agent, {
      ...request,
      path: names.inserted(request.path),
      body: names.inserted(request.body),
    });
  return {
    hub,
    draws,
    broker,
    names,
    ask: async (request) => textOf(await send(request).whole(), names),
    stream: async (request, last) => names.named(await send(request).until(last)),
    settle: async () => {
      await drain(hub);
      await broker.wake();
    },
    writeReceipts: async () => {
      await new Promise((resolve) => setTimeout(resolve, RECEIPTS_MS));
      await hub.deliveries.advance(held.splice(0), { to: 'RECEIVED', at: clock.now(), failure: null });
    },
    close: async () => {
      agent.destroy();
      await listening.close();
      await hub.close();
    },
  };
};

const withHeldReceipts = (deliveries: Hub['deliveries'], held: string[]): Hub['deliveries'] => ({
  ...deliveries,
  advance: (ids, move, session) => {
    if (move.to !== 'RECEIVED') return deliveries.advance(ids, move, session);
    held.push(...ids);
    return Promise.resolve(0);
  },
});

/** Empties every collection of the database. */
export const emptied = async ({ servers, database }: Place): Promise<void> => {
  const opened = await connect(servers.mongodbUrl, database);
  const db = opened.native();
  const collections = await db.listCollections({}, { nameOnly: true }).toArray();
  for (const { name } of collections) if (!KEPT.has(name)) await db.collection(name).deleteMany({});
  await opened.close();
};

const sendTo = (url: string, agent: Agent, { method, path, headers, body }: TwinRequest) => {
  const { hostname, port } = new URL(url);
  const open = () =>
    httpRequest({
      hostname,
      port,
      agent,
      method,
      path,
      headers: { ...headers, 'content-length': Buffer.byteLength(body) },
    });
  return {
    whole: (): Promise<Raw> =>
      new Promise((resolve, reject) => {
        open()
          .on('error', reject)
          .on('response', (response) => {
            let text = '';
            response.setEncoding('utf8').on('data', (part: string) => {
              text += part;
            });
            response
              .on('error', reject)
              .on('end', () =>
                resolve({ status: response.statusCode ?? 0, headers: response.rawHeaders, body: text }),
              );
          })
          .end(body);
      }),
    until: (last: string): Promise<string> =>
      new Promise((resolve, reject) => {
        let text = '';
        const done = (): void => {
          clearTimeout(late);
          sent.destroy();
          resolve(text);
        };
        // What came until then is the answer.
        const late = setTimeout(done, STREAM_MS);
        const sent = open()
          .on('error', (error) => {
            clearTimeout(late);
            reject(error);
          })
          .on('response', (response) => {
            response.setEncoding('utf8').on('data', (part: string) => {
              text += part;
              if (text.includes(last) && text.endsWith('\n\n')) done();
            });
            response.on('end', done).on('error', () => undefined);
          });
        sent.end(body);
      }),
  };
};
