// Welch's t-test with cropping, as dudect does it ("dude, is my code constant time?", Reparaz, Balasch and Verbauwhede
// 2017): the upper tail of a time is noise of the machine, so the test is made on all samples and again below each of a
// hundred percentiles of both sides together. The largest |t| counts.

export type Comparison = {
  /** The largest |t|, with its sign: positive when the first side is slower. */
  readonly t: number;
  /** Samples of both sides at that t. */
  readonly samples: number;
};

const CROPS = 100;
/** A t of fewer samples a side says little. */
const LEAST = 200;

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

export const welchT = (one: readonly number[], other: readonly number[]): number => {
  const [mean, otherMean] = [meanOf(one), meanOf(other)];
  const spread = (values: readonly number[], middle: number): number =>
    values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / (values.length - 1) / values.length;
  const variance = spread(one, mean) + spread(other, otherMean);
  if (variance === 0) return mean === otherMean ? 0 : Number.POSITIVE_INFINITY * Math.sign(mean - otherMean);
  return (mean - otherMean) / Math.sqrt(variance);
};

export const compare = (one: readonly number[], other: readonly number[]): Comparison => {
  const pooled = [...one, ...other].sort((a, b) => a - b);
  let worst: Comparison = { t: welchT(one, other), samples: pooled.length };
  for (let crop = 0; crop < CROPS; crop += 1) {
    // dudect's percentiles: many near the top, a few far below.
    const share = 1 - 0.5 ** ((10 * (crop + 1)) / CROPS);
    const limit = pooled[Math.floor(share * (pooled.length - 1))] ?? Number.POSITIVE_INFINITY;
    const below = [one, other].map((values) => values.filter((value) => value <= limit));
    const [first = [], second = []] = below;
    if (Math.min(first.length, second.length) < LEAST) continue;
    const t = welchT(first, second);
    if (Math.abs(t) > Math.abs(worst.t)) worst = { t, samples: first.length + second.length };
  }
  return worst;
};
