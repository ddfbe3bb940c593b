// When an answer that found nothing leaves (notFoundMs), on a clock moved by hand: at the first whole multiple after its
// search ended, whatever the search took.
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { readConfig } from '../../../src/config/config.ts';
import { openAnswerFloor } from '../../../src/http/caller/answer-floor.ts';

const N = readConfig({}).limits.notFoundMs;

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

/** When an answer whose search takes this long leaves, in milliseconds after its request. */
const leavesAfter = async (searchMs: number, isFound = false): Promise<number> => {
  const startedAt = performance.now();
  const floor = openAnswerFloor(N);
  await jest.advanceTimersByTimeAsync(searchMs);
  if (!isFound) floor.foundNothing();
  let leftAt = Number.NaN;
  void floor.mayLeave().then(() => {
    leftAt = performance.now();
  });
  await jest.advanceTimersByTimeAsync(0);
  for (let ms = 0; ms < 4 * N && Number.isNaN(leftAt); ms += 1) await jest.advanceTimersByTimeAsync(1);
  floor.stop();
  expect(jest.getTimerCount()).toBe(0);
  return leftAt - startedAt;
};

test.each([
  [0, N],
  [1, N],
  [N - 1, N],
  [N + 1, 2 * N],
  [2 * N - 1, 2 * N],
  [2 * N + 1, 3 * N],
])('a search of %i ms: after %i ms', async (searchMs, leftMs) => {
  expect(await leavesAfter(searchMs)).toBe(leftMs);
});

test('an answer that found everything leaves at once', async () => {
  for (const searchMs of [0, 1, N, N + 1]) expect(await leavesAfter(searchMs, true)).toBe(searchMs);
});

test('a stream has no timer', () => {
  const floor = openAnswerFloor(N);
  floor.stop();
  expect(jest.getTimerCount()).toBe(0);
});
