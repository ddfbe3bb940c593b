// The bounds on rates, buffers and connections at n - 1, n and n + 1, on a manual clock and with stalled readers: over
// HTTP neither time nor the kernel's buffers can be controlled exactly.
import { EventEmitter } from 'node:events';
import { PassThrough } from 'node:stream';
import { afterEach, describe, expect, test } from '@jest/globals';
import type { WebSocket } from 'ws';
import { readConfig } from '../../../src/config/config.ts';
import type { Actor } from '../../../src/domain/member.ts';
import { openBuffers } from '../../../src/http/bounds/buffers.ts';
import { type Connection, openConnections } from '../../../src/http/bounds/connections.ts';
import { openStreams } from '../../../src/http/bounds/streams.ts';
import { takePublications } from '../../../src/http/rate-limit.ts';
import { openLink } from '../../../src/http/socket/link.ts';
import { openLobby } from '../../../src/http/socket/lobby.ts';
import { openBucket } from '../../../src/service/access/bucket.ts';

const { limits } = readConfig({});
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

describe('rates', () => {
  const clock = { ms: 0 };
  const taken = (bucket: ReturnType<typeof openBucket>, times: number): number =>
    Array.from({ length: times }, () => bucket.take('key')).filter((wait) => wait === null).length;

  test.each([
    ['requestBurst and requestsPerSecond', limits.requestsPerSecond, limits.requestBurst],
    ['publishesPerSecond', limits.publishesPerSecond, limits.publishesPerSecond],
  ])('%s', (_, perSecond, burst) => {
    for (const n of [burst - 1, burst]) {
      expect(
        taken(
          openBucket(perSecond, burst, () => clock.ms),
          n,
        ),
      ).toBe(n);
    }
    const bucket = openBucket(perSecond, burst, () => clock.ms);
    expect(taken(bucket, burst + 1)).toBe(burst);
    expect(bucket.take('key')).toBeCloseTo(1 / perSecond);
    expect(bucket.take('another key')).toBeNull();
    // After a second exactly one second's allowance is back.
    clock.ms += 1_000;
    expect(taken(bucket, perSecond + 1)).toBe(perSecond);
    clock.ms += 3_600_000;
    expect(taken(bucket, burst + 1)).toBe(burst);
  });

  test('whoever is told to wait gets through after the wait, whatever it asks for', async () => {
    const actor = { member: { id: 'member' } } as Actor;
    for (let count = 1; count <= limits.publishesPerSecond + 2; count += 1) {
      const bucket = openBucket(limits.publishesPerSecond, limits.publishesPerSecond, () => clock.ms);
      const publishes = {
        ...bucket,
        perSecond: limits.publishesPerSecond,
        take: async (name: string, cost?: number) => bucket.take(name, cost),
        left: (name: string) => ({ tokens: bucket.level(name), resetSeconds: 0 }),
      };
      publishes.charge('member', 1);
      const first = await takePublications({ publishes }, actor, count);
      const waited = first.ok ? undefined : first.refusal.retryAfterSeconds;
      clock.ms += Math.ceil(1_000 * (waited ?? 3_600));
      const code = first.ok ? 'TAKEN' : first.refusal.code;
      const again = (await takePublications({ publishes }, actor, count)).ok;
      if (count > limits.publishesPerSecond)
        expect([code, waited, again]).toEqual(['TOO_MANY_PUBLICATIONS', undefined, false]);
      else expect([first.ok || code === 'PUBLISH_RATE_LIMITED', again]).toEqual([true, true]);
    }
  });
});

/** A connection with this many bytes pending, because nobody reads it. */
const unread = (writableLength: number): Connection & { isCut: boolean } => {
  const connection = {
    writableLength,
    isCut: false,
    destroy: () => {
      connection.isCut = true;
      return connection as never;
    },
  };
  return connection;
};

const open: { close(): void }[] = [];
afterEach(() => {
  for (const each of open.splice(0)) each.close();
});

