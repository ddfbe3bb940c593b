// Connections opened, broken and reset in every way a client can think of, against a real hub process and without a key:
// none of them ends the process, and it keeps answering.
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type FaultWorld, openFaultWorld } from '../../support/fault/fault-world.ts';
import { hubEnvironment, type Process, startHub } from '../../support/processes.ts';

const TIMES = 25;

let fault: FaultWorld;
let hub: Process;
let url: string;
let port: number;
let token: string;
beforeAll(async () => {
  fault = await openFaultWorld();
  token = await fault.world.token('northGrid', 'analyst');
  const env = await hubEnvironment(fault.world);
  url = String(env['TOCSIN_URL']);
  port = Number(env['TOCSIN_PORT']);
  hub = await startHub(env);
});
afterAll(async () => {
  await hub.kill();
  await fault.close();
});

/** A connection whose client-side errors are ignored. */
const open = async (): Promise<Socket> => {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  return socket;
};

const head = (...lines: readonly string[]): string => `${lines.join('\r\n')}\r\nHost: hub\r\n\r\n`;
const HANDSHAKE: readonly string[] = [
  'GET /graphql HTTP/1.1',
  'Connection: Upgrade',
  'Upgrade: websocket',
  'Sec-WebSocket-Version: 13',
  'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
];
const withUpgrade = (path: string, upgrade: string) =>
  head(`GET ${path} HTTP/1.1`, 'Connection: Upgrade', `Upgrade: ${upgrade}`);
const body = JSON.stringify({ query: '{ me { role } }' });
const authorization = () => `Authorization: Bearer ${token}`;
const SUBSCRIPTION = `/graphql?query=${encodeURIComponent('subscription { heartbeat }')}`;

