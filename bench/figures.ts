// Medians, ranges and verdicts. Every target is a ratio to, or a difference from, a rival measured in the same run.
export type Sample = { readonly wallMs: number; readonly cpuMs: number };

export type Spread = { readonly median: number; readonly min: number; readonly max: number };

export const percentile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
};

export const spreadOf = (values: readonly number[]): Spread => {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length / 2;
  const median =
    sorted.length % 2 === 1
      ? (sorted[Math.floor(middle)] ?? Number.NaN)
      : ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? Number.NaN)) / 2;
  return { median, min: sorted[0] ?? Number.NaN, max: sorted.at(-1) ?? Number.NaN };
};

export type Verdict = 'ok' | 'short' | 'FAILS' | 'report';

export type Row = {
  readonly id: string;
  readonly what: string;
  readonly ours: Spread;
  readonly rival: Spread | null;
  readonly unit: string;
  /** The value compared with the target: the ratio of ours to the rival's, or the difference. */
  readonly compared: Spread | null;
  readonly target: string;
  readonly verdict: Verdict;
};

/** A run fails when it misses its target by more than 15 %; a smaller miss is only reported. */
const TOLERANCE = 0.15;

type Comparison = Pick<Row, 'id' | 'what' | 'unit'> & {
  readonly ours: readonly number[];
  readonly rival: readonly number[];
};

/** Ratio of performance, the rival's cost over ours, paired by repetition: at least `target`. */
export const atLeast = (target: number, { ours, rival, ...row }: Comparison): Row => {
  const compared = spreadOf(ours.map((cost, index) => (rival[index] ?? Number.NaN) / cost));
  const { median } = compared;
  const verdict = median >= target ? 'ok' : median >= target * (1 - TOLERANCE) ? 'short' : 'FAILS';
  return { ...row, ours: spreadOf(ours), rival: spreadOf(rival), compared, target: `≥ ${target} ×`, verdict };
};

/** Ours over the rival's, paired by repetition: at most `target`. */
export const atMostTimes = (target: number, { ours, rival, ...row }: Comparison): Row => {
  const compared = spreadOf(ours.map((cost, index) => cost / (rival[index] ?? Number.NaN)));
  const { median } = compared;
  const verdict = median <= target ? 'ok' : median <= target * (1 + TOLERANCE) ? 'short' : 'FAILS';
  return { ...row, ours: spreadOf(ours), rival: spreadOf(rival), compared, target: `≤ ${target} ×`, verdict };
};

/** Difference, ours minus the rival's, paired by repetition: at most `target`. */
export const atMostMore = (target: number, { ours, rival, ...row }: Comparison): Row => {
  const compared = spreadOf(ours.map((cost, index) => cost - (rival[index] ?? Number.NaN)));
  const { median } = compared;
  const verdict = median <= target ? 'ok' : median <= target * (1 + TOLERANCE) ? 'short' : 'FAILS';
  return {
    ...row,
    ours: spreadOf(ours),
    rival: spreadOf(rival),
    compared,
    target: `≤ rival + ${target} ${row.unit}`,
    verdict,
  };
};

/** A figure that is reported without a target. */
export const reported = (
  row: Pick<Row, 'id' | 'what' | 'unit'>,
  ours: readonly number[],
  rival?: readonly number[],
): Row => ({
  ...row,
  ours: spreadOf(ours),
  rival: rival === undefined ? null : spreadOf(rival),
  compared: null,
  target: '',
  verdict: 'report',
});
