// A body that comes in single bytes takes no more memory than one that comes at once, while it is read and while nobody
// reads it (I20). Node makes some 500 bytes of each piece.
import { EventEmitter, once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { afterEach, expect, test } from '@jest/globals';
import { readConfig } from '../../../src/config/config.ts';
import type { Actor } from '../../../src/domain/member.ts';
import { openBodies } from '../../../src/http/bounds/bodies.ts';
import { oneAtATime } from '../../../src/http/bounds/one-at-a-time.ts';
import { collectBytes } from '../../../src/http/bounds/pieces.ts';
import { heldBytes } from '../../support/streams/held-bytes.ts';

const MIB = 1024 * 1024;

const open: { close(): void }[] = [];
afterEach(() => {
  for (const each of open.splice(0)) each.close();
});

test.each([0, 1, 65_535, 65_536, 65_537, 200_000])('%i bytes in pieces of any size', (length) => {
  const bytes = Buffer.from(Array.from({ length }, (_, at) => at % 251));
  for (const expected of [0, length, 8 * MIB]) {
    const collected = collectBytes(expected);
    for (let [at, size] = [0, 1]; at < length; at += size, size = (size * 7) % 90_001)
      collected.add(bytes.subarray(at, at + size));
    expect(collected.take().equals(bytes)).toBe(true);
    expect(collected.take()).toHaveLength(0);
  }
});

test('a body that arrives', async () => {
  const { limits } = readConfig({});
  // Its clock stands: what it holds is asked for here, not how fast it comes.
  const bodies = openBodies({ limits, makeRoom: () => true, now: () => 0 });
  open.push(bodies);
  const request = Object.assign(new EventEmitter(), { socket: new EventEmitter() });
  const actor = { key: 'key', member: { id: 'member' } } as Actor;
  const received = bodies.receive(request as unknown as IncomingMessage, actor, limits.queryBytes);
  const before = await heldBytes();
  // Not from a pool, as they come from Node's parser.
  for (let sent = 0; sent < limits.queryBytes; sent += 1) request.emit('data', Buffer.alloc(1, 'x'));
  expect((await heldBytes()) - before).toBeLessThan(2 * MIB);
  request.emit('end');
  const body = await received;
  expect(body.ok && body.value.length).toBe(limits.queryBytes);
});

test('a body that nobody reads, and that is whole when somebody does', async () => {
  const requests: IncomingMessage[] = [];
  const server = createServer(oneAtATime((request) => void requests.push(request)));
  open.push({ close: () => void server.close(() => undefined).closeAllConnections() });
  await once(server.listen(0), 'listening');
  const client = connect((server.address() as AddressInfo).port);
  client.on('error', () => undefined);
  const before = await heldBytes();
  client.write('POST / HTTP/1.1\r\nHost: hub\r\nTransfer-Encoding: chunked\r\n\r\n');
  const bytes = Buffer.from(Array.from({ length: 40_000 }, (_, at) => 97 + (at % 23)));
  client.write([...bytes].map((each) => `1\r\n${String.fromCharCode(each)}\r\n`).join(''));
  client.write('0\r\n\r\n');
  while (requests[0]?.complete !== true) await new Promise((resolve) => setTimeout(resolve, 10));
  expect((await heldBytes()) - before).toBeLessThan(4 * MIB);
  expect((await buffer(requests[0])).equals(bytes)).toBe(true);
});
