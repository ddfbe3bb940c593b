// Bodies that are begun and never finished, and answers that are read a little at a time, against a real hub process: what
// the hub holds for them is bounded, they are cut in time, and others are served meanwhile (I20).
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openWatchedHub, type WatchedHub } from '../../judge/watched-hub.ts';
import { openConnection } from '../../prove/edge/connection.ts';
import { openTestHub, type TestHub } from '../../support/hub.ts';
import { eventually } from '../../support/processes.ts';

const GRACE_MS = 2_000;
const LARGE = 8_000_000;

let world: TestHub;
let hub: WatchedHub;
let operator: string;
beforeAll(async () => {
  world = await openTestHub();
  operator = await world.token('cyberAgency', 'hub-operator', null);
  hub = await openWatchedHub(world, {
    TOCSIN_REQUEST_BURST: '100000',
    TOCSIN_STREAM_GRACE_MS: String(GRACE_MS),
  });
});
afterAll(async () => {
  await hub.close();
  await world.close();
});

const figure = async (name: string): Promise<number> => {
  const headers = { authorization: `Bearer ${operator}`, connection: 'close' };
  const page = await (await fetch(`${hub.url}/metrics`, { headers })).text();
  return Number(new RegExp(`^${name} (\\d+)$`, 'm').exec(page)?.[1] ?? 0);
};

const head = (token: string, ...more: readonly string[]): string =>
  [
    'POST /graphql HTTP/1.1',
    'Host: hub',
    `Authorization: Bearer ${token}`,
    'Content-Type: application/json',
    ...more,
    '',
    '',
  ].join('\r\n');

/** Begins a request; `status` is that of its answer, 0 until there is one. */
const begin = async (text: string | Buffer) => {
  const { socket, opened, closed } = openConnection(hub.port);
  const begun = { socket, closed, status: 0, code: '' };
  socket.on('data', (chunk: Buffer) => {
    begun.status ||= Number(/^HTTP\/1\.1 (\d{3})/.exec(String(chunk))?.[1] ?? 0);
    begun.code ||= /"code":"(\w+)"/.exec(String(chunk))?.[1] ?? '';
  });
  await opened;
  socket.write(text);
  return begun;
};

const tally = (begun: readonly { readonly code: string }[]): Record<string, number> =>
  Object.fromEntries(
    [...Map.groupBy(begun, ({ code }) => code || 'none')].map(([code, all]) => [code, all.length]),
  );

const PUBLISH =
  'mutation ($input: PublishWarningInput!) { publishWarning(input: $input) { refusals { code } } }';

test('200 unfinished bodies of 8 MB: eight of a key are held, sixteen of a member, and all are gone in time', async () => {
  const [first, second, third] = [
    await world.token('cyberAgency', 'publisher'),
    await world.token('cyberAgency', 'manager'),
    await world.token('cyberAgency', 'publisher'),
  ];
  const other = await world.token('xbCsirt', 'publisher');
  const before = await hub.memory();
  const most = `${head(first, `Content-Length: ${LARGE}`)}${'x'.repeat(100_000)}`;
  const byFirst = await Promise.all(Array.from({ length: 160 }, () => begin(most)));
  await eventually('the rest is refused', async () => tally(byFirst)['TOO_MANY_BODIES'] === 152, 30_000);
  expect(tally(byFirst)).toEqual({ none: 8, TOO_MANY_BODIES: 152 });
  // Without a length the limit is reserved.
  const chunked = `${head(second, 'Transfer-Encoding: chunked')}ffff\r\n{`;
  const bySecond = await Promise.all(Array.from({ length: 40 }, () => begin(chunked)));
  await eventually('the rest is refused', async () => tally(bySecond)['TOO_MANY_BODIES'] === 32, 30_000);
  const byThird = await begin(head(third, `Content-Length: ${LARGE}`));
  await eventually('the member has its sixteen', async () => byThird.code === 'TOO_MANY_BODIES');
  expect([byThird.status, tally(bySecond)]).toEqual([429, { none: 8, TOO_MANY_BODIES: 32 }]);

  const during = await hub.memory();
  expect(await figure('tocsin_body_bytes')).toBeLessThanOrEqual(16 * 8 * 1024 * 1024);
  process.stdout.write(
    `unfinished bodies: ${Math.round((during.heldBytes - before.heldBytes) / 1e6)} MB held\n`,
  );
  expect(during.heldBytes - before.heldBytes).toBeLessThan(60e6);
  const small = await hub.post(first, JSON.stringify({ query: '{ me { role } }' }));
  const large = await hub.post(
    other,
    JSON.stringify({ query: PUBLISH, variables: { input: 'x'.repeat(200_000) } }),
  );
  expect([small.status, large.status]).toEqual([200, 400]);

  await eventually(
    'the slow ones are ended',
    async () => tally([...byFirst, ...bySecond])['none'] === undefined,
    60_000,
  );
  expect(tally([...byFirst, ...bySecond])).toEqual({ TOO_MANY_BODIES: 184, BODY_TOO_SLOW: 16 });
  await Promise.all([...byFirst, ...bySecond, byThird].map(({ closed }) => closed));
  await eventually('their memory is back', async () => {
    const after = await hub.memory();
    return after.heldBytes - before.heldBytes < 15e6;
  });
  expect(await figure('tocsin_body_bytes')).toBe(0);
});

