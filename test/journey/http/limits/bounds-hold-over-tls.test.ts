// What bounds connections over plain HTTP bounds those over the hub's own TLS listener too: whoever has shown a key keeps its
// place, and unsent bytes count (I20).
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { connect, type TLSSocket } from 'node:tls';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { WebSocket } from 'ws';
import { openTestEndpoint, type TestEndpoint } from '../../../support/endpoint.ts';
import { eventually, freePort } from '../../../support/processes.ts';
import { certificateIn } from '../../../support/sign-in/certificate.ts';

const MOST = 12;
const BUFFER_BYTES = 400_000;

let endpoint: TestEndpoint;
let folder: string;
let port: number;
let token: string;
let operator: string;
const open: TLSSocket[] = [];

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'tocsin-tls-bounds-'));
  const { cert, key } = certificateIn(folder, 'hub');
  port = await freePort();
  endpoint = await openTestEndpoint({
    env: {
      TOCSIN_TLS_PORT: String(port),
      TOCSIN_TLS_CERTIFICATE: cert,
      TOCSIN_TLS_KEY: key,
      TOCSIN_MAX_CONNECTIONS: String(MOST),
      TOCSIN_BUFFER_BYTES: String(BUFFER_BYTES),
      TOCSIN_REQUEST_BURST: '1000000',
    },
  });
  token = await endpoint.token('northGrid', 'analyst');
  operator = await endpoint.token('cyberAgency', 'hub-operator', null);
}, 60_000);
afterAll(async () => {
  for (const socket of open) socket.destroy();
  await endpoint?.close();
  rmSync(folder, { recursive: true, force: true });
});

const opened = async (): Promise<TLSSocket> => {
  const socket = connect({ port, host: '127.0.0.1', rejectUnauthorized: false });
  open.push(socket);
  socket.on('error', () => undefined);
  await once(socket, 'secureConnect');
  // An end is noticed by who reads.
  socket.resume();
  return socket;
};

const requestText = (query: string): string => {
  const body = JSON.stringify({ query });
  const head = [
    'POST /graphql HTTP/1.1',
    'Host: hub',
    `Authorization: Bearer ${token}`,
    'Content-Type: application/json',
    `Content-Length: ${body.length}`,
  ];
  return `${head.join('\r\n')}\r\n\r\n${body}`;
};

const answered = async (socket: TLSSocket): Promise<string> => {
  socket.write(requestText('{ me { role } }'));
  const [chunk] = await once(socket, 'data');
  return String(chunk).slice(0, 15);
};

/** Over plain HTTP, by a connection of its own. */
const figure = async (name: string): Promise<number> => {
  const { body } = await endpoint.get(operator, '/metrics', { connection: 'close' });
  return Number(new RegExp(`^${name} (\\d+)$`, 'm').exec(String(body))?.[1]);
};

test('a connection that has shown a key outlasts those that have not, and each counts once', async () => {
  const known = await opened();
  expect(await answered(known)).toContain('200');
  const socket = new WebSocket(`wss://127.0.0.1:${port}/graphql`, 'graphql-transport-ws', {
    rejectUnauthorized: false,
  });
  await once(socket, 'open');
  socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } }));
  await once(socket, 'message');
  await eventually('two and the one that asks', async () => (await figure('tocsin_connections_open')) === 3);
  const guests: TLSSocket[] = [];
  for (let count = 0; count < 3 * MOST; count += 1) guests.push(await opened());
  await eventually('the oldest guests are gone', async () => guests[0]?.destroyed === true);
  expect(await figure('tocsin_connections_open')).toBeLessThanOrEqual(MOST);
  expect(await answered(known)).toContain('200');
  expect(socket.readyState).toBe(socket.OPEN);
  socket.terminate();
  known.destroy();
  for (const guest of guests) guest.destroy();
  await eventually('all have closed', async () => (await figure('tocsin_connections_open')) === 1);
});

test('answers that nobody reads count, and the fullest connection is cut at the bound', async () => {
  const before = await figure('tocsin_connections_cut');
  const sockets = await Promise.all(Array.from({ length: 6 }, opened));
  const schema = '{ __schema { types { name description fields { name description } } } }';
  for (const socket of sockets) socket.pause().write(requestText(schema).repeat(60));
  await eventually('one was cut', async () => (await figure('tocsin_connections_cut')) > before, 60_000);
  for (const socket of sockets) socket.destroy();
  await eventually('nothing waits', async () => (await figure('tocsin_unsent_bytes')) === 0, 30_000);
}, 120_000);
