// Whether one arm of a paired experiment takes longer than another: the median of the differences, its bootstrap interval,
// and how often chance alone would make it as large (random flips of the signs of the differences).
import type { Random } from '../support/random.ts';

export type Difference = {
  readonly pairs: number;
  readonly median: number;
  /** 95 % of the bootstrap medians lie between these. */
  readonly interval: readonly [number, number];
  /** Share of the random sign flips whose median is as far from 0. */
  readonly chance: number;
};

const ROUNDS = 10_000;

export const medianOf = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  if (low === undefined || high === undefined) throw new Error('no values, no median');
  return (low + high) / 2;
};

export const differenceOf = (
  random: Random,
  ours: readonly number[],
  base: readonly number[],
): Difference => {
  if (ours.length !== base.length) throw new Error('a pair has two sides');
  const differences = ours.map((value, index) => value - (base[index] ?? Number.NaN));
  const median = medianOf(differences);
  const drawn = Array.from({ length: ROUNDS }, () =>
    medianOf(differences.map(() => random.pick(differences))),
  ).sort((a, b) => a - b);
  let asFar = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const turned = differences.map((value) => (random.below(2) === 0 ? value : -value));
    if (Math.abs(medianOf(turned)) >= Math.abs(median)) asFar += 1;
  }
  const at = (share: number): number => drawn[Math.floor(share * (ROUNDS - 1))] ?? Number.NaN;
  return { pairs: differences.length, median, interval: [at(0.025), at(0.975)], chance: asFar / ROUNDS };
};