test('a body that keeps the pace is taken, one that trickles is not, and a stream gives its place back', async () => {
  const token = await world.token('xbCsirt', 'publisher');
  const body = JSON.stringify({ query: '{ me { role } }', extensions: { pad: 'x'.repeat(200_000) } });
  const [steady, trickling] = [
    await begin(head(token, `Content-Length: ${body.length}`)),
    await begin(head(token, `Content-Length: ${body.length}`)),
  ];
  const drip = setInterval(() => trickling.socket.write('x'.repeat(1_000)), 100);
  for (let at = 0; at < body.length; at += 20_000) {
    steady.socket.write(body.slice(at, at + 20_000));
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await eventually('the steady one is answered', async () => steady.status === 200, 20_000);
  await eventually('the other is not', async () => trickling.code === 'BODY_TOO_SLOW', 30_000);
  clearInterval(drip);
  expect(trickling.status).toBe(408);
  const stream = JSON.stringify({ query: 'subscription { heartbeat }' });
  const chunk = `${stream.length.toString(16)}\r\n${stream}\r\n0\r\n\r\n`;
  const streams = [];
  for (let count = 1; count <= 12; count += 1) {
    const stream = await begin(
      `${head(token, 'Transfer-Encoding: chunked', 'Accept: text/event-stream')}${chunk}`,
    );
    await eventually(`stream ${count} is answered`, async () => stream.status === 200, 30_000);
    streams.push(stream);
  }
  await eventually('twelve streams', async () => (await figure('tocsin_streams_open')) === 12, 30_000);
  for (const { socket } of [...streams, steady, trickling]) socket.destroy();
});

test('without a key no body is read: the answer comes at once, and the connection ends soon after', async () => {
  const begun = await Promise.all(
    Array.from({ length: 50 }, () =>
      begin(`${head('toc_hub_none', `Content-Length: ${LARGE}`)}${'x'.repeat(100_000)}`),
    ),
  );
  await eventually(
    'all are answered',
    async () => begun.every(({ code }) => code === 'UNAUTHENTICATED'),
    20_000,
  );
  expect(await figure('tocsin_body_bytes')).toBe(0);
  const began = performance.now();
  await Promise.all(begun.map(({ closed }) => closed));
  expect(performance.now() - began).toBeLessThan(10_000);
});

test('an answer that is read more slowly than 64 kB a second is cut, although some of it is read all the time', async () => {
  const token = await world.token('northGrid', 'analyst');
  const body = JSON.stringify({
    query: '{ __schema { types { name description fields { name description } } } }',
  });
  const { socket, opened, closed } = openConnection(hub.port);
  await opened;
  socket.pause();
  // More than the kernel takes for the client.
  socket.write(`${head(token, `Content-Length: ${body.length}`)}${body}`.repeat(100));
  let isClosed = false;
  void closed.then(() => {
    isClosed = true;
  });
  const sip = setInterval(() => socket.read(16_384) ?? socket.read(), 500);
  await eventually(
    'it is cut',
    async () => isClosed || (await figure('tocsin_connections_open')) <= 1,
    60_000,
  );
  clearInterval(sip);
  socket.destroy();
  expect(await figure('tocsin_unsent_bytes')).toBe(0);
});

test('requests that wait behind a stream on one connection are bounded', async () => {
  const token = await world.token('northGrid', 'analyst');
  const stream = `GET /graphql?query=${encodeURIComponent('subscription { heartbeat }')} HTTP/1.1\r\nHost: hub\r\nAuthorization: Bearer ${token}\r\nAccept: text/event-stream\r\n\r\n`;
  const { socket, opened, closed } = openConnection(hub.port);
  await opened;
  socket.resume();
  socket.write(stream + 'GET /healthz HTTP/1.1\r\nHost: hub\r\n\r\n'.repeat(101));
  await closed;
  const few = openConnection(hub.port);
  await few.opened;
  few.socket.write('GET /healthz HTTP/1.1\r\nHost: hub\r\n\r\n'.repeat(100));
  let text = '';
  few.socket.on('data', (chunk) => {
    text += String(chunk);
  });
  await eventually('all are answered', async () => text.split('HTTP/1.1 200 OK').length === 101, 20_000);
  few.socket.destroy();
});
