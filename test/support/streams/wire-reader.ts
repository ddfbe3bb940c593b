// A reader of a stream on a socket of its own, which notes the numbers of its events and can stop reading, be cut at any byte, and
// come back from the last event that it received whole.
import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { numberOf } from './feed-copies.ts';

export type WireReader = {
  /** The number of the last event that it received whole. */
  readonly last: number;
  readonly received: number;
  /** Events that did not follow the one before: skipped, repeated, out of order. */
  readonly faults: readonly string[];
  /** The code with which the hub ended the stream, and the cursor to resume after. */
  readonly ended: { readonly code: string; readonly resumeAfter: string | null } | null;
  stall(): void;
  readOn(): void;
  /** Cuts the connection where it is. */
  drop(): void;
  /** Connects again, from the last event or from where the hub said. */
  comeBack(): Promise<void>;
};

const QUERY =
  'subscription R($after: String) { warningReceived(after: $after) { cursor node { headline summary } } }';

export type Way = 'sse' | 'ws';
type Place = {
  readonly url: string;
  readonly token: string;
  readonly way: Way;
  /** The event that it has read last, and its cursor. */
  readonly last: number;
  readonly after: string;
};

const requestOf = ({ url, token, way }: Place, after: string): string => {
  const { host } = new URL(url);
  const head = `Host: ${host}\r\nAuthorization: Bearer ${token}\r\n`;
  if (way === 'ws') {
    return `GET /graphql HTTP/1.1\r\n${head}Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${randomBytes(16).toString('base64')}\r\nSec-WebSocket-Protocol: graphql-transport-ws\r\n\r\n`;
  }
  const body = JSON.stringify({ query: QUERY });
  const resume = `Last-Event-ID: ${after}\r\n`;
  return `POST /graphql HTTP/1.1\r\n${head}${resume}Accept: text/event-stream\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
};

/** A short frame of text, masked with zeros. */
const frameOf = (message: object): Buffer => {
  const body = Buffer.from(JSON.stringify(message));
  const head = body.length < 126 ? [0x80 | body.length] : [0x80 | 126, body.length >> 8, body.length & 0xff];
  return Buffer.concat([Buffer.from([0x81, ...head, 0, 0, 0, 0]), body]);
};
const PONG = Buffer.from([0x8a, 0x80, 0, 0, 0, 0]);

/** What is whole in the bytes received so far, and how much of them it is. */
type Whole = { readonly texts: readonly string[]; readonly used: number; readonly pings: number };

/** Events end with an empty line; heads of HTTP and of chunks before them are passed over. */
const wholeEvents = (bytes: Buffer): Whole => {
  const end = bytes.lastIndexOf('\n\n');
  if (end < 0) return { texts: [], used: 0, pings: 0 };
  return { texts: bytes.subarray(0, end).toString().split('\n\n'), used: end + 2, pings: 0 };
};

const wholeFrames = (bytes: Buffer): Whole => {
  const texts: string[] = [];
  let [at, pings] = [0, 0];
  if (bytes.subarray(0, 5).toString() === 'HTTP/') {
    const end = bytes.indexOf('\r\n\r\n');
    if (end < 0) return { texts, used: 0, pings };
    at = end + 4;
    texts.push('OPEN');
  }
  while (bytes.length >= at + 4) {
    const short = (bytes[at + 1] ?? 0) & 0x7f;
    const start = at + (short === 126 ? 4 : 2);
    const length = short === 126 ? bytes.readUInt16BE(at + 2) : short;
    if (bytes.length < start + length) break;
    if (bytes[at] === 0x89) pings += 1;
    if (bytes[at] === 0x81) texts.push(bytes.subarray(start, start + length).toString());
    at = start + length;
  }
  return { texts, used: at, pings };
};

/** Made once: a thousand readers read each event. */
const FIELDS = {
  code: /"code":"([^"]*)"/,
  cursor: /"cursor":"([^"]*)"/,
  headline: /"headline":"([^"]*)"/,
  resumeAfter: /"resumeAfter":"([^"]*)"/,
} as const;

const textIn = (text: string, name: keyof typeof FIELDS): string | null =>
  FIELDS[name].exec(text)?.[1] ?? null;

/** What comes is nearly always an event. */
const eventIn = (text: string): { readonly number: number; readonly cursor: string | null } | null => {
  const headline = textIn(text, 'headline');
  return headline === null ? null : { number: numberOf(headline), cursor: textIn(text, 'cursor') };
};

type Noted = { last: number; received: number; readonly faults: string[] };

const note = (state: Noted, number: number): void => {
  if (number !== state.last + 1) state.faults.push(`${number} after ${state.last}`);
  state.last = number;
  state.received += 1;
};

export const openWireReader = async (place: Place): Promise<WireReader> => {
  const state = { last: place.last, received: 0, faults: [] as string[], ended: null as WireReader['ended'] };
  let cursor = place.after;
  let socket: Socket | null = null;

  const read = (text: string, opened: () => void): void => {
    const event = eventIn(text);
    if (event !== null) {
      note(state, event.number);
      cursor = event.cursor ?? cursor;
      return;
    }
    if (text === 'OPEN') socket?.write(frameOf({ type: 'connection_init', payload: {} }));
    if (text.includes('connection_ack')) {
      const payload = { query: QUERY, variables: { after: cursor } };
      socket?.write(frameOf({ id: randomBytes(18).toString('hex'), type: 'subscribe', payload }));
      opened();
    }
    if (text.includes(': open')) opened();
    const code = textIn(text, 'code');
    if (code !== null) {
      state.ended = { code, resumeAfter: textIn(text, 'resumeAfter') };
      cursor = state.ended.resumeAfter ?? cursor;
    }
  };
  const open = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const { hostname, port } = new URL(place.url);
      const opening = connect(Number(port), hostname);
      socket = opening;
      state.ended = null;
      let rest: Buffer = Buffer.alloc(0);
      opening.on('data', (chunk: Buffer) => {
        // Of a connection that was cut nothing more counts.
        if (socket !== opening) return;
        rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
        const { texts, used, pings } = place.way === 'sse' ? wholeEvents(rest) : wholeFrames(rest);
        rest = rest.subarray(used);
        if (pings > 0) opening.write(PONG);
        for (const text of texts) read(text, resolve);
      });
      opening.on('error', reject);
      opening.on('connect', () => opening.write(requestOf(place, cursor)));
    });
  await open();
  return {
    get last() {
      return state.last;
    },
    get received() {
      return state.received;
    },
    get faults() {
      return state.faults;
    },
    get ended() {
      return state.ended;
    },
    stall: () => void socket?.pause(),
    readOn: () => void socket?.resume(),
    drop: () => {
      const cut = socket;
      socket = null;
      cut?.destroy();
    },
    comeBack: open,
  };
};
