// Those who lost the same server come back spread out, and later each time.
import { expect, test } from '@jest/globals';
import { reconnectDelay, withJitter } from '../../../src/domain/limit/reconnect-delay.ts';

test('half of the wait is chance, and nothing is outside of its bounds', () => {
  expect([withJitter(1_000, () => 0), withJitter(1_000, () => 0.999)]).toEqual([500, 1_000]);
  const waits = Array.from({ length: 1_000 }, () => withJitter(1_000));
  expect(Math.min(...waits)).toBeGreaterThanOrEqual(500);
  expect(Math.max(...waits)).toBeLessThanOrEqual(1_000);
  // A thousand clients in the same half second: no tenth of it gets much more than its share.
  const tenths = new Map<number, number>();
  for (const wait of waits) tenths.set(Math.floor(wait / 50), (tenths.get(Math.floor(wait / 50)) ?? 0) + 1);
  expect(Math.max(...tenths.values())).toBeLessThan(160);
});

test('the wait doubles up to its limit, whatever the number of attempts', () => {
  const longest = (times: number) => reconnectDelay(times, 5_000, () => 1);
  expect([1, 2, 3, 6, 7, 1_000, Number.MAX_SAFE_INTEGER].map(longest)).toEqual([
    100, 200, 400, 3_200, 5_000, 5_000, 5_000,
  ]);
  expect(reconnectDelay(0, 5_000, () => 0)).toBe(50);
});
