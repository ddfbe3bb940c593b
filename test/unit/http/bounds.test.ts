// The bounds on rates, buffers and connections at n - 1, n and n + 1, on a manual clock and with stalled readers: over
// HTTP neither time nor the kernel's buffers can be controlled exactly.
import { EventEmitter } from 'node:events';
import { afterEach, describe, expect, test } from '@jest/globals';
import type { WebSocket } from 'ws';
import { readConfig } from '../../../src/config/config.ts';
import { type Connection, openConnections } from '../../../src/http/connections.ts';
import { openBucket } from '../../../src/http/rate-limit.ts';
import { openLink } from '../../../src/http/socket/link.ts';
import { openLobby } from '../../../src/http/socket/lobby.ts';
import { openStreams } from '../../../src/http/streams.ts';
import { openStream } from '../../../src/service/live/stream.ts';

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
});

describe('the buffer of a stream', () => {
  const BOUND = { events: limits.streamBufferEvents, bytes: limits.streamBufferBytes };
  const outcome = async (pushes: readonly number[]): Promise<string> => {
    const stream = openStream<number>(BOUND, 'start', String);
    for (const [index, bytes] of pushes.entries()) stream.push(index, bytes);
    stream.end();
    let read = 0;
    try {
      for await (const _ of stream.read((async function* () {})())) read += 1;
    } catch (error) {
      return (error as { code: string }).code;
    }
    return `${read} read`;
  };

  test('streamBufferEvents', async () => {
    const n = limits.streamBufferEvents;
    const events = (count: number) => Array.from({ length: count }, () => 1);
    expect(await outcome(events(n - 1))).toBe(`${n - 1} read`);
    expect(await outcome(events(n))).toBe(`${n} read`);
    expect(await outcome(events(n + 1))).toBe('STREAM_OVERFLOW');
  });

  test('streamBufferBytes', async () => {
    const n = limits.streamBufferBytes;
    expect(await outcome([n / 2, n / 2 - 1])).toBe('2 read');
    expect(await outcome([n / 2, n / 2])).toBe('2 read');
    expect(await outcome([n / 2, n / 2 + 1])).toBe('STREAM_OVERFLOW');
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

describe('pending output', () => {
  const open: ReturnType<typeof openConnections>[] = [];
  afterEach(() => {
    for (const each of open.splice(0)) each.close();
  });
  const cutOf = (...bytes: readonly number[]): boolean[] => {
    const connections = openConnections({ unsentBytes: 1_000 }, silent);
    open.push(connections);
    const all = bytes.map(unread);
    for (const each of all) connections.add(each);
    for (const each of all) connections.wrote(each);
    expect(connections.unsentBytes()).toBeLessThanOrEqual(1_000);
    expect(connections.cut()).toBe(all.filter(({ isCut }) => isCut).length);
    return all.map(({ isCut }) => isCut);
  };

  test('unsentBytes: over all connections, and the fullest is cut', () => {
    expect(cutOf(300, 600, 99)).toEqual([false, false, false]);
    expect(cutOf(300, 600, 100)).toEqual([false, false, false]);
    expect(cutOf(300, 600, 101)).toEqual([false, true, false]);
    expect(cutOf(2_000)).toEqual([true]);
    expect(cutOf(900, 900, 900)).toEqual([true, true, false]);
  });

  test('bytes sent meanwhile do not count', () => {
    const connections = openConnections({ unsentBytes: 1_000 }, silent);
    open.push(connections);
    const taken = { ...unread(900), writableLength: 900 };
    const other = unread(900);
    connections.add(taken);
    connections.add(other);
    connections.wrote(taken);
    taken.writableLength = 0;
    connections.wrote(other);
    expect([taken.isCut, other.isCut, connections.unsentBytes()]).toEqual([false, false, 900]);
    connections.remove(other);
    expect(connections.unsentBytes()).toBe(0);
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
      const deps = { limits: bounds, wrote: () => undefined, isAlive: () => undefined };
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
