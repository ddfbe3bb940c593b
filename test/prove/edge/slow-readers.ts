// Readers that subscribe and never read, among good ones: the hub's memory is bounded, and the good ones get everything, in
// order and in time. The hub is a process of its own; the clients are sockets of this one.

import { readFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { eventually } from '../../support/processes.ts';
import type { ChunkResult } from '../suite.ts';
import { onAttackedHub } from './attacked-hub.ts';
import { injectCopies, plantTemplate, QUERY } from './copied-events.ts';
import { encodeFrame, TEXT } from './websocket-frames.ts';

export type SlowReaders = {
  readonly events: number;
  readonly stalledStreams: number;
  readonly stalledSockets: number;
  readonly goodReaders: number;
  readonly say: (line: string) => void;
};

const BATCH = 10;
const GROWN_BYTES = 200e6;

const ENV = { TOCSIN_MAX_STREAMS_PER_MEMBER: '1000', TOCSIN_STREAM_GRACE_MS: '600000' };

export const readSlowly = (plan: SlowReaders): Promise<ChunkResult> =>
  onAttackedHub(ENV, async (attacked) => {
    const { world, hub, fail, look } = attacked;
    const template = await plantTemplate(world);
    const token = await world.token('northGrid', 'analyst');
    const operator = await world.token('cyberAgency', 'hub-operator');
    // Another process learns of a new key within a second.
    await eventually('the keys are known', async () => (await openStreams(hub.url, operator)) === 0);
    const all: Socket[] = [];
    const client = async (count: number, begin: (socket: Socket) => void): Promise<Socket[]> => {
      const sockets = Array.from({ length: count }, () => connect(hub.port, '127.0.0.1'));
      for (const socket of sockets) begin(socket.on('error', () => undefined));
      all.push(...sockets);
      return sockets;
    };
    await client(plan.stalledStreams, (socket) => void socket.pause().write(streamRequest(token)));
    await client(plan.stalledSockets, (socket) => void socket.pause().write(socketBeginning(token)));
    const readers = (await client(plan.goodReaders, (socket) => socket.write(streamRequest(token)))).map(
      goodReader,
    );
    const streams = plan.stalledStreams + plan.stalledSockets + plan.goodReaders;
    await eventually(
      `${streams} streams`,
      async () => (await openStreams(hub.url, operator)) === streams,
      60_000,
    );

    const before = residentBytes(hub.process.pid);
    let most = before;
    const delays: number[] = [];
    for (let from = 1; from <= plan.events; from += BATCH) {
      const sentAt = performance.now();
      await injectCopies(world.hub, template, from, BATCH);
      const last = from + BATCH - 1;
      // The good readers keep up: the next events come when they have these.
      await eventually(`event ${last}`, async () => readers.every(({ heard }) => heard() >= last), 120_000);
      for (const reader of readers) delays.push(...reader.arrivals().map((at) => at - sentAt));
      most = Math.max(most, residentBytes(hub.process.pid));
      if ((from - 1) % 500 === 0) {
        await look();
        plan.say(`${last} of ${plan.events} events`);
      }
    }
    if (readers.some(({ isInOrder }) => !isInOrder())) fail('a good reader got events out of order or twice');
    if (most - before > GROWN_BYTES) fail(`the hub grew by ${Math.round((most - before) / 1e6)} MB`);
    for (const socket of all) socket.destroy();
    delays.sort((one, other) => one - other);
    return {
      counted: plan.events,
      figures: {
        'MB resident more': Math.round((most - before) / 1e6),
        'good p99 ms': Math.round(delays[Math.floor(delays.length * 0.99)] ?? Number.NaN),
      },
    };
  });

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

const socketBeginning = (token: string): Buffer => {
  const head = [
    'GET /graphql HTTP/1.1',
    'Host: hub',
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
    'Sec-WebSocket-Protocol: graphql-transport-ws',
    `Authorization: Bearer ${token}`,
  ];
  const frames = [{ type: 'connection_init' }, { type: 'subscribe', id: '1', payload: { query: QUERY } }].map(
    (message) =>
      encodeFrame({ opcode: TEXT, payload: Buffer.from(JSON.stringify(message)), isFinal: true }, 9),
  );
  return Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), ...frames]);
};

const HEADLINE = /"headline":"Event (\d+)"/g;

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
