// The console's stream over a network that is cut: each event is handed on once and in its order, or is in the lists that are
// read again where the hub does not continue.
import { expect, test } from '@jest/globals';
import { follow, pauseAfter, type Received } from '../../../src/console/live/stream.ts';
import { randomOf } from '../../support/random.ts';
import { seed } from '../../support/seed.ts';

const CUTS = 100;

/** Of an event as the hub numbers it. */
const received = (number: number, epoch: number): Received =>
  ({
    cursor: `${epoch}.${number}`,
    occasion: 'VERSION',
    node: { id: `warning--${number}`, version: 1 },
  }) as Received;

const next = (payload: unknown): string => `event: next\ndata: ${JSON.stringify(payload)}\n\n`;
const ended = (code: string, resumeAfter: string | null): string =>
  next({ errors: [{ message: code, extensions: { code, resumeAfter } }] });

/** A hub whose events go on by themselves, and whose connections break after a random number of bytes. */
const openFakeHub = (random: ReturnType<typeof randomOf>, isOver: () => boolean) => {
  let last = 0;
  let epoch = 1;
  let cuts = 0;
  const happen = (): void => {
    if (!isOver()) last += random.below(4);
  };
  const connect = async (after: string, signal: AbortSignal): Promise<Response> => {
    happen();
    if (cuts < CUTS && random.chance(0.1)) {
      cuts += 1;
      throw new Error('the network is away');
    }
    const [of = 0, from = 0] = after.split('.').map(Number);
    if (of !== epoch) return answer([ended('RESYNC', null)], null, signal);
    happen();
    const texts = Array.from({ length: last - from }, (_, at) =>
      next({ data: { warningReceived: received(from + at + 1, epoch) } }),
    );
    if (cuts >= CUTS) return answer([': here\n\n', ...texts], 'stays', signal);
    cuts += 1;
    // The hub lets go of a slow reader, behind what it was sent.
    if (random.chance(0.1))
      return answer([...texts, ended('STREAM_CLOSED', `${epoch}.${last}`)], null, signal);
    const text = texts.join('');
    return answer([text.slice(0, random.below(text.length + 1))], 'breaks', signal);
  };
  return {
    happen,
    connect,
    /** Every cursor of before is of another key. */
    replaceKey: (): void => {
      epoch += 1;
    },
    place: (): string => `${epoch}.${last}`,
    last: (): number => last,
    cuts: (): number => cuts,
  };
};

const answer = (texts: readonly string[], then: 'stays' | 'breaks' | null, signal: AbortSignal): Response => {
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      const bytes = encoder.encode(texts.join(''));
      // A piece can end within a character.
      for (let at = 0; at < bytes.length; at += 61) controller.enqueue(bytes.slice(at, at + 61));
      if (then === null) controller.close();
      if (then === 'stays') signal.addEventListener('abort', () => controller.error(new Error('left')));
    },
    pull: (controller) => {
      if (then === 'breaks') controller.error(new Error('cut'));
    },
  });
  return new Response(body, { headers: { 'content-type': 'text/event-stream' } });
};

/** What a console has of it, from the beginning until the last cut and all that happened. */
const followThrough = async () => {
  const random = randomOf(seed());
  const leaving = new AbortController();
  const hub = openFakeHub(random, () => hub.cuts() >= CUTS);
  const faults: string[] = [];
  let arrived = 0;
  /** Behind this event the stream goes on. */
  let reached = 0;
  /** The place is a new one, and lists are older than it. */
  let areListsOld = false;
  let begun = 0;
  let pauses = 0;
  let isDown = true;
  const check = (): void => {
    if (hub.cuts() >= CUTS && reached >= hub.last()) leaving.abort();
  };
  const begin = async (): Promise<string> => {
    hub.happen();
    if (random.below(4) === 0) throw new Error('the hub is away');
    const place = hub.place();
    areListsOld = hub.last() > reached && begun > 0;
    reached = hub.last();
    begun += 1;
    // What happens from here on comes in the stream alone.
    hub.happen();
    return place;
  };
  const pause = async (): Promise<void> => {
    hub.happen();
    pauses += 1;
    if (pauses % 20 === 0) hub.replaceKey();
    if (!isDown) faults.push('a cut was not told');
    check();
    await new Promise((resolve) => setImmediate(resolve));
  };
  const onArrival = ({ node }: Received): void => {
    const number = Number(node.id.split('--')[1]);
    if (number !== reached + 1) faults.push(`${number} came behind ${reached}`);
    if (areListsOld) faults.push(`${number} came before lists were read again`);
    reached = number;
    arrived += 1;
    check();
  };
  const onHeard = (): void => {
    isDown = false;
    check();
  };
  const onDown = (): void => {
    isDown = true;
  };
  const onLost = (): void => {
    areListsOld = false;
  };
  const told = { onArrival, onHeard, onDown, onLost };
  await follow({ after: null, begin, connect: hub.connect, pause, signal: leaving.signal, ...told });
  return { faults, arrived, begun, behind: hub.last() - reached };
};

test(`${CUTS} cuts, and keys replaced between: none is missed and none comes twice`, async () => {
  const { faults, arrived, begun, behind } = await followThrough();
  expect(faults).toEqual([]);
  expect(behind).toBe(0);
  expect(begun).toBeGreaterThan(2);
  expect(arrived).toBeGreaterThan(0);
}, 20_000);

test('where nobody is signed in any more it says so, and goes on behind what it had', async () => {
  const leaving = new AbortController();
  const asked: string[] = [];
  const lost: string[] = [];
  await follow({
    after: '1.7',
    begin: async () => {
      throw new Error('the place is known');
    },
    connect: async (after) => {
      asked.push(after);
      const errors = [{ message: 'no', extensions: { code: 'UNAUTHENTICATED' } }];
      return new Response(JSON.stringify({ errors }), { status: 401 });
    },
    pause: async () => {
      if (asked.length === 2) leaving.abort();
    },
    onArrival: () => undefined,
    onHeard: () => undefined,
    onDown: () => undefined,
    onLost: (code) => lost.push(code),
    signal: leaving.signal,
  });
  expect(asked).toEqual(['1.7', '1.7']);
  expect(lost).toEqual(['UNAUTHENTICATED', 'UNAUTHENTICATED']);
});

test('for a minute after a cut the hub is asked every few seconds, then more seldom, and never sooner than it asks for', () => {
  const pauses = (...given: Parameters<typeof pauseAfter>): readonly number[] =>
    Array.from({ length: 200 }, () => pauseAfter(...given));
  const [least, most] = [0.5, 1.5];
  for (const [failures, silentMs, ms] of [
    [1, 0, 800],
    [2, 1_000, 1_600],
    [3, 5_000, 2_000],
    [30, 59_999, 2_000],
    [30, 60_000, 10_000],
  ] as const) {
    const found = pauses(failures, silentMs, null);
    expect(Math.min(...found)).toBeGreaterThanOrEqual(ms * least);
    expect(Math.max(...found)).toBeLessThan(ms * most);
    // Not all at once.
    expect(Math.max(...found) - Math.min(...found)).toBeGreaterThan(ms / 2);
  }
  const asked = pauses(1, 0, 5_000);
  expect(Math.min(...asked)).toBeGreaterThanOrEqual(5_000);
  expect(Math.max(...asked)).toBeLessThan(7_500);
  expect(new Set(asked).size).toBeGreaterThan(100);
});