/** What each kind of connection sends before it is broken. */
const BEGINNINGS: readonly (readonly [string, () => string | Buffer])[] = [
  ['nothing', () => ''],
  ['half a request line', () => 'GET /gra'],
  ['no HTTP', () => '\u0016\u0003\u0001\u0002\u0000 a TLS client came by'],
  ['unnegotiated HTTP/2', () => 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
  ['half a head', () => 'GET /graphql HTTP/1.1\r\nHost: hub\r\nX-Half: '],
  ['a head that is too large', () => head('GET / HTTP/1.1', `X-Long: ${'x'.repeat(20_000)}`)],
  ['CONNECT', () => head('CONNECT inside:27017 HTTP/1.1')],
  ['an upgrade at another path', () => withUpgrade('/x', 'websocket')],
  ['an upgrade to h2c', () => withUpgrade('/graphql', 'h2c')],
  ['an upgrade to several protocols', () => withUpgrade('/healthz', 'h2c, websocket')],
  ['an upgrade without a handshake', () => withUpgrade('/graphql', 'websocket')],
  ['an upgrade with another version', () => head(...HANDSHAKE.with(3, 'Sec-WebSocket-Version: 99'))],
  ['an upgrade from another origin', () => head(...HANDSHAKE, 'Origin: https://elsewhere.example')],
  ['an upgrade from the null origin', () => head(...HANDSHAKE, 'Origin: null')],
  ['an upgrade by POST', () => head(...HANDSHAKE.with(0, 'POST /graphql HTTP/1.1'))],
  ['a socket', () => head(...HANDSHAKE, 'Sec-WebSocket-Protocol: graphql-transport-ws')],
  ['a socket with another protocol', () => head(...HANDSHAKE, 'Sec-WebSocket-Protocol: graphql-ws')],
  ['a socket without a protocol', () => head(...HANDSHAKE)],
  [
    'a socket and half a frame',
    () =>
      Buffer.concat([
        Buffer.from(head(...HANDSHAKE, 'Sec-WebSocket-Protocol: graphql-transport-ws')),
        Buffer.from([0x81, 0xfe, 0x10]),
      ]),
  ],
  [
    'a socket and a frame that is not masked',
    () =>
      Buffer.concat([
        Buffer.from(head(...HANDSHAKE, 'Sec-WebSocket-Protocol: graphql-transport-ws')),
        Buffer.from([0x81, 0x02, 0x7b, 0x7d]),
      ]),
  ],
  ['a body that never arrives', () => head('POST /graphql HTTP/1.1', authorization(), 'Content-Length: 900')],
  ['invalid chunks', () => `${head('POST /graphql HTTP/1.1', 'Transfer-Encoding: chunked')}zz\r\n`],
  ['an expectation', () => head('POST /graphql HTTP/1.1', 'Expect: 100-continue', 'Content-Length: 9')],
  ['an expectation of another kind', () => head('GET / HTTP/1.1', 'Expect: the-impossible')],
  [
    'a query',
    () =>
      `POST /graphql HTTP/1.1\r\nHost: hub\r\n${authorization()}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
  ],
  ['many requests at once', () => head('GET /healthz HTTP/1.1').repeat(50)],
  ['a stream', () => head(`GET ${SUBSCRIPTION} HTTP/1.1`, authorization(), 'Accept: text/event-stream')],
];

/** How it is broken: the client closes, resets at once, or resets once the hub has answered something. */
const ENDS: readonly (readonly [string, (socket: Socket) => Promise<void>])[] = [
  ['closed', async (socket) => void socket.end()],
  ['reset at once', async (socket) => void socket.resetAndDestroy()],
  [
    'reset after an answer',
    async (socket) => {
      const answered = new Promise((resolve) => {
        socket.once('data', resolve).once('close', resolve);
        setTimeout(resolve, 40);
      });
      await answered;
      socket.resetAndDestroy();
    },
  ],
];

const isAlive = async (): Promise<void> => {
  const health = await fetch(`${url}/healthz`, { signal: AbortSignal.timeout(10_000) });
  expect(health.status).toBe(200);
};

test.each(BEGINNINGS)('%s', async (_name, beginning) => {
  for (const [, end] of ENDS) {
    await Promise.all(
      Array.from({ length: TIMES }, async (_, index) => {
        const socket = await open();
        const text = beginning();
        if (text.length > 0) socket.write(text);
        // Half of the resets happen before the hub has read the bytes, half after.
        if (index % 2 === 0) await new Promise((resolve) => setTimeout(resolve, 2));
        await end(socket);
        socket.destroySoon();
      }),
    );
    await isAlive();
  }
});

const answerTo = async (text: string): Promise<string> => {
  const socket = await open();
  socket.write(text);
  const [chunk] = (await once(socket, 'data')) as [Buffer];
  socket.destroy();
  return String(chunk).split('\r\n')[0] ?? '';
};

test('an upgrade that is not for a WebSocket at /graphql is ignored, and CONNECT is refused with an answer', async () => {
  expect(await answerTo(withUpgrade('/healthz', 'h2c'))).toBe('HTTP/1.1 200 OK');
  expect(await answerTo(withUpgrade('/healthz', 'websocket'))).toBe('HTTP/1.1 200 OK');
  expect(await answerTo(withUpgrade('/x', 'websocket'))).toBe('HTTP/1.1 404 Not Found');
  expect(await answerTo(withUpgrade('/graphql', 'h2c'))).toBe('HTTP/1.1 401 Unauthorized');
  expect(await answerTo(head('CONNECT inside:27017 HTTP/1.1'))).toBe('HTTP/1.1 405 Method Not Allowed');
  expect(await answerTo(head(...HANDSHAKE, 'Origin: https://elsewhere.example'))).toBe(
    'HTTP/1.1 403 Forbidden',
  );
  expect(await answerTo(withUpgrade('/graphql', 'websocket'))).toBe('HTTP/1.1 400 Bad Request');
});

test('after all of it no stream is open and no slot is taken', async () => {
  const operator = await fault.world.token('cyberAgency', 'hub-operator');
  const metrics = async () =>
    await (await fetch(`${url}/metrics`, { headers: { authorization: `Bearer ${operator}` } })).text();
  const streams = async () => /^tocsin_streams_open (\d+)$/m.exec(await metrics())?.[1];
  const until = performance.now() + 20_000;
  while ((await streams()) !== '0' && performance.now() < until) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  expect(await streams()).toBe('0');
});