/** The buffers of a hub with this bound, of which the bodies and the streams are fakes that count their cuts. */
const buffersOf = (limit: number, bodies = part(0), streams = part(0)) => {
  const unsent = openConnections({ connections: 10_000 }, silent);
  const buffers = openBuffers(limit, { unsent, bodies, streams });
  open.push(buffers);
  return { unsent, buffers, bodies, streams };
};
const part = (bytes: number, each = 100) => ({
  held: bytes,
  cuts: 0,
  bytes() {
    return this.held;
  },
  cut() {
    if (this.held === 0) return false;
    this.held -= each;
    this.cuts += 1;
    return true;
  },
});

describe('pending output', () => {
  const cutOf = (...bytes: readonly number[]): boolean[] => {
    const { unsent, buffers } = buffersOf(1_000);
    const all = bytes.map(unread);
    for (const each of all) unsent.add(each);
    for (const each of all) buffers.wrote(each);
    expect(buffers.bytes()).toBeLessThanOrEqual(1_000);
    expect(unsent.cuts()).toBe(all.filter(({ isCut }) => isCut).length);
    return all.map(({ isCut }) => isCut);
  };

  test('bufferBytes: over all connections, and the fullest is cut', () => {
    expect(cutOf(300, 600, 99)).toEqual([false, false, false]);
    expect(cutOf(300, 600, 100)).toEqual([false, false, false]);
    expect(cutOf(300, 600, 101)).toEqual([false, true, false]);
    expect(cutOf(2_000)).toEqual([true]);
    expect(cutOf(900, 900, 900)).toEqual([true, true, false]);
  });

  test('bytes sent meanwhile do not count', () => {
    const { unsent, buffers } = buffersOf(1_000);
    const taken = { ...unread(900), writableLength: 900 };
    const other = unread(900);
    unsent.add(taken);
    unsent.add(other);
    buffers.wrote(taken);
    taken.writableLength = 0;
    unsent.measure(taken);
    buffers.wrote(other);
    expect([taken.isCut, other.isCut, unsent.bytes()]).toEqual([false, false, 900]);
    unsent.remove(other);
    expect(unsent.bytes()).toBe(0);
  });

  test('of bodies, unsent bytes and streams the one that holds the most gives way, and no other', () => {
    const slow = unread(300);
    const { unsent, buffers, bodies, streams } = buffersOf(1_000, part(200), part(300));
    unsent.add(slow);
    buffers.wrote(slow);
    expect([bodies.cuts, streams.cuts, slow.isCut]).toEqual([0, 0, false]);
    streams.held = 700;
    buffers.wrote(slow);
    expect([bodies.cuts, streams.held, slow.isCut]).toEqual([0, 500, false]);
    bodies.held = 700;
    buffers.wrote(slow);
    expect([bodies.held, streams.held, slow.isCut]).toEqual([300, 400, false]);
  });

  test('a part that says it gave way and holds as much as before ends the search for room', () => {
    const stuck = Object.assign(part(2_000), { cut: () => true });
    const { buffers } = buffersOf(1_000, part(0), stuck);
    expect(buffers.makeRoom({ member: 'a', bytes: 1 })).toBe(false);
  });

  test('for a body that asks for room, what slow readers hold beyond their share is cut', () => {
    const [slow, slower] = [unread(300), unread(400)];
    const { unsent, buffers } = buffersOf(1_000);
    for (const each of [slow, slower]) unsent.add(each);
    unsent.measureAll();
    expect([buffers.makeRoom({ member: 'a', bytes: 300 }), slower.isCut]).toEqual([true, false]);
    expect([buffers.makeRoom({ member: 'a', bytes: 301 }), slower.isCut]).toEqual([true, true]);
    // Of more than its share a body gets only what others leave.
    expect([buffers.makeRoom({ member: 'a', bytes: 701 }), slow.isCut]).toEqual([false, false]);
  });

  test('unsentBytesPerConnection: at the bound a socket still receives, above it is cut', async () => {
    const outcome = async (bufferedAmount: number): Promise<string[]> => {
      const seen: string[] = [];
      const socket = Object.assign(new EventEmitter(), {
        OPEN: 1,
        readyState: 1,
        isPaused: false,
        bufferedAmount,
        terminate: () => seen.push('cut'),
        pause: () => seen.push('paused'),
        resume: () => seen.push('resumed'),
        send: (text: string, taken: () => void) => {
          seen.push(text);
          taken();
        },
      });
      const bounds = { unsentBytesPerConnection: 100_000, streamGraceMs: 1_000 };
      const connection = new PassThrough();
      const deps = { connection, limits: bounds, wrote: () => undefined, isAlive: () => undefined };
      await openLink(socket as unknown as WebSocket, deps).send('text');
      return seen;
    };
    expect(await outcome(0)).toEqual(['text']);
    // So much is pending that nothing more is read.
    expect(await outcome(99_999)).toEqual(['text', 'paused']);
    expect(await outcome(100_000)).toEqual(['text', 'paused']);
    expect(await outcome(100_001)).toEqual(['cut']);
  });
});

