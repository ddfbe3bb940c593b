// Readers that subscribe and never read while 2,000 events of 10 kB arrive (M7): the hub stays up, buffers a bounded
// amount for them, delivers everything to those who read, and gives the others a cursor to resume from. The events are
// copies of a published row, inserted into the feed by the hundred; the connections are real sockets.
import { connect, type Socket } from 'node:net';
import { afterEach, expect, test } from '@jest/globals';
import { WebSocket } from 'ws';
import type { FeedRow } from '../../../src/store/feed.ts';
import { openTestEndpoint, type TestEndpoint } from '../../support/endpoint.ts';
import { eventClient, socketClient, streamsOpen } from '../../support/live.ts';
import { eventually } from '../../support/processes.ts';
import { injectCopies, plantTemplate } from '../../support/streams/copied-events.ts';
import { heldBytes } from '../../support/streams/held-bytes.ts';

const EVENTS = 2_000;
const BATCH = 100;
const STALLED = 12;
const QUERY = `subscription Received($after: String) {
  warningReceived(after: $after) { cursor node { headline summary translations { summary } } }
}`;

type Event = { warningReceived: { cursor: string; node: { headline: string; summary: string } } };
type Wire = { data?: Event | null; errors?: { extensions: { code: string; resumeAfter: string } }[] };

let endpoint: TestEndpoint;
let template: FeedRow;
const open: { destroy(): void }[] = [];
const start = async (graceMs: number): Promise<void> => {
  endpoint = await openTestEndpoint({
    env: { TOCSIN_STREAM_GRACE_MS: String(graceMs), TOCSIN_MAX_STREAMS_PER_MEMBER: '100' },
  });
  template = await plantTemplate(endpoint);
};
afterEach(async () => {
  for (const each of open.splice(0)) each.destroy();
  await endpoint.close();
});

/** So many copies of the published row, read by the broker. */
const inject = async (from: number, count: number): Promise<void> => {
  await injectCopies(endpoint.hub, template, from, count);
  await endpoint.broker.wake();
};

/** HTTP/1.0, so that the body arrives unchunked; what the test never reads stays in the kernel. */
const stalledEvents = (token: string): Socket => {
  const { hostname, port } = new URL(endpoint.url);
  const socket = connect(Number(port), hostname);
  const body = JSON.stringify({ query: QUERY });
  const head = [
    'POST /graphql HTTP/1.0',
    `Authorization: Bearer ${token}`,
    'Accept: text/event-stream',
    'Content-Type: application/json',
    `Content-Length: ${Buffer.byteLength(body)}`,
  ];
  socket.write(`${head.join('\r\n')}\r\n\r\n${body}`);
  open.push(socket);
  return socket;
};

const readToEnd = (socket: Socket): Promise<string> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    socket.on('data', (chunk: Buffer) => chunks.push(chunk));
    socket.on('error', reject);
    socket.on('close', () => resolve(Buffer.concat(chunks).toString()));
  });

const eventsIn = (text: string): Wire[] =>
  text
    .split('\n\n')
    .flatMap((block) => block.split('\n').filter((line) => line.startsWith('data: ')))
    .map((line) => JSON.parse(line.slice('data: '.length)) as Wire);

