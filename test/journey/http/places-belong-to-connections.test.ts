// A stream slot belongs to an open connection: clients that subscribe and reset at once, at any moment of the hub's
// processing, leave no slot taken, neither their organisation's nor the hub's.
import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as after } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { WebSocket } from 'ws';
import { listen } from '../../../src/http/listen.ts';
import { openBroker } from '../../../src/service/live/broker.ts';
import type { TestEndpoint } from '../../support/endpoint.ts';
import { eventClient, openLiveEndpoint, RECEIVED, socketClient, streamsOpen } from '../../support/live.ts';
import { eventually } from '../../support/processes.ts';

const RESETS = 80;

let endpoint: TestEndpoint;
let token: string;
let operator: string;
beforeAll(async () => {
  ({ endpoint, token } = await openLiveEndpoint());
  operator = await endpoint.token('cyberAgency', 'hub-operator');
});
afterAll(() => endpoint.close());

/** From microseconds to milliseconds: before the head is read, during key lookup, and once the stream is open. */
const moment = (index: number): Promise<unknown> => {
  if (index % 4 === 0) return Promise.resolve();
  return index % 4 === 1 ? new Promise((resolve) => setImmediate(resolve)) : after(index % 9);
};

const resetEvents = async (index: number, method: 'GET' | 'POST'): Promise<void> => {
  const { hostname, port } = new URL(endpoint.url);
  const socket = connect(Number(port), hostname);
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  const body = method === 'POST' ? JSON.stringify({ query: RECEIVED }) : '';
  const head = [
    `${method} /graphql${method === 'GET' ? `?query=${encodeURIComponent(RECEIVED)}` : ''} HTTP/1.1`,
    'Host: hub',
    `Authorization: Bearer ${token}`,
    'Accept: text/event-stream',
    'Content-Type: application/json',
    `Content-Length: ${body.length}`,
  ];
  await new Promise((resolve) => socket.write(`${head.join('\r\n')}\r\n\r\n${body}`, resolve));
  await moment(index);
  socket.resetAndDestroy();
};

const resetSocket = async (index: number): Promise<void> => {
  const socket = new WebSocket(`${endpoint.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
  socket.on('error', () => undefined);
  await once(socket, 'open');
  socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } }));
  if (index % 2 === 0) await once(socket, 'message');
  const subscribe = (id: string) => JSON.stringify({ type: 'subscribe', id, payload: { query: RECEIVED } });
  for (const id of ['1', '2']) socket.send(subscribe(id));
  // Reuses an id while its first use is still being processed.
  socket.send(JSON.stringify({ type: 'complete', id: '1' }));
  socket.send(subscribe('1'));
  await moment(index);
  socket.terminate();
};

/** Over its own connection, the only one once all others are closed. */
const figure = async (name: string): Promise<number> => {
  const headers = { authorization: `Bearer ${operator}` };
  const sent = request(`${endpoint.url}/metrics`, { agent: false, headers }).end();
  const [page] = (await once(sent, 'response')) as [IncomingMessage];
  return Number(new RegExp(`^${name} (\\d+)$`, 'm').exec(await text(page))?.[1]);
};

/** The member can take exactly its full number of slots. */
const allPlacesAreFree = async (): Promise<void> => {
  // A reset connection may still be waiting to be accepted.
  await eventually('every connection has ended', async () => (await figure('tocsin_connections_open')) === 1);
  expect([await figure('tocsin_streams_open'), endpoint.broker.counts().streams]).toEqual([0, 0]);
  const client = eventClient(endpoint, token, { connection: 'close' });
  const { streamsPerMember } = endpoint.hub.config.limits;
  const open = Array.from({ length: streamsPerMember }, () =>
    client.iterate({ query: RECEIVED }).next().catch(String),
  );
  try {
    await streamsOpen(endpoint, streamsPerMember);
    await expect(client.iterate({ query: RECEIVED }).next()).rejects.toMatchObject({
      response: { status: 429 },
    });
  } finally {
    client.dispose();
    await Promise.all(open);
  }
  await streamsOpen(endpoint, 0);
};

test.each(['GET', 'POST'] as const)('a stream by %s, reset at once', async (method) => {
  await Promise.all(Array.from({ length: RESETS }, (_, index) => resetEvents(index, method)));
  await allPlacesAreFree();
});

test('a stream by GET, reset one after the other', async () => {
  for (let index = 0; index < RESETS; index += 1) await resetEvents(index, 'GET');
  await allPlacesAreFree();
});

test('subscriptions of a socket, reset at once', async () => {
  for (let round = 0; round < 8; round += 1) {
    await Promise.all(Array.from({ length: 10 }, (_, index) => resetSocket(round + index)));
  }
  await allPlacesAreFree();
});

test('a key may open as many sockets as streams; one more is refused with a retry', async () => {
  const { streamsPerMember } = endpoint.hub.config.limits;
  const sockets = Array.from({ length: streamsPerMember }, () =>
    socketClient(endpoint, token, { lazy: false }),
  );
  await Promise.all(sockets.map((client) => new Promise((resolve) => client.on('connected', resolve))));
  const late = socketClient(endpoint, token);
  await expect(late.iterate({ query: RECEIVED }).next()).rejects.toMatchObject({
    code: 1013,
    reason: 'TOO_MANY_STREAMS',
  });
  const other = socketClient(endpoint, await endpoint.token('cityHospital', 'analyst'), { lazy: false });
  await new Promise((resolve) => other.on('connected', resolve));
  for (const client of [...sockets, other, late]) await client.dispose();
  await allPlacesAreFree();
});

type Refused = readonly { extensions: { code: string } }[];

/** Ten of twelve are open, however their checks follow each other. */
const tenOfTwelve = async (at: TestEndpoint, client: ReturnType<typeof socketClient>): Promise<void> => {
  const heard = Array.from({ length: 12 }, () =>
    client
      .iterate({ query: RECEIVED })
      .next()
      .then(
        () => 'ended',
        (errors: Refused) => errors[0]?.extensions.code,
      ),
  );
  const none = after(60_000, null, { ref: false }).then(() => 'none is refused');
  expect(await Promise.race([...heard, none])).toBe('TOO_MANY_SUBSCRIPTIONS');
  await streamsOpen(at, 10);
  await client.dispose();
  const all = await Promise.all(heard);
  expect(all.filter((code) => code === 'TOO_MANY_SUBSCRIPTIONS')).toHaveLength(2);
  await streamsOpen(at, 0);
};

test('twelve subscriptions sent at once: ten are open, two are refused', () =>
  tenOfTwelve(endpoint, socketClient(endpoint, token)));

test('also when the checks of all twelve end at one moment', async () => {
  const { hub } = endpoint;
  const waiting: (() => void)[] = [];
  let isConnected = false;
  const key: typeof hub.directory.key = async (...given) => {
    const found = await hub.directory.key(...given);
    if (!isConnected) return found;
    await new Promise<void>((resolve) => {
      waiting.push(resolve);
      if (waiting.length === 12) for (const pass of waiting.splice(0)) pass();
    });
    return found;
  };
  const config = { ...hub.config, sharesLimits: false };
  const broker = await openBroker(hub);
  const listening = await listen({ ...hub, config, directory: { ...hub.directory, key } }, broker);
  try {
    const gated = { ...endpoint, broker, url: listening.url };
    const client = socketClient(gated, token, { lazy: false });
    await new Promise((resolve) => client.on('connected', resolve));
    isConnected = true;
    await tenOfTwelve(gated, client);
  } finally {
    await listening.close();
  }
});
