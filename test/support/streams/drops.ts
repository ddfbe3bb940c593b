// Subscribers whose connections break at random while events flow: what each of them receives, over all its connections.
import { setTimeout as sleep } from 'node:timers/promises';
import { openTestEndpoint, type TestEndpoint } from '../endpoint.ts';
import { eventually } from '../processes.ts';
import { type FeedCopies, openFeedCopies } from './feed-copies.ts';
import { openWireReader, type WireReader } from './wire-reader.ts';

export type DropLoad = {
  readonly subscribers: number;
  readonly events: number;
  /** How many subscribers are cut after each batch of events, in a thousand. */
  readonly cutsInThousand: number;
  readonly seed: number;
};
export type DropFinding = {
  readonly received: number;
  readonly cuts: number;
  readonly faults: readonly string[];
  /** Subscribers that had not received the last event in the end. */
  readonly behind: number;
};

export type StreamWorld = {
  readonly endpoint: TestEndpoint;
  readonly copies: FeedCopies;
};

const MANY = '20000';

/** `summary`: of each event, so that an event can be as long as is wanted. */
export const openStreamWorld = async (
  env: Record<string, string> = {},
  summary = 'Short',
): Promise<StreamWorld & { close(): Promise<void> }> => {
  const endpoint = await openTestEndpoint({
    env: {
      TOCSIN_REQUEST_BURST: MANY,
      TOCSIN_REQUESTS_PER_SECOND: MANY,
      TOCSIN_MAX_STREAMS: MANY,
      TOCSIN_MAX_STREAMS_PER_MEMBER: MANY,
      TOCSIN_MAX_SOCKETS_WITHOUT_KEY: MANY,
      ...env,
    },
  });
  const copies = await openFeedCopies(endpoint, { summary });
  return { endpoint, copies, close: endpoint.close };
};

const BATCH = 50;
const AT_ONCE = 50;

/** Readers that have read everything so far; one in ten is on a WebSocket. */
export const openWireReaders = async (
  { endpoint, copies }: StreamWorld,
  token: string,
  count: number,
): Promise<WireReader[]> => {
  await copies.add(1);
  const { body } = await endpoint.ask(token, '{ feed(first: 1) { edges { cursor } } }');
  const after = String(body.data.feed.edges[0].cursor);
  const readers: WireReader[] = [];
  for (let from = 0; from < count; from += AT_ONCE) {
    const some = Array.from({ length: Math.min(AT_ONCE, count - from) }, (_, index) =>
      openWireReader({
        url: endpoint.url,
        token,
        way: (from + index) % 10 === 9 ? 'ws' : 'sse',
        last: copies.count(),
        after,
      }),
    );
    readers.push(...(await Promise.all(some)));
  }
  return readers;
};

/** A small generator of numbers from 0 to 1, the same for a seed. */
const diceOf = (seed: number) => () => {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
  return seed / 2 ** 32;
};

export const dropWhileEventsFlow = async (
  world: StreamWorld,
  { subscribers, events, cutsInThousand, seed }: DropLoad,
): Promise<DropFinding> => {
  const { endpoint, copies } = world;
  const token = await endpoint.token('northGrid', 'analyst');
  const readers = await openWireReaders(world, token, subscribers);
  const until = copies.count() + events;
  const dice = diceOf(seed);
  let cuts = 0;
  const underWay = new Set<Promise<void>>();
  const cut = async (reader: WireReader): Promise<void> => {
    reader.drop();
    await sleep(dice() * 200);
    await reader.comeBack();
  };
  const busy = new Set<WireReader>();
  while (copies.count() < until) {
    for (const reader of readers) {
      if (busy.has(reader) || dice() * 1_000 >= cutsInThousand) continue;
      cuts += 1;
      busy.add(reader);
      const done = cut(reader).finally(() => {
        busy.delete(reader);
        underWay.delete(done);
      });
      underWay.add(done);
    }
    await copies.add(Math.min(BATCH, until - copies.count()));
    // Nobody falls behind by more than a buffer holds but those that are away.
    await eventually('those who are there keep up', async () =>
      readers.every(
        (reader) => busy.has(reader) || reader.ended !== null || reader.last > copies.count() - 5 * BATCH,
      ),
    );
  }
  await Promise.all(underWay);
  for (const reader of readers) if (reader.ended !== null) await reader.comeBack();
  await eventually(
    'everybody has everything',
    async () => readers.every(({ last }) => last >= until),
    60_000,
  ).catch(() => undefined);
  const finding = {
    received: readers.reduce((sum, { received }) => sum + received, 0),
    cuts,
    faults: readers.flatMap(({ faults }) => faults).slice(0, 20),
    behind: readers.filter(({ last }) => last !== until).length,
  };
  for (const reader of readers) reader.drop();
  return finding;
};
