// The statistic of T7 finds a difference that is there, also under a long tail, and none that is not.
import { expect, test } from '@jest/globals';
import { randomOf } from '../support/random.ts';
import { seed } from '../support/seed.ts';
import { compare, welchT } from './welch.ts';

const random = randomOf(seed());
const SAMPLES = 10_000;

/** By the method of Box and Muller. */
const normal = (): number => {
  const [one, other] = [random.below(1_000_000) + 1, random.below(1_000_000)].map((each) => each / 1_000_001);
  return Math.sqrt(-2 * Math.log(one ?? 1)) * Math.cos(2 * Math.PI * (other ?? 0));
};

/** Milliseconds with a spread of 0.2 and now and then a long pause. */
const time = (shift: number): number =>
  5 + shift + 0.2 * normal() + (random.below(100) < 3 ? 40 * (random.below(1_000) / 1_000) : 0);

const draw = (shift: number): number[] => Array.from({ length: SAMPLES }, () => time(shift));

test('t of Welch, worked out by hand', () => {
  // Means 2 and 5, variances 1 and 4, three values each: -3 / sqrt(1/3 + 4/3).
  expect(welchT([1, 2, 3], [3, 5, 7])).toBeCloseTo(-2.3238, 4);
  expect(welchT([4, 4, 4], [4, 4, 4])).toBe(0);
});

test('two times of one kind are not told apart', () => {
  const worst = [0, 1, 2, 3].map(() => Math.abs(compare(draw(0), draw(0)).t)).sort((a, b) => a - b);
  // The largest of a hundred is rarely above 4.5 once; it is never so for most.
  expect(worst[2]).toBeLessThan(4.5);
});

test('twenty microseconds are found under pauses that are two thousand times as long', () => {
  const { t } = compare(draw(0.02), draw(0));
  expect(t).toBeGreaterThan(4.5);
  expect(compare(draw(0), draw(0.02)).t).toBeLessThan(-4.5);
});

test('so is a difference in the tail alone', () => {
  const late = draw(0).map((value) => (random.below(100) < 5 ? value + 30 : value));
  expect(compare(late, draw(0)).t).toBeGreaterThan(4.5);
});
