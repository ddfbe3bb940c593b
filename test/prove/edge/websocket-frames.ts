// Frames of WebSocket (RFC 6455 §5.2) that carry graphql-transport-ws, valid and mutated: the header, its length, the mask,
// the fragments, the message.
import type { Random } from '../../support/random.ts';
import { wounded } from './mutated-text.ts';

export type Frame = {
  readonly opcode: number;
  readonly payload: Buffer;
  readonly isFinal: boolean;
};

export const TEXT = 1;
const CONTINUATION = 0;
const BINARY = 2;
const CLOSE = 8;
const PING = 9;
export const PONG = 10;

const message = (type: string, rest: object = {}): string => JSON.stringify({ type, ...rest });
const subscribe = (id: unknown, query: unknown, rest: object = {}): string =>
  message('subscribe', { id, payload: { query, ...rest } });

const messages = (random: Random, key: string): string =>
  random.pick([
    message('connection_init', { payload: { authorization: `Bearer ${key}` } }),
    message('connection_init', { payload: random.pick<unknown>([null, 7, [], { authorization: {} }]) }),
    message('ping'),
    message('ping', { payload: { x: 'x'.repeat(random.below(60_000)) } }),
    message('pong', { payload: null }),
    message('complete', { id: random.pick<unknown>(['1', '', null, 7, '__proto__']) }),
    message('next', { id: '1', payload: {} }),
    message('error', { id: '1', payload: [] }),
    message('connection_ack'),
    message('nothing'),
    subscribe(random.pick(['1', '2', '__proto__', 'x'.repeat(3_000)]), 'subscription { heartbeat }'),
    subscribe('1', 'subscription ($a: String) { warningReceived(after: $a) { cursor } }', {
      variables: { a: 'x' },
    }),
    subscribe('3', 'query { me { role } }'),
    subscribe('4', '{'.repeat(random.below(3_000))),
    subscribe('5', 'subscription { heartbeat }', { variables: [], operationName: 7, extensions: 'x' }),
    subscribe(7, null),
    '{"type":"ping","__proto__":{"a":1}}',
    '[]',
    'null',
    '',
    `{"a":${'['.repeat(random.below(9_000))}`,
  ]);

/** One message as one or several frames, and what is wrong with them. */
export const framesOf = (random: Random, key: string): Buffer[] => {
  const text = messages(random, key);
  const payload = Buffer.from(
    random.chance(0.3) ? wounded(random, text) : text,
    random.chance(0.9) ? 'utf8' : 'latin1',
  );
  if (random.chance(0.2)) return [bytesOf(random, control(random))];
  if (random.chance(0.25) && payload.length > 1) {
    const at = random.below(payload.length);
    const parts = [
      { opcode: TEXT, payload: payload.subarray(0, at), isFinal: false },
      ...(random.chance(0.3) ? [control(random)] : []),
      { opcode: random.chance(0.9) ? CONTINUATION : TEXT, payload: payload.subarray(at), isFinal: true },
    ];
    return parts.map((part) => bytesOf(random, part));
  }
  const opcode = random.chance(0.85) ? TEXT : random.pick([BINARY, CONTINUATION, 3, 7, 11, 15]);
  return [bytesOf(random, { opcode, payload, isFinal: random.chance(0.95) })];
};

const control = (random: Random): Frame => ({
  opcode: random.pick([PING, PONG, CLOSE]),
  payload: Buffer.alloc(random.pick([0, 1, 2, 125, 126, 2_000]), random.below(256)),
  isFinal: random.chance(0.95),
});

/** A tenth of the frames are wounded. */
const bytesOf = (random: Random, frame: Frame): Buffer => {
  const bytes = encodeFrame(frame, random.below(2 ** 31));
  if (!random.chance(0.1)) return bytes;
  const wound = random.pick([
    () => (bytes[0] = random.below(256)),
    // The bit of the mask and the length.
    () => (bytes[1] = random.below(256)),
    () => (bytes[random.below(bytes.length)] = random.below(256)),
  ]);
  wound();
  return random.chance(0.2) ? bytes.subarray(0, random.below(bytes.length + 1)) : bytes;
};

/** As a client sends it: masked. */
export const encodeFrame = ({ opcode, payload, isFinal }: Frame, maskKey: number): Buffer => {
  const { length } = payload;
  const extended = length < 126 ? 0 : length < 65_536 ? 2 : 8;
  const head = Buffer.alloc(2 + extended + 4);
  head[0] = (isFinal ? 0x80 : 0) | opcode;
  head[1] = 0x80 | (extended === 0 ? length : extended === 2 ? 126 : 127);
  if (extended === 2) head.writeUInt16BE(length, 2);
  if (extended === 8) head.writeBigUInt64BE(BigInt(length), 2);
  head.writeUInt32BE(maskKey >>> 0, 2 + extended);
  const mask = head.subarray(2 + extended);
  return Buffer.concat([head, payload.map((byte, at) => byte ^ (mask[at % 4] ?? 0))]);
};
