// Mutated frames against a hub, some over sockets with a key and some without one. No frame may be closed as a failure of
// the hub (1011, 4500).
import type { Socket } from 'node:net';
import { type Random, randomOf } from '../../support/random.ts';
import type { Attack, Attacked, AttackedHub } from './attacked-hub.ts';
import { openConnection } from './connection.ts';
import { encodeFrame, framesOf, TEXT } from './websocket-frames.ts';

const FRAMES_EACH = 12;
const AT_ONCE = 10;
const FAILURES = [1011, 4500];

/** So that sockets that are about to close leave room for new ones. */
export const ENV = { TOCSIN_MAX_STREAMS_PER_MEMBER: '1000' };

export const sendFrames = async (
  { world, hub, fail, look }: AttackedHub,
  { count, seed, say }: Attack,
): Promise<Attacked> => {
  const random = randomOf(seed);
  const key = await world.token('northGrid', 'analyst');
  let sent = 0;
  let looked = 0;
  while (sent < count) {
    const conversations = Array.from({ length: AT_ONCE }, () => conversationOf(random, key));
    const codes = await Promise.all(conversations.map((frames) => closeCodeOf(hub.port, frames)));
    codes.forEach((code, index) => {
      sent += conversations[index]?.length ?? 0;
      if (FAILURES.includes(code)) {
        const shown = conversations[index]?.map((frame) => frame.toString('latin1').slice(0, 200));
        fail(`closed with ${code} (seed ${seed}) after ${JSON.stringify(shown)}`);
      }
    });
    if (sent - looked < 500) continue;
    looked = sent;
    await look();
    say(`${sent} of ${count} frames`);
  }
  return { counted: sent };
};

/** Half of the sockets show their key first, so that the rest is not refused for want of it. */
const conversationOf = (random: Random, key: string): Buffer[] => {
  const init = JSON.stringify({ type: 'connection_init', payload: { authorization: `Bearer ${key}` } });
  const first = encodeFrame({ opcode: TEXT, payload: Buffer.from(init), isFinal: true }, 7);
  const frames = Array.from({ length: FRAMES_EACH }, () => framesOf(random, key)).flat();
  return random.chance(0.5) ? [first, ...frames] : frames;
};

const HANDSHAKE = [
  'GET /graphql HTTP/1.1',
  'Host: hub',
  'Connection: Upgrade',
  'Upgrade: websocket',
  'Sec-WebSocket-Version: 13',
  'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
  'Sec-WebSocket-Protocol: graphql-transport-ws',
];

/** The code with which the hub closes; 0 when the client goes first. */
const closeCodeOf = async (port: number, frames: readonly Buffer[]): Promise<number> => {
  const { socket, opened, closed } = openConnection(port);
  const received: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => received.push(chunk));
  await opened;
  socket.write(`${HANDSHAKE.join('\r\n')}\r\n\r\n`);
  await sendAll(socket, frames);
  const patience = setTimeout(() => socket.destroy(), 150);
  await closed;
  clearTimeout(patience);
  return closeCodeIn(Buffer.concat(received));
};

/** With pauses, so that the hub sees some frames alone and some together. */
const sendAll = async (socket: Socket, frames: readonly Buffer[]): Promise<void> => {
  for (const [index, frame] of frames.entries()) {
    if (socket.destroyed || !socket.writable) return;
    socket.write(frame);
    if (index % 3 === 0) await new Promise((resolve) => setTimeout(resolve, 2));
  }
};

/** Reads the hub's frames, which are not masked, up to the close frame. */
const closeCodeIn = (received: Buffer): number => {
  let at = received.indexOf('\r\n\r\n') + 4;
  while (at + 2 <= received.length) {
    const [first = 0, second = 0] = received.subarray(at, at + 2);
    const short = second & 0x7f;
    const extended = short === 126 ? 2 : short === 127 ? 8 : 0;
    if (at + 2 + extended > received.length) return 0;
    const length =
      extended === 0
        ? short
        : extended === 2
          ? received.readUInt16BE(at + 2)
          : Number(received.readBigUInt64BE(at + 2));
    const start = at + 2 + extended;
    if ((first & 0x0f) === 8)
      return length >= 2 && start + 2 <= received.length ? received.readUInt16BE(start) : 0;
    at = start + length;
  }
  return 0;
};
