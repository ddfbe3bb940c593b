// The grade of a warning as lines: the effective one, and what its publisher states where that is lower.
import { wrap } from './wrap.ts';

export type GradedWarning = {
  readonly urgency: string;
  readonly severity: string;
  readonly certainty: string;
  readonly effectiveUrgency: string;
  readonly effectiveCertainty: string;
  readonly raisedBecause: string | null;
};

/** Lines of at most `width` columns. */
export const gradeLines = (graded: GradedWarning, width: number): string[] => [
  ...wrap(
    `Urgency ${graded.effectiveUrgency}, severity ${graded.severity}, certainty ${graded.effectiveCertainty}`,
    width,
  ),
  ...raisedLines(graded, width),
];

/** Who raised it and why; none where it is the publisher's grade. */
export const raisedLines = (graded: GradedWarning, width: number): string[] => {
  const { urgency, certainty, raisedBecause } = graded;
  if (raisedBecause === null) return [];
  return wrap(
    `Raised by the hub (its publisher says ${urgency}, ${certainty}). ${raisedBecause}`,
    width,
    '  ',
    '  ',
  );
};
