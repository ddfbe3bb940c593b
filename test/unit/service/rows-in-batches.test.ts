// However many rows have one id, hidden or not: what is asked for and held at once is bounded, others have their turn
// meanwhile, and the work ends with its act.
import { expect, test } from '@jest/globals';
import type { Actor } from '../../../src/domain/member.ts';
import { decidedRows, isCurrent } from '../../../src/service/object/decided-rows.ts';
import { seenRows } from '../../../src/service/object/seen-rows.ts';
import { ObjectId } from '../../../src/store/connect.ts';
import { ActOver, inTime } from '../../../src/store/driver/act-time.ts';
import type { ObjectKey } from '../../../src/store/objects.ts';

const rowsOf = (count: number): ObjectKey[] =>
  Array.from(
    { length: count },
    (_, index) =>
      ({ _id: new ObjectId(), stixId: 'x--1', warning: `warning--${index}`, version: 1, tlp: null }) as never,
  );
const actor = { member: { id: 'reader' } } as Actor;
const wanted = { partition: null, counts: isCurrent };

/** A hub on which all of it is hidden, and the sizes of what it was asked for. */
const openHidden = () => {
  const sizes: number[] = [];
  const asked = async (ids: readonly unknown[]): Promise<never[]> => {
    sizes.push(ids.length);
    return [];
  };
  const hub = {
    clock: { now: () => new Date() },
    warnings: {
      heads: asked,
      holdersOf: async () =>
        Array.from({ length: 5_000 }, (_, index) => ({ warning: `w-${index}`, content: '', linked: [] })),
    },
    objects: {
      byIds: asked,
      keysBeside: async () => [],
      async *linksToAny(ids: readonly unknown[]) {
        sizes.push(ids.length);
        yield [];
      },
    },
  };
  return { sizes, hub: hub as never };
};

/** How often others have their turn while this goes on. */
const turnsDuring = async (work: Promise<unknown>): Promise<number> => {
  let turns = 0;
  let isOver = false;
  const count = (): void => {
    turns += 1;
    if (!isOver) setImmediate(count);
  };
  setImmediate(count);
  await work;
  isOver = true;
  return turns;
};

test('rows are decided in batches', async () => {
  const { sizes, hub } = openHidden();
  const turns = await turnsDuring(decidedRows(hub, actor, rowsOf(5_000), wanted));
  expect(Math.max(...sizes)).toBe(500);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(5_000 * 4);
  expect(turns).toBeGreaterThanOrEqual(10);
});

test('rows that a publisher may read, and the warnings that hold them, are looked through in slices', async () => {
  expect(await turnsDuring(seenRows(openHidden().hub, actor, rowsOf(3_000), null))).toBeGreaterThanOrEqual(
    40,
  );
});

test('nothing is decided any more once the act is over', async () => {
  const { sizes, hub } = openHidden();
  const over = new AbortController();
  const work = inTime({ signal: over.signal }, () => decidedRows(hub, actor, rowsOf(100_000), wanted));
  setImmediate(() => over.abort());
  await expect(work).rejects.toThrow(ActOver);
  expect(sizes.length).toBeLessThan(20);
});
