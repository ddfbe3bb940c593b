// Heads of requests that proxies and hubs read differently, and upgrades that the hub does not know: sent as raw bytes,
// since no client library sends them.
import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openTestEndpoint, type TestEndpoint } from '../../../support/endpoint.ts';

let endpoint: TestEndpoint;
let token: string;
beforeAll(async () => {
  endpoint = await openTestEndpoint();
  token = await endpoint.token('northGrid', 'analyst');
});
afterAll(() => endpoint.close());

/** The status and the body of the answer; the connection stays open until it came. */
const answerTo = async (...lines: readonly string[]): Promise<readonly [number, string]> => {
  const { hostname, port } = new URL(endpoint.url);
  const socket = connect(Number(port), hostname);
  await once(socket, 'connect');
  socket.write(lines.join('\r\n'));
  const chunks: string[] = [];
  for await (const chunk of socket) {
    chunks.push(String(chunk));
    const text = chunks.join('');
    const length = Number(/content-length: (\d+)/i.exec(text)?.[1] ?? 0);
    if (text.length >= text.indexOf('\r\n\r\n') + 4 + length) break;
  }
  socket.destroy();
  const text = chunks.join('');
  return [Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1]), text.slice(text.indexOf('\r\n\r\n') + 4)];
};
const get = (target: string, ...headers: readonly string[]) =>
  answerTo(`GET ${target} HTTP/1.1`, 'Host: hub', `Authorization: Bearer ${token}`, ...headers, '', '');

const QUERY = `query=${encodeURIComponent('{ me { role } }')}`;
const ANSWER =
  '{"data":{"me":{"role":"ANALYST"}},"extensions":{"cost":{"points":2,"limit":5000,"requests":1}}}';

test.each([
  ['a port that does not exist', `http://a:99999999/graphql?${QUERY}`],
  ['half an address', `http://[::1/graphql?${QUERY}`],
  ['no host', 'http:///healthz'],
  ['another protocol', 'ftp://hub/healthz'],
])('%s in a whole address is refused', async (_, target) => {
  const [status, body] = await get(target);
  expect(status).toBe(400);
  // Node itself refuses some of them, without a body.
  if (body !== '') expect(JSON.parse(body)).toMatchObject({ code: 'ADDRESS_MALFORMED', status: 400 });
});

test('a whole address of a proxy is served, and what looks like one in a path is a path', async () => {
  expect(await get(`http://another.example/graphql?${QUERY}`)).toEqual([200, ANSWER]);
  expect((await get('http://another.example/healthz'))[0]).toBe(200);
  expect((await get(`//a:99999999/graphql?${QUERY}`))[0]).toBe(404);
  expect((await get(`/graphql?${QUERY}&x=//a:99999999`))[0]).toBe(200);
  expect((await get(`/graphql?${QUERY}#//a:99999999`))[0]).toBe(200);
});

test.each([
  ['Host: hub'],
  ['Host: other'],
  ['host: hub'],
  ['Authorization: Bearer toc_hub_other'],
  ['Content-Type: text/plain\r\nContent-Type: application/json'],
  ['Idempotency-Key: a\r\nIdempotency-Key: b'],
  ['Last-Event-ID: a\r\nLast-Event-ID: b'],
])('a header that may occur once occurs twice: %j', async (header) => {
  for (const target of [`/graphql?${QUERY}`, '/healthz', '/nothing']) {
    const [status, body] = await get(target, header);
    expect([status, JSON.parse(body).code]).toEqual([400, 'HEADER_REPEATED']);
  }
});

test('the same for a WebSocket, which no resource sees', async () => {
  const upgrade = [
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
    'Sec-WebSocket-Protocol: graphql-transport-ws',
  ];
  expect((await get('/graphql', ...upgrade))[0]).toBe(101);
  expect((await get('/graphql', ...upgrade, 'Host: other'))[0]).toBe(400);
  expect((await get('/graphql', ...upgrade, 'Authorization: Bearer x'))[0]).toBe(400);
});

test.each([['a b'], ['user@hub'], ['hub/path'], ['[::1'], ['hub:port'], ['hub:99999']])(
  'a host that is none is refused: %s',
  async (host) => {
    const [status, body] = await answerTo('GET /healthz HTTP/1.1', `Host: ${host}`, '', '');
    expect([status, JSON.parse(body).code]).toEqual([400, 'ADDRESS_MALFORMED']);
  },
);

test.each([['hub'], ['hub.example:443'], ['127.0.0.1:4000'], ['[::1]:4000'], ['']])(
  'a host is taken: %j',
  async (host) => {
    expect((await answerTo('GET /healthz HTTP/1.1', `Host: ${host}`, '', ''))[0]).toBe(200);
  },
);

/** As curl --http2 and java.net.http send it; other protocols, and WebSocket where there is none. */
const UPGRADES = [
  'Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__',
  'Connection: Upgrade\r\nUpgrade: TLS/1.0, HTTP/1.1',
  'Connection: keep-alive, Upgrade\r\nUpgrade: h2c, websocket',
];
test.each(UPGRADES.map((headers) => [headers]))('is served as HTTP/1.1: %j', async (headers) => {
  const body = JSON.stringify({ query: '{ me { role } }' });
  const post = [
    'POST /graphql HTTP/1.1',
    'Host: hub',
    `Authorization: Bearer ${token}`,
    'Content-Type: application/json',
    headers,
  ];
  expect(await get(`/graphql?${QUERY}`, headers)).toEqual([200, ANSWER]);
  expect(await get('/healthz', headers)).toEqual([200, 'ok\n']);
  expect(await answerTo(...post, `Content-Length: ${body.length}`, '', body)).toEqual([200, ANSWER]);
  const chunk = `${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n`;
  expect(await answerTo(...post, 'Transfer-Encoding: chunked', '', chunk)).toEqual([200, ANSWER]);
});

test('a WebSocket at another path or by another method is served as HTTP/1.1 too', async () => {
  const upgrade =
    'Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==';
  expect(await get('/healthz', upgrade)).toEqual([200, 'ok\n']);
  expect((await get('/nothing', upgrade))[0]).toBe(404);
  const body = JSON.stringify({ query: '{ me { role } }' });
  const post = ['POST /graphql HTTP/1.1', 'Host: hub', `Authorization: Bearer ${token}`, upgrade];
  const rest = ['Content-Type: application/json', `Content-Length: ${body.length}`, '', body];
  expect(await answerTo(...post, ...rest)).toEqual([200, ANSWER]);
});

test('whoever asks whether the hub is ready, and however often, the database is asked once a second', async () => {
  let pings = 0;
  const { database } = endpoint.hub;
  const counted = await openTestEndpoint({});
  const ping = counted.hub.database.ping;
  Object.assign(counted.hub.database, {
    ping: () => {
      pings += 1;
      return ping();
    },
  });
  expect(database).not.toBe(counted.hub.database);
  const began = performance.now();
  const statuses = await Promise.all(
    Array.from({ length: 200 }, async () => (await counted.get(null, '/readyz')).status),
  );
  for (let index = 0; index < 20; index += 1) statuses.push((await counted.get(null, '/readyz')).status);
  const seconds = (performance.now() - began) / 1_000;
  expect(new Set(statuses)).toEqual(new Set([200]));
  expect(pings).toBeGreaterThan(0);
  expect(pings).toBeLessThanOrEqual(1 + Math.floor(seconds));
  await counted.close();
});
