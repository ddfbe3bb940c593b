// Clients that send and never read, against a real hub process: what the hub buffers for them is bounded per connection
// and in total, with and without a key, and they are cut in time (I20).
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { type IncomingMessage, request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { WebSocket } from 'ws';
import { type FaultWorld, openFaultWorld } from '../../support/fault/fault-world.ts';
import { eventually, hubEnvironment, type Process, startHub } from '../../support/processes.ts';

const INIT_MS = 2_000;
const GRACE_MS = 3_000;
const WITHOUT_KEY = 20;
const BUFFER_BYTES = 400_000;
const FLOOD_MS = 4_000;
/** How much the hub may grow for four sockets, uncollected garbage included; unbounded, it grows 800 MB in 9 s. */
const GROWN_BYTES = 150e6;

let fault: FaultWorld;
let hub: Process;
let url: string;
let port: number;
let token: string;
let operator: string;
beforeAll(async () => {
  fault = await openFaultWorld();
  token = await fault.world.token('northGrid', 'analyst');
  operator = await fault.world.token('cyberAgency', 'hub-operator');
  const env: NodeJS.ProcessEnv = {
    ...(await hubEnvironment(fault.world)),
    TOCSIN_SOCKET_INIT_MS: String(INIT_MS),
    TOCSIN_STREAM_GRACE_MS: String(GRACE_MS),
    TOCSIN_MAX_SOCKETS_WITHOUT_KEY: String(WITHOUT_KEY),
    TOCSIN_BUFFER_BYTES: String(BUFFER_BYTES),
    TOCSIN_REQUEST_BURST: '100000000',
  };
  url = String(env['TOCSIN_URL']);
  port = Number(env['TOCSIN_PORT']);
  hub = await startHub(env);
});
afterAll(async () => {
  await hub.kill();
  await fault.close();
});

/** Over its own connection, the only open one when nothing else is. */
const figure = async (name: string): Promise<number> => {
  const headers = { authorization: `Bearer ${operator}` };
  const sent = request(`${url}/metrics`, { agent: false, headers }).end();
  const [page] = (await once(sent, 'response')) as [IncomingMessage];
  return Number(new RegExp(`^${name} (\\d+)$`, 'm').exec(await text(page))?.[1]);
};
beforeEach(() =>
  eventually('nothing waits', async () => (await figure('tocsin_unsent_bytes')) === 0, 30_000),
);

const residentBytes = (): number =>
  Number(/^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${hub.pid}/status`, 'utf8'))?.[1]) * 1024;

const openSocket = async (): Promise<WebSocket> => {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
  socket.on('error', () => undefined);
  await once(socket, 'open');
  return socket;
};

const withKey = async (socket: WebSocket): Promise<WebSocket> => {
  socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } }));
  await once(socket, 'message');
  return socket;
};

/** Sends as fast as the hub reads; returns the hub's largest growth. */
const flood = async (sockets: readonly WebSocket[], send: (socket: WebSocket) => void): Promise<number> => {
  const before = residentBytes();
  let most = before;
  const until = performance.now() + FLOOD_MS;
  for (const socket of sockets) socket.pause();
  while (performance.now() < until) {
    for (const socket of sockets) {
      // Bounded turns: without a pause the client would not notice that the hub has closed the socket.
      const turn = performance.now() + 20;
      while (performance.now() < turn && socket.readyState === socket.OPEN && socket.bufferedAmount < 1e6)
        send(socket);
    }
    await new Promise((resolve) => setTimeout(resolve, 5));
    most = Math.max(most, residentBytes());
  }
  return most - before;
};

const LONG_PING = JSON.stringify({ type: 'ping', payload: { x: 'x'.repeat(120_000) } });
const BAD_SUBSCRIPTION = JSON.stringify({ type: 'subscribe', id: '1', payload: { query: '{ nothing }' } });
const FLOODS: readonly (readonly [string, (socket: WebSocket) => void])[] = [
  ['pings of the protocol with 120 kB', (socket) => socket.send(LONG_PING)],
  ['short pings of the protocol', (socket) => socket.send('{"type":"ping"}')],
  ['pings of WebSocket', (socket) => socket.ping('x'.repeat(125))],
  ['subscriptions that are refused', (socket) => socket.send(BAD_SUBSCRIPTION)],
];

/** The first flood also brings what the hub compiles and keeps for good, twice the rest on a machine that collects late. */
test('a first flood grows the hub once', async () => {
  const sockets = await Promise.all(Array.from({ length: 4 }, openSocket));
  const grown = await flood(sockets, (socket) => socket.send(LONG_PING));
  process.stdout.write(`the first flood: ${Math.round(grown / 1e6)} MB more\n`);
  expect(grown).toBeLessThan(2 * GROWN_BYTES);
  for (const socket of sockets) socket.terminate();
});

test.each(FLOODS)('without a key: %s', async (name, send) => {
  const sockets = await Promise.all(Array.from({ length: 4 }, openSocket));
  const closed = sockets.map((socket) => once(socket, 'close'));
  const grown = await flood(sockets, send);
  process.stdout.write(`without a key, ${name}: ${Math.round(grown / 1e6)} MB more\n`);
  expect(grown).toBeLessThan(GROWN_BYTES);
  // Longer than a socket may wait for its key: the hub has closed them all, although they read nothing.
  await eventually('no connection is left', async () => (await figure('tocsin_connections_open')) <= 1);
  for (const socket of sockets) socket.resume();
  await Promise.all(closed);
});

test.each(FLOODS)('with a key: %s', async (name, send) => {
  const sockets = await Promise.all(Array.from({ length: 4 }, async () => withKey(await openSocket())));
  const grown = await flood(sockets, send);
  process.stdout.write(`with a key, ${name}: ${Math.round(grown / 1e6)} MB more\n`);
  expect(grown).toBeLessThan(GROWN_BYTES);
  await eventually('no connection is left', async () => (await figure('tocsin_connections_open')) <= 1);
  for (const socket of sockets) socket.terminate();
});

test('a socket that sends pings instead of its key is closed in time, whatever it sends meanwhile', async () => {
  const socket = await openSocket();
  const openedAt = performance.now();
  const pings = setInterval(() => {
    socket.send('{"type":"ping"}');
    socket.ping();
  }, 50);
  const [code] = await once(socket, 'close');
  clearInterval(pings);
  expect(code).toBe(4408);
  expect(performance.now() - openedAt).toBeGreaterThan(INIT_MS - 200);
});

test('one socket too many without a key closes the oldest, and a client with a key still connects', async () => {
  const sockets: WebSocket[] = [];
  for (let index = 0; index < WITHOUT_KEY; index += 1) sockets.push(await openSocket());
  const [oldest] = sockets;
  if (oldest === undefined) throw new Error('none opened');
  const closed = once(oldest, 'close');
  const guest = await withKey(await openSocket());
  expect((await closed)[0]).toBe(1013);
  expect(sockets.filter((socket) => socket.readyState === socket.OPEN)).toHaveLength(WITHOUT_KEY - 1);
  guest.send(
    JSON.stringify({ type: 'subscribe', id: '1', payload: { query: 'subscription { heartbeat }' } }),
  );
  const [message] = await once(guest, 'message');
  expect(String(message)).toContain('"next"');
  for (const socket of [...sockets, guest]) socket.terminate();
});

/** Requests the schema again and again over one connection, all at once, and never reads. */
const askWithoutReading = async (times: number): Promise<Socket> => {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => undefined).pause();
  await once(socket, 'connect');
  const body = JSON.stringify({
    query: '{ __schema { types { name description fields { name description } } } }',
  });
  const head = [
    'POST /graphql HTTP/1.1',
    'Host: hub',
    `Authorization: Bearer ${token}`,
    'Content-Type: application/json',
    `Content-Length: ${body.length}`,
  ];
  socket.write(`${head.join('\r\n')}\r\n\r\n${body}`.repeat(times));
  return socket;
};

test('unread answers: the fullest connections are cut at the bound, the rest after the grace period', async () => {
  const cutBefore = await figure('tocsin_connections_cut');
  const before = residentBytes();
  const sockets = await Promise.all(Array.from({ length: 40 }, () => askWithoutReading(100)));
  await eventually(
    'some were cut',
    async () => (await figure('tocsin_connections_cut')) > cutBefore,
    300_000,
  );
  expect(await figure('tocsin_unsent_bytes')).toBeLessThanOrEqual(BUFFER_BYTES);
  const grown = residentBytes() - before;
  process.stdout.write(`answers that nobody reads: ${Math.round(grown / 1e6)} MB more\n`);
  expect(grown).toBeLessThan(GROWN_BYTES);
  await eventually('all were cut', async () => (await figure('tocsin_connections_open')) <= 1, 30_000);
  expect(await figure('tocsin_unsent_bytes')).toBe(0);
  for (const socket of sockets) socket.destroy();
});
