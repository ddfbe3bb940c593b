// Of one caller a few are worked on at once and in order; nobody waits for another caller, and nothing that fails keeps a place.
import { expect, test } from '@jest/globals';
import { openFewAtOnce, QUERIES_AT_ONCE } from '../../../src/http/bounds/few-at-once.ts';

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Begins `count` acts of a caller, and says which have begun; `end` ends one. */
const begin = (few: ReturnType<typeof openFewAtOnce>, caller: string, count: number) => {
  const begun: number[] = [];
  const ends: (() => void)[] = [];
  const results = Array.from({ length: count }, (_, at) =>
    few(caller, () => {
      begun.push(at);
      return new Promise<number>((resolve, reject) => {
        ends[at] = () => (at % 2 === 0 ? resolve(at) : reject(new Error(String(at))));
      });
    }).catch((error: Error) => -Number(error.message)),
  );
  return { begun, ends, results };
};

test.each([QUERIES_AT_ONCE - 1, QUERIES_AT_ONCE, QUERIES_AT_ONCE + 1])('%i at once', async (count) => {
  const { begun } = begin(openFewAtOnce(), 'key--1', count);
  await turn();
  expect(begun.length).toBe(Math.min(count, QUERIES_AT_ONCE));
});

test('the next begins when one ends, well or not, in the order of asking', async () => {
  const few = openFewAtOnce(2);
  const { begun, ends, results } = begin(few, 'key--1', 5);
  await turn();
  expect(begun).toEqual([0, 1]);
  for (const [ended, now] of [
    [1, [0, 1, 2]],
    [0, [0, 1, 2, 3]],
    [3, [0, 1, 2, 3, 4]],
  ] as const) {
    ends[ended]?.();
    await turn();
    expect(begun).toEqual(now);
  }
  ends[2]?.();
  ends[4]?.();
  expect(await Promise.all(results)).toEqual([0, -1, 2, -3, 4]);
  // All places are free again.
  const again = begin(few, 'key--1', 2);
  await turn();
  expect(again.begun).toEqual([0, 1]);
});

test('nobody waits for another', async () => {
  const few = openFewAtOnce(1);
  begin(few, 'key--1', 3);
  const other = begin(few, 'key--2', 2);
  await turn();
  expect(other.begun).toEqual([0]);
});