/** A socket that pauses once its subscription is active. */
const stalledSocket = async (token: string): Promise<WebSocket> => {
  const socket = new WebSocket(`${endpoint.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
  open.push({ destroy: () => socket.terminate() });
  await new Promise((resolve) => socket.once('open', resolve));
  socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } }));
  await new Promise((resolve) => socket.once('message', resolve));
  socket.pause();
  socket.send(JSON.stringify({ type: 'subscribe', id: '1', payload: { query: QUERY } }));
  return socket;
};

const numbers = (from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, index) => `Event ${from + index}`);
const headlinesIn = (events: readonly Wire[]): string[] =>
  events.flatMap(({ data }) => (data == null ? [] : [data.warningReceived.node.headline]));

/** Collects while the stream is open. */
const goodReader = (results: AsyncIterable<Wire>): string[] => {
  const heard: string[] = [];
  void (async () => {
    for await (const event of results)
      heard.push(...(event.errors === undefined ? headlinesIn([event]) : ['ERROR']));
  })().catch(() => heard.push('ERROR'));
  return heard;
};

/** What a stalled reader has is gapless, and resuming delivers the rest. */
const provesToResume = async (
  token: string,
  events: readonly Wire[],
  resumeAfter?: string,
): Promise<void> => {
  const had = headlinesIn(events);
  expect(had.length).toBeGreaterThan(0);
  expect(had.length).toBeLessThan(EVENTS);
  expect(had).toEqual(numbers(1, had.length));
  const last = events[had.length - 1]?.data?.warningReceived.cursor;
  expect(resumeAfter ?? last).toBe(last);
  const client = eventClient(endpoint, token);
  const rest: string[] = [];
  // The backlog exceeds a stream buffer: it must be delivered as fast as it is read, in one go.
  for await (const event of client.iterate<Event>({ query: QUERY, variables: { after: last } })) {
    rest.push(...headlinesIn([event as unknown as Wire]));
    if (event.errors !== undefined || had.length + rest.length >= EVENTS) break;
  }
  client.dispose();
  expect(rest).toEqual(numbers(had.length + 1, EVENTS));
};

test('it is held to a bounded buffer, gets a cursor to resume from, and costs the others nothing', async () => {
  // Long enough that the overflow ends the stream, not the timeout, however slow the machine.
  await start(600_000);
  const token = await endpoint.token('northGrid', 'analyst');
  const stalled = Array.from({ length: STALLED }, () => stalledEvents(token));
  const sockets = [await stalledSocket(token), await stalledSocket(token)];
  const clients = [eventClient(endpoint, token), eventClient(endpoint, token)];
  const readers = clients.map((client) =>
    goodReader(client.iterate<Event>({ query: QUERY }) as AsyncIterable<Wire>),
  );
  const overSocket = socketClient(endpoint, token);
  readers.push(goodReader(overSocket.iterate<Event>({ query: QUERY }) as AsyncIterable<Wire>));
  await streamsOpen(endpoint, STALLED + sockets.length + readers.length);

  const before = await heldBytes();
  for (let from = 1; from <= EVENTS; from += BATCH) {
    await inject(from, BATCH);
    // The readers share this process: pausing lets them run, so that none falls more than a batch behind.
    const count = from + BATCH - 1;
    await eventually(`${count} events`, async () => readers.every((heard) => heard.length >= count));
  }
  const grown = (await heldBytes()) - before;
  for (const heard of readers) expect(heard).toEqual(numbers(1, EVENTS));
  // Unbounded buffering for the stalled readers would take 280 MB.
  process.stdout.write(`a reader that stops reading: ${Math.round(grown / 1e6)} MB more held\n`);
  expect(grown).toBeLessThan(100e6);
  expect((await endpoint.get(null, '/readyz')).status).toBe(200);
  for (const client of clients) client.dispose();
  await overSocket.dispose();

  const [first] = stalled;
  if (first === undefined) throw new Error('nobody stalled');
  const events = eventsIn(await readToEnd(first));
  const overflow = events.at(-1)?.errors?.[0]?.extensions;
  expect(overflow?.code).toBe('STREAM_OVERFLOW');
  await provesToResume(token, events, overflow?.resumeAfter);

  // A socket that answers no ping is cut, on a slow machine before it reads again; it resumes from its last event.
  const [socket] = sockets;
  const frames: Wire[] = [];
  const ended = new Promise((resolve) => {
    socket?.on('close', resolve);
    socket?.on('message', (bytes) => {
      const { type, payload } = JSON.parse(String(bytes)) as { type: string; payload: Wire };
      if (type === 'next') frames.push(payload);
      if (type === 'complete') resolve(null);
    });
  });
  socket?.resume();
  await ended;
  await provesToResume(token, frames, frames.at(-1)?.errors?.[0]?.extensions.resumeAfter);
});

test('one that never reads again is cut, and its slot is free', async () => {
  await start(100);
  const token = await endpoint.token('northGrid', 'analyst');
  stalledEvents(token);
  await stalledSocket(token);
  await streamsOpen(endpoint, 2);
  for (let from = 1; from <= EVENTS; from += BATCH) await inject(from, BATCH);
  await streamsOpen(endpoint, 0);
  expect((await endpoint.get(null, '/readyz')).status).toBe(200);
});
