// Readers that subscribe and never read, among good ones: the hub's memory is bounded, and the good ones get everything, in
// order and in time. The hub is a process of its own; the clients are sockets of this one.

import { readFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import type { FeedRow } from '../../../src/store/feed.ts';
import { eventually } from '../../support/processes.ts';
import { injectCopies, plantTemplate, QUERY } from '../../support/streams/copied-events.ts';
import type { Attacked, AttackedHub } from './attacked-hub.ts';
import { encodeFrame, PONG, TEXT } from './websocket-frames.ts';

export type SlowReaders = {
  readonly events: number;
  readonly stalledStreams: number;
  readonly stalledSockets: number;
  readonly goodReaders: number;
  readonly say: (line: string) => void;
};

const BATCH = 10;
const GROWN_BYTES = 200e6;
/** For the good readers, at the 99th percentile, on a machine that does nothing else. */
const LATE_MS = 1_000;
const OPEN_WITHIN_MS = 60_000;

export const ENV = { TOCSIN_MAX_STREAMS_PER_MEMBER: '1000', TOCSIN_STREAM_GRACE_MS: '600000' };

export const readSlowly = async (attacked: AttackedHub, plan: SlowReaders): Promise<Attacked> => {
  const { world, hub, fail } = attacked;
  const template = await plantTemplate(world);
  const readers = await openReaders(attacked, plan);
  const before = residentBytes(hub.process.pid);
  try {
    const { most, delays } = await sendEvents(attacked, plan, { template, good: readers.good });
    if (readers.good.some(({ isInOrder }) => !isInOrder()))
      fail('a good reader got events out of order or twice');
    const grown = Math.round((most - before) / 1e6);
    if (most - before > GROWN_BYTES) fail(`the hub grew by ${grown} MB`);
    const late = Math.round(delays[Math.floor(delays.length * 0.99)] ?? Number.NaN);
    if (!(late <= LATE_MS)) fail(`a wait of ${late} ms at the 99th percentile`);
    return { counted: plan.events, figures: { 'MB resident more': grown, 'good p99 ms': late } };
  } finally {
    readers.close();
  }
};

type Readers = { readonly good: readonly GoodReader[]; close(): void };

/** All of them subscribed. */
const openReaders = async ({ world, hub }: AttackedHub, plan: SlowReaders): Promise<Readers> => {
  const token = await world.token('northGrid', 'analyst');
  const operator = await world.token('cyberAgency', 'hub-operator');
  const streamsOpen = () => openStreams(hub.url, operator);
  // Another process learns of a new key within a second; streams of whoever was here before end.
  await eventually('the keys are known', async () => (await streamsOpen()) === 0);
  const all: Socket[] = [];
  const clients = (count: number): Socket[] => {
    const sockets = Array.from({ length: count }, () => connect(hub.port, '127.0.0.1'));
    for (const socket of sockets) socket.on('error', () => undefined);
    all.push(...sockets);
    return sockets;
  };
  for (const socket of clients(plan.stalledStreams)) socket.pause().write(streamRequest(token));
  for (const socket of clients(plan.stalledSockets)) stallAfterSubscribing(socket, token);
  const good = clients(plan.goodReaders).map((socket) => {
    socket.write(streamRequest(token));
    return goodReader(socket);
  });
  const streams = plan.stalledStreams + plan.stalledSockets + plan.goodReaders;
  await eventually(`${streams} streams`, async () => (await streamsOpen()) === streams, OPEN_WITHIN_MS).catch(
    async (error: unknown) => {
      throw new Error(`only ${await streamsOpen()} are open`, { cause: error });
    },
  );
  return {
    good,
    close: () => {
      for (const socket of all) socket.destroy();
    },
  };
};

type Sending = { readonly template: FeedRow; readonly good: readonly GoodReader[] };

/** The most that the hub occupied, and how long each event took to each good reader, shortest first. */
const sendEvents = async (
  { world, hub, look }: AttackedHub,
  plan: SlowReaders,
  { template, good }: Sending,
): Promise<{ readonly most: number; readonly delays: readonly number[] }> => {
  const delays: number[] = [];
  let most = 0;
  for (let from = 1; from <= plan.events; from += BATCH) {
    const sentAt = performance.now();
    await injectCopies(world.hub, template, from, BATCH);
    const last = from + BATCH - 1;
    // The good readers keep up: the next events come when they have these.
    await eventually(`event ${last}`, async () => good.every(({ heard }) => heard() >= last), 120_000);
    for (const reader of good) delays.push(...reader.arrivals().map((at) => at - sentAt));
    most = Math.max(most, residentBytes(hub.process.pid));
    if ((from - 1) % 500 === 0) {
      await look();
      plan.say(`${last} of ${plan.events} events`);
    }
  }
  return { most, delays: delays.sort((one, other) => one - other) };
};

/** HTTP/1.0, so that the body arrives unchunked. */
const streamRequest = (token: string): string => {
  const body = JSON.stringify({ query: QUERY });
  const head = [
    'POST /graphql HTTP/1.0',
    `Authorization: Bearer ${token}`,
    'Accept: text/event-stream',
    'Content-Type: application/json',
    `Content-Length: ${Buffer.byteLength(body)}`,
  ];
  return `${head.join('\r\n')}\r\n\r\n${body}`;
};

const UPGRADE = [
  'GET /graphql HTTP/1.1',
  'Host: hub',
  'Connection: Upgrade',
  'Upgrade: websocket',
  'Sec-WebSocket-Version: 13',
  'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
  'Sec-WebSocket-Protocol: graphql-transport-ws',
];
/** More often than the hub asks whether its clients are alive. */
const ALIVE_MS = 4_000;

const frameOf = (opcode: number, text: string): Buffer =>
  encodeFrame({ opcode, payload: Buffer.from(text), isFinal: true }, 9);

/** Subscribes when the hub has acknowledged the connection, as the protocol demands; says now and then that it is alive. */
const stallAfterSubscribing = (socket: Socket, token: string): void => {
  const head = [...UPGRADE, `Authorization: Bearer ${token}`].join('\r\n');
  socket.write(`${head}\r\n\r\n`);
  socket.write(frameOf(TEXT, JSON.stringify({ type: 'connection_init' })));
  let heard = '';
  const hear = (chunk: Buffer): void => {
    heard += chunk.toString('latin1');
    if (!heard.includes('connection_ack')) return;
    socket.off('data', hear).pause();
    socket.write(frameOf(TEXT, JSON.stringify({ type: 'subscribe', id: '1', payload: { query: QUERY } })));
    const alive = setInterval(() => socket.write(frameOf(PONG, '')), ALIVE_MS);
    socket.once('close', () => clearInterval(alive));
  };
  socket.on('data', hear);
};

const HEADLINE = /"headline":"Event (\d+)"/g;

type GoodReader = ReturnType<typeof goodReader>;

/** Counts events by their headlines; parsing them all would take longer than the hub needs. */
const goodReader = (socket: Socket) => {
  let last = 0;
  let isInOrder = true;
  let rest = '';
  let arrivals: number[] = [];
  socket.on('data', (chunk: Buffer) => {
    const text = rest + chunk.toString('latin1');
    let end = 0;
    for (const found of text.matchAll(HEADLINE)) {
      const number = Number(found[1]);
      isInOrder &&= number === last + 1;
      last = number;
      arrivals.push(performance.now());
      end = found.index + found[0].length;
    }
    // A headline may be divided between two chunks.
    rest = text.slice(Math.max(end, text.length - 40));
  });
  return {
    heard: () => last,
    isInOrder: () => isInOrder,
    /** When the events since the last call arrived. */
    arrivals: () => {
      const since = arrivals;
      arrivals = [];
      return since;
    },
  };
};

const openStreams = async (url: string, operator: string): Promise<number> => {
  const page = await fetch(`${url}/metrics`, { headers: { authorization: `Bearer ${operator}` } });
  return Number(/^tocsin_streams_open (\d+)$/m.exec(await page.text())?.[1]);
};

const residentBytes = (pid: number): number =>
  Number(/^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) * 1024;
