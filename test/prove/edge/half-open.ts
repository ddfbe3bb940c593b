// Connections that are begun in every way and never finished: the hub stays alive meanwhile, and afterwards holds about
// what it held before.
import type { Socket } from 'node:net';
import { randomOf } from '../../support/random.ts';
import type { Attack, Attacked, AttackedHub } from './attacked-hub.ts';
import { openConnection } from './connection.ts';
import { encodeFrame, TEXT } from './websocket-frames.ts';

const ALL_AT_ONCE = 100;
/** Longer than any connection that does nothing may stay: a body that is too slow, a head, a socket without a key. */
const UNTIL_GONE_MS = 90_000;

export type Patience = {
  /** Connections that asked for something, got it, and say no more stay a minute, as keep-alive allows. */
  readonly forIdle: boolean;
};
/** Beside what garbage collection leaves, the hub has by then filled its own caches. */
const GROWN_BYTES = 32e6;

export const leaveHalfOpen = async (
  { world, hub, fail, look }: AttackedHub,
  { count, seed, say }: Attack,
  { forIdle }: Patience = { forIdle: true },
): Promise<Attacked> => {
  const random = randomOf(seed);
  const keys = {
    reader: await world.token('northGrid', 'analyst'),
    publisher: await world.token('cyberAgency', 'publisher'),
  };
  const kinds = beginningsWith(keys);
  // What a hub keeps after its first requests is not of the attack.
  for (const { socket } of await openAll(hub.port, kinds)) socket.destroy();
  await look();
  const before = await hub.memory();
  await hub.longestTurn();

  const begun: Begun[] = [];
  while (begun.length < count) {
    const size = Math.min(ALL_AT_ONCE, count - begun.length);
    const drawn = Array.from({ length: size }, () => random.pick(kinds));
    begun.push(...(await openAll(hub.port, drawn)));
    await look();
    if (begun.length % 2_500 === 0) say(`${begun.length} of ${count} connections are open`);
  }
  const during = await hub.memory();
  const operator = await world.token('cyberAgency', 'hub-operator');
  const mayStay = forIdle ? 0 : begun.filter(({ beginning }) => isWhole(beginning)).length;
  const isGone = await untilNoneIsLeft({ url: hub.url, operator, mayStay }, UNTIL_GONE_MS);
  if (!isGone) fail(`after ${UNTIL_GONE_MS / 1_000} s the hub still holds unfinished connections`);
  const after = await hub.memory();
  for (const { socket } of begun) socket.destroy();
  const grown = after.heldBytes - before.heldBytes;
  if (grown > GROWN_BYTES) fail(`afterwards the hub holds ${mega(grown)} MB more than before`);
  return {
    counted: begun.length,
    figures: {
      'MB held more while open': mega(during.heldBytes - before.heldBytes),
      'MB held more afterwards': mega(grown),
      'MB resident more afterwards': mega(after.residentBytes - before.residentBytes),
    },
  };
};

const mega = (bytes: number): number => Math.round(bytes / 1e6);

type Begun = { readonly socket: Socket; readonly beginning: string | Buffer };

const openAll = (port: number, beginnings: readonly (string | Buffer)[]): Promise<Begun[]> =>
  Promise.all(
    beginnings.map(async (beginning) => {
      const { socket, opened } = openConnection(port);
      // Answers are left unread.
      socket.pause();
      await opened;
      if (beginning.length > 0) socket.write(beginning);
      return { socket, beginning };
    }),
  );

/** Whether nothing more is expected of the client. */
const isWhole = (beginning: string | Buffer): boolean =>
  typeof beginning === 'string' && /^(?:GET \/healthz HTTP\/1\.1\r\nHost: hub\r\n\r\n)+$/.test(beginning);

type Left = { readonly url: string; readonly operator: string; readonly mayStay: number };

/** Streams and sockets with a key may stay: none of the beginnings opens one. */
const untilNoneIsLeft = async ({ url, operator, mayStay }: Left, withinMs: number): Promise<boolean> => {
  const until = performance.now() + withinMs;
  for (;;) {
    const headers = { authorization: `Bearer ${operator}`, connection: 'close' };
    const page = await (await fetch(`${url}/metrics`, { headers })).text();
    const open = Number(/^tocsin_connections_open (\d+)$/m.exec(page)?.[1]);
    // One carries this question; the attacker keeps one for its own.
    if (open <= 2 + mayStay) return true;
    if (performance.now() > until) return false;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
};

const HOST = 'Host: hub\r\n';
const JSON_TYPE = 'Content-Type: application/json\r\n';

/** Every sort of connection that is begun and not finished. */
const beginningsWith = ({ reader, publisher }: Readonly<Record<'reader' | 'publisher', string>>) => {
  const bearer = (token: string): string => `Authorization: Bearer ${token}\r\n`;
  const post = `POST /graphql HTTP/1.1\r\n${HOST}${JSON_TYPE}`;
  const upgrade = `GET /graphql HTTP/1.1\r\n${HOST}Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: graphql-transport-ws\r\n\r\n`;
  const ping = encodeFrame({ opcode: TEXT, payload: Buffer.alloc(100_000, 120), isFinal: false }, 1);
  return [
    '',
    'GET',
    'GET /healthz HTTP/1.1\r\n',
    `GET /healthz HTTP/1.1\r\n${HOST}`,
    `GET /healthz HTTP/1.1\r\n${HOST}X-Half: ${'x'.repeat(15_000)}`,
    `GET /healthz HTTP/1.1\r\n${HOST}\r\n`,
    `GET /healthz HTTP/1.1\r\n${HOST}\r\nGET /heal`,
    `GET /healthz HTTP/1.1\r\n${HOST}\r\n`.repeat(20),
    `GET /healthz HTTP/1.1\r\n${HOST}Content-Length: 900\r\n\r\nx`,
    '\u0016\u0003\u0001\u0002\u0000',
    'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
    `${post}Content-Length: 8000000\r\n\r\n{`,
    `${post}Content-Length: 8000000\r\n\r\n${'x'.repeat(60_000)}`,
    `${post}Transfer-Encoding: chunked\r\n\r\n5\r\n{"que`,
    `${post}Transfer-Encoding: chunked\r\n\r\n`,
    `${post}Expect: 100-continue\r\nContent-Length: 900\r\n\r\n`,
    `${post}${bearer(reader)}Content-Length: 900\r\n\r\n{"que`,
    `${post}${bearer(reader)}Content-Length: 131072\r\n\r\n${'x'.repeat(60_000)}`,
    `${post}${bearer(reader)}Transfer-Encoding: chunked\r\n\r\nffff\r\n{`,
    `${post}${bearer(publisher)}Content-Length: 8000000\r\n\r\n${'x'.repeat(60_000)}`,
    `${post}${bearer(publisher)}Transfer-Encoding: chunked\r\n\r\n`,
    upgrade,
    Buffer.concat([Buffer.from(upgrade), Buffer.from([0x81, 0xfe, 0x10])]),
    Buffer.concat([Buffer.from(upgrade), ping.subarray(0, 60_000)]),
    `GET /graphql HTTP/1.1\r\n${HOST}Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABk\r\n`,
  ];
};
