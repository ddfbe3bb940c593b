// The result of a reviewer's ruling on a pair: the pair with its new state, or the refusals.
import type { Outcome, Problem } from '../../domain/problem.ts';
import type { ReviewedPair } from '../../service/duplicate/review-duplicates.ts';
import type { RequestContext } from '../request-context.ts';

export type StoredPairState = ReviewedPair['state'];

export const ruled = <Pair>(
  outcome: Outcome<Pair>,
  { observe }: RequestContext,
): { pair: Pair | null; refusals: readonly Problem[] } => {
  if (outcome.ok) return { pair: outcome.value, refusals: [] };
  for (const { code } of outcome.problems) observe.refused(code);
  return { pair: null, refusals: outcome.problems };
};
