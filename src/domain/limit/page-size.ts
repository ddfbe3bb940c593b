// The page limit: the one place that holds the number and refuses a page outside it.
import { type Problem, problem } from '../problem.ts';

/** Items. The default of `limits.pageSize` in the configuration. */
export const MAX_PAGE_SIZE = 200;

/** Why `first` is refused, or null when it is from 1 to `pageSize`. */
export const pageSizeProblem = (
  first: number,
  { pageSize }: { readonly pageSize: number },
): Problem | null =>
  Number.isInteger(first) && first >= 1 && first <= pageSize
    ? null
    : problem(
        'PAGE_TOO_LARGE',
        '$.first',
        `A page has 1 to ${pageSize} items.`,
        `Ask for at most ${pageSize}.`,
      );
