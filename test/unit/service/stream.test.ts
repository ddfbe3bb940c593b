// The buffer of one stream at n - 1, n and n + 1, and what its client is sent in which order, with a client that takes what it is
// sent when the test says so.
import { describe, expect, test } from '@jest/globals';
import { readConfig } from '../../../src/config/config.ts';
import { openHeld } from '../../../src/service/live/held.ts';
import { Stream, type Waiting } from '../../../src/service/live/stream.ts';

const { limits } = readConfig({});

/** A stream of numbers whose client takes nothing until it is told to. */
const stalled = (missed: AsyncGenerator<readonly Waiting<number>[]> | null = null, held = openHeld()) => {
  const got: number[] = [];
  let ended: unknown = 'it goes on';
  let take = (): void => undefined;
  let isTaking = false;
  const stream = new Stream<number>({
    bound: { events: limits.streamBufferEvents, bytes: limits.streamBufferBytes },
    held,
    start: 'start',
    make: async (row) => ({ made: row, cursor: String(row) }),
    missed,
    over: () => undefined,
    outlet: {
      write: (made) => {
        got.push(made as number);
        return isTaking;
      },
      whenTaken: (act) => {
        take = act;
      },
      end: (error) => {
        ended = error;
      },
    },
  });
  const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  return {
    stream,
    held,
    got,
    settled,
    ended: () => ended as { code: string; resumeAfter: string } | null | 'it goes on',
    /** One event, or all that wait and all that come. */
    takeOne: async () => {
      take();
      await settled();
    },
    takeAll: async () => {
      isTaking = true;
      take();
      await settled();
    },
    push: (row: number, characters = 1_000) => stream.push({ row, load: { content: {}, characters } }),
  };
};

describe('the buffer of a stream', () => {
  /** How many of these it sends, sized as given, to a client that stalls with an event of its own before them. */
  const outcome = async (pushes: readonly number[]): Promise<string> => {
    const { stream, push, settled, takeAll, got, held, ended } = stalled();
    expect(stream.sendNow(-1, 'first')).toBe(true);
    for (const [row, characters] of pushes.entries()) push(row, characters);
    await settled();
    await takeAll();
    expect(held.bytes()).toBe(0);
    const end = ended();
    return end === null || end === 'it goes on' ? `${got.length - 1} read` : end.code;
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

  test('an event that waits in several streams is held once, until the last has been sent it', async () => {
    const held = openHeld();
    const [one, other] = [stalled(null, held), stalled(null, held)];
    for (const { stream } of [one, other]) stream.sendNow(-1, 'first');
    const load = { content: {}, characters: 10_000 };
    one.stream.push({ row: 1, load });
    const first = held.bytes();
    other.stream.push({ row: 1, load });
    expect(held.bytes() - first).toBeLessThan(load.characters);
    await one.takeOne();
    expect(one.got).toEqual([-1, 1]);
    expect(held.bytes()).toBe(first);
    other.stream.cut();
    expect([held.bytes(), other.stream.size()]).toEqual([0, 0]);
  });

  test('a client that keeps up is sent each event at once; what comes after one that waits waits behind it', async () => {
    const { stream, push, got, takeOne, takeAll } = stalled();
    expect(stream.sendNow(1, '1')).toBe(true);
    expect(stream.sendNow(2, '2')).toBe(false);
    push(2);
    push(3);
    await takeOne();
    // The third waits: it is not overtaken.
    expect(stream.sendNow(4, '4')).toBe(false);
    push(4);
    expect(got).toEqual([1, 2]);
    await takeAll();
    expect(got).toEqual([1, 2, 3, 4]);
    expect(stream.sendNow(5, '5')).toBe(true);
    expect(got).toEqual([1, 2, 3, 4, 5]);
  });

  test('a cut ends it at once, also while it reads what it missed, with the cursor of the last event sent', async () => {
    const missed = async function* () {
      for (let from = 1; ; from += 3)
        yield [from, from + 1, from + 2].map((row) => ({ row, load: { content: {}, characters: 1_000 } }));
    };
    const { stream, held, got, settled, takeOne, ended } = stalled(missed());
    stream.begin();
    await settled();
    for (let turn = 1; turn < 4; turn += 1) await takeOne();
    expect(got).toEqual([1, 2, 3, 4]);
    expect(held.bytes()).toBeGreaterThan(2_000);
    stream.cut();
    expect(held.bytes()).toBe(0);
    await takeOne();
    expect(got).toEqual([1, 2, 3, 4]);
    expect(ended()).toMatchObject({ code: 'STREAM_OVERFLOW', resumeAfter: '4' });
  });

  test('what it missed is still sent after an overflow, and then where to resume', async () => {
    const missed = async function* () {
      yield [1, 2, 3].map((row) => ({ row, load: { content: {}, characters: 1_000 } }));
    };
    const { stream, push, got, settled, takeAll, ended } = stalled(missed());
    stream.begin();
    await settled();
    for (let row = 4; row < 6 + limits.streamBufferEvents; row += 1) push(row, 1);
    await takeAll();
    expect(got).toEqual([1, 2, 3]);
    expect(ended()).toMatchObject({ code: 'STREAM_OVERFLOW', resumeAfter: '3' });
  });

  test('rights that end stop it before the next event, whatever waits', async () => {
    const { stream, push, got, takeAll, ended } = stalled();
    stream.sendNow(1, '1');
    push(2);
    stream.fail('RIGHTS_CHANGED');
    expect(stream.size()).toBe(0);
    await takeAll();
    expect([got, ended()]).toMatchObject([[1], { code: 'RIGHTS_CHANGED', resumeAfter: '1' }]);
  });

  test('a reader that leaves frees what it missed and what waited for it, and is told nothing', async () => {
    const missed = async function* () {
      yield [1, 2].map((row) => ({ row, load: { content: {}, characters: 1_000 } }));
    };
    const { stream, held, push, settled, takeAll, got, ended } = stalled(missed());
    push(9);
    await settled();
    expect(held.bytes()).toBeGreaterThan(0);
    stream.leave();
    expect(held.bytes()).toBe(0);
    await takeAll();
    expect([got, ended()]).toEqual([[1], 'it goes on']);
  });
});