describe('slots', () => {
  test('connections: with one too many the oldest that has shown no key is closed', () => {
    const connections = openConnections({ connections: 3 }, silent);
    const all = Array.from({ length: 6 }, () => unread(0));
    const cut = (): boolean[] => all.map(({ isCut }) => isCut);
    const [a, b, c, d, e, f] = all;
    if (!a || !b || !c || !d || !e || !f) throw new Error('too few');
    for (const each of [a, b, c]) connections.add(each);
    connections.welcome(a);
    expect([connections.count(), cut().includes(true)]).toEqual([3, false]);
    connections.add(d);
    expect(cut()).toEqual([false, true, false, false, false, false]);
    connections.welcome(c);
    connections.welcome(d);
    // Everybody else has a key: the newcomer goes.
    connections.add(e);
    expect(cut()).toEqual([false, true, false, false, true, false]);
    connections.remove(a);
    connections.add(f);
    expect([connections.count(), connections.turnedAway(), f.isCut]).toEqual([3, 2, false]);
  });

  test('socketsWithoutKey: the oldest is closed, and one that has its key no longer counts', () => {
    const lobby = openLobby({ socketsWithoutKey: 3, socketInitMs: 60_000 });
    const ended: number[] = [];
    const links = Array.from({ length: 6 }, (_, index) => ({
      send: () => Promise.resolve(),
      onMessage: () => undefined,
      end: (code: number) => void ended.push(index, code),
    }));
    const [a, b, c, d, e, f] = links;
    if (!a || !b || !c || !d || !e || !f) throw new Error('too few');
    for (const link of [a, b, c]) lobby.enter(link);
    expect([lobby.count(), ended]).toEqual([3, []]);
    lobby.enter(d);
    expect([lobby.count(), ended]).toEqual([3, [0, 1013]]);
    lobby.leave(b);
    lobby.enter(e);
    expect([lobby.count(), ended]).toEqual([3, [0, 1013]]);
    lobby.enter(f);
    expect(ended).toEqual([0, 1013, 2, 1013]);
    lobby.close();
  });

  test('a slot is released once, by its holder or by the end of its connection, whichever comes first', () => {
    const streams = openStreams({ streams: 3, streamsPerMember: 2 });
    const gone = new AbortController();
    const first = streams.enter('a', gone.signal);
    const second = streams.enter('a', new AbortController().signal);
    expect([typeof first, typeof second, streams.enter('a', new AbortController().signal)]).toEqual([
      'function',
      'function',
      null,
    ]);
    gone.abort();
    first?.();
    expect(streams.count()).toBe(1);
    second?.();
    second?.();
    expect(streams.count()).toBe(0);
    // A client that is gone before it is admitted takes none.
    expect(streams.enter('a', gone.signal)).not.toBeNull();
    expect(streams.count()).toBe(0);
  });
});
