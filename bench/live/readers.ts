// The readers of a fan-out, a process of their own: raw sockets that count the events in what arrives, so that thousands of
// them cost little beside the server that is measured.
import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { serve } from '../load/remote.ts';

export type Way = 'sse' | 'ws';
export type Opening = {
  readonly way: Way;
  readonly url: string;
  readonly path: string;
  /** Readers take turns in the keys and in the queries. */
  readonly tokens: readonly string[];
  readonly queries: readonly string[];
  readonly count: number;
};
/** Milliseconds of the wall clock from the mark to the arrivals of the last events of all readers that read. */
export type Arrived = {
  readonly first: number;
  readonly p50: number;
  readonly p99: number;
  readonly last: number;
};

const AT_ONCE = 100;
const MARK: Readonly<Record<Way, Buffer>> = {
  sse: Buffer.from('event: next'),
  ws: Buffer.from('"type":"next"'),
};

type Reader = { readonly socket: Socket; events: number; lastAt: number; isStalled: boolean };

let readers: Reader[] = [];
let arrived = 0;
let onArrival = (): void => undefined;
let sample = '';

const requestOf = ({ way, url, path, tokens, queries }: Opening, index: number): string => {
  const { host } = new URL(url);
  const authorization = `Authorization: Bearer ${tokens[index % tokens.length]}`;
  if (way === 'ws') {
    const key = randomBytes(16).toString('base64');
    return `GET ${path} HTTP/1.1\r\nHost: ${host}\r\n${authorization}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${key}\r\nSec-WebSocket-Protocol: graphql-transport-ws\r\n\r\n`;
  }
  const body = JSON.stringify({ query: queries[index % queries.length] });
  return `POST ${path} HTTP/1.1\r\nHost: ${host}\r\n${authorization}\r\nAccept: text/event-stream\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
};

/** A frame of text of a client, masked with zeros. */
const frameOf = (message: object): Buffer => {
  const body = Buffer.from(JSON.stringify(message));
  const head =
    body.length < 126
      ? Buffer.from([0x81, 0x80 | body.length, 0, 0, 0, 0])
      : Buffer.from([0x81, 0x80 | 126, body.length >> 8, body.length & 0xff, 0, 0, 0, 0]);
  return Buffer.concat([head, body]);
};

const PONG = Buffer.from([0x8a, 0x80, 0, 0, 0, 0]);

/** How often the mark begins in the bytes that end here; one that is cut in two is found by the bytes kept from before. */
const counter = (mark: Buffer): ((chunk: Buffer) => number) => {
  let rest = Buffer.alloc(0);
  return (chunk) => {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    let found = 0;
    let at = bytes.indexOf(mark);
    let end = 0;
    while (at >= 0) {
      found += 1;
      end = at + mark.length;
      at = bytes.indexOf(mark, end);
    }
    rest = Buffer.from(bytes.subarray(Math.max(end, bytes.length - mark.length + 1)));
    return found;
  };
};

const openOne = (opening: Opening, index: number): Promise<void> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(opening.url);
    const socket = connect(Number(port), hostname);
    const reader: Reader = { socket, events: 0, lastAt: 0, isStalled: false };
    const count = counter(MARK[opening.way]);
    let head = '';
    const subscribe = (): void => {
      const query = opening.queries[index % opening.queries.length];
      const id = `${index}`.padStart(36, 'a');
      socket.write(frameOf({ id, type: 'subscribe', payload: { query } }));
      reader.events = 0;
      resolve();
    };
    const opened = (): void => {
      if (opening.way === 'sse') resolve();
      else if (head.includes('connection_ack')) subscribe();
      else if (head.includes('\r\n\r\n') && !head.includes('sent-init')) {
        head += 'sent-init';
        socket.write(frameOf({ type: 'connection_init', payload: {} }));
      }
    };
    let isOpen = false;
    socket.on('data', (chunk: Buffer) => {
      if (!isOpen) {
        head += chunk.toString('latin1');
        if (/^HTTP\/1.1 [^12]/.test(head)) reject(new Error(head.slice(0, 400)));
        isOpen = opening.way === 'sse' ? head.includes('\r\n\r\n') : head.includes('connection_ack');
        opened();
        if (!isOpen) return;
      } else if (opening.way === 'ws' && chunk[0] === 0x89) socket.write(PONG);
      const found = count(chunk);
      if (found === 0) return;
      if (sample === '') sample = chunk.toString();
      reader.events += found;
      reader.lastAt = performance.timeOrigin + performance.now();
      arrived += found;
      onArrival();
    });
    socket.on('error', reject);
    socket.once('connect', () => socket.write(requestOf(opening, index)));
    readers.push(reader);
  });

serve({
  open: async (opening: Opening) => {
    for (let from = 0; from < opening.count; from += AT_ONCE) {
      const some = Array.from({ length: Math.min(AT_ONCE, opening.count - from) }, (_, index) =>
        openOne(opening, from + index),
      );
      await Promise.all(some);
    }
  },
  /** Resolves when every reader that reads has this many events more than at the last call. */
  heard: (events: number, since: number): Promise<Arrived> =>
    new Promise((resolve, reject) => {
      const reading = readers.filter(({ isStalled }) => !isStalled);
      const late = setTimeout(
        () => reject(new Error(`${arrived} of ${events * reading.length} events arrived`)),
        120_000,
      );
      onArrival = () => {
        if (arrived < events * reading.length) return;
        clearTimeout(late);
        onArrival = () => undefined;
        arrived = 0;
        const times = reading.map(({ lastAt }) => lastAt - since).sort((one, other) => one - other);
        const at = (share: number): number =>
          times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
        resolve({ first: times[0] ?? 0, p50: at(0.5), p99: at(0.99), last: times.at(-1) ?? 0 });
      };
      onArrival();
    }),
  /** Events that arrived since the last call, whoever got them. */
  drain: () => {
    const before = arrived;
    arrived = 0;
    return before;
  },
  stall: (count: number) => {
    for (const reader of readers.slice(0, count)) {
      reader.isStalled = true;
      reader.socket.pause();
    }
  },
  /** What the first event looked like on the wire. */
  sample: () => sample,
  ended: () => readers.filter(({ socket }) => socket.destroyed || socket.readableEnded).length,
  close: () => {
    for (const { socket } of readers) socket.destroy();
    readers = [];
    arrived = 0;
    sample = '';
  },
});
