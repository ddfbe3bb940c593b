// What a reviewer's ruling on a pair gives: the pair as it stands now, or why not.
import type { Outcome, Problem } from '../../domain/problem.ts';
import type { RequestContext } from '../request-context.ts';

export const ruled = <Pair>(
  outcome: Outcome<Pair>,
  { observe }: RequestContext,
): { pair: Pair | null; refusals: readonly Problem[] } => {
  if (outcome.ok) return { pair: outcome.value, refusals: [] };
  for (const { code } of outcome.problems) observe.refused(code);
  return { pair: null, refusals: outcome.problems };
};
