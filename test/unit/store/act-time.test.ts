// Reads end with the act that they belong to: before the next read, between two batches, and at the server.
import { expect, test } from '@jest/globals';
import {
  ActOver,
  type ActTime,
  boundReads,
  inNoTime,
  inTime,
  stopWhenOver,
} from '../../../src/store/driver/act-time.ts';

type Options = { readonly maxTimeMS?: number; readonly session?: object };

/** A collection of the driver, with a cursor of endless batches. */
const openCollection = () => {
  const given: (Options | undefined)[] = [];
  const cursor = () => ({ next: async () => 1, hasNext: async () => true });
  const collection = {
    find: (_: object, options?: Options) => {
      given.push(options);
      return cursor();
    },
    findOne: async (_: object, options?: Options) => given.push(options),
    aggregate: (_: object, options?: Options) => {
      given.push(options);
      return cursor();
    },
    countDocuments: async (_: object, options?: Options) => given.push(options),
    distinct: async (_: string, __: object, options?: Options) => given.push(options),
  };
  return { given, collection: boundReads(boundReads(collection)) };
};

const within = (ms: number): ActTime & { end(): void } => {
  const over = new AbortController();
  return { signal: over.signal, untilMs: performance.now() + ms, end: () => over.abort() };
};
const passes = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

test('the server gets the time that is left, or the limit of the read where that is shorter', () => {
  const { given, collection } = openCollection();
  const readAll = (options?: Options): void => {
    collection.find({}, options);
    void collection.findOne({}, options);
    collection.aggregate([], options);
    void collection.countDocuments({}, options);
    void collection.distinct('a', {}, options);
  };
  inTime(within(5_000), () => readAll());
  expect(
    given.map((options) => (options?.maxTimeMS ?? 0) > 4_500 && (options?.maxTimeMS ?? 0) < 5_500),
  ).toEqual(Array(5).fill(true));
  given.length = 0;
  inTime(within(5_000), () => readAll({ maxTimeMS: 7 }));
  expect(given.map((options) => options?.maxTimeMS)).toEqual(Array(5).fill(7));
  // A transaction is finished or given up as a whole; work of no act, and what acts share, has no end.
  given.length = 0;
  const session = {};
  inTime(within(5_000), () => readAll({ session }));
  readAll();
  inTime(within(5_000), () => inNoTime(readAll));
  expect(given).toEqual([...Array(5).fill({ session }), ...Array(10).fill(undefined)]);
});

test('an act that is over reads nothing more, and a cursor stops before its next batch', async () => {
  const { given, collection } = openCollection();
  const time = within(60_000);
  const found = inTime(time, () => [collection.find({}), collection.aggregate([])]);
  for (const cursor of found) expect([await cursor.next(), await cursor.hasNext()]).toEqual([1, true]);
  time.end();
  for (const cursor of found) {
    await expect(cursor.next()).rejects.toThrow(ActOver);
    await expect(cursor.hasNext()).rejects.toThrow(ActOver);
  }
  for (const late of [time, within(-1)]) {
    given.length = 0;
    // Rejections all of them, so that none that was started beside another is left without a handler.
    const reads = inTime(late, () => [
      collection.find({}).next(),
      collection.aggregate([]).hasNext(),
      collection.findOne({}),
      collection.countDocuments({}),
      collection.distinct('a', {}),
    ]);
    const ended = await Promise.allSettled<unknown>(reads);
    for (const each of ended) expect(each).toMatchObject({ status: 'rejected', reason: expect.any(ActOver) });
    // A cursor asks nothing before its first batch.
    expect(given.length).toBe(2);
    inTime(late, () => expect(stopWhenOver).toThrow(ActOver));
  }
  expect(stopWhenOver).not.toThrow();
});

test('the first read that finds the time up ends the act, before whoever asked notices', () => {
  const time = within(-1);
  expect(time.signal.aborted).toBe(false);
  inTime(time, () => expect(stopWhenOver).toThrow(ActOver));
  expect(time.signal.aborted).toBe(true);
});

test('a read that fails after its time failed for that; one that fails before, for its own reason', async () => {
  const refused = new Error('operation exceeded time limit');
  const failing = async (): Promise<never> => {
    await passes(30);
    throw refused;
  };
  const collection = boundReads({ findOne: failing, find: () => ({ next: failing, hasNext: failing }) });
  const readAll = (time: ActTime) =>
    inTime(time, () =>
      Promise.allSettled([collection.findOne(), collection.find().next(), collection.find().hasNext()]),
    );
  const reasons = (ended: readonly PromiseSettledResult<never>[]) =>
    ended.map((each) => (each.status === 'rejected' ? each.reason : null));
  expect(reasons(await readAll(within(60_000)))).toEqual(Array(3).fill(refused));
  const late = within(10);
  expect(reasons(await readAll(late))).toEqual(Array(3).fill(expect.any(ActOver)));
  expect(late.signal.aborted).toBe(true);
});
