// Work in parts of unknown size yields by how long it took, not by how many parts there were.
import { expect, test } from '@jest/globals';
import { openPauses } from '../../../src/service/yield-to-event-loop.ts';

test('others get their turn after each ten milliseconds of work, and not before', async () => {
  let nowMs = 0;
  let turns = 0;
  const pause = openPauses(() => nowMs);
  const partsOf = async (count: number, eachMs: number): Promise<number> => {
    const before = turns;
    for (let part = 0; part < count; part += 1) {
      nowMs += eachMs;
      const other = setImmediate(() => {
        turns += 1;
      });
      await pause();
      clearImmediate(other);
    }
    return turns - before;
  };
  expect(await partsOf(9, 1)).toBe(0);
  expect(await partsOf(1, 1)).toBe(1);
  expect(await partsOf(5, 300)).toBe(5);
  expect(await partsOf(100, 1)).toBe(10);
});
