// Pages after Relay's connections. There is no total and no way back: both would tell of what a reader may not see.
import type { Outcome } from '../../domain/problem.ts';
import { refusalError } from '../errors.ts';

type Edge = { readonly cursor: string };

export const pageOf = <Row extends Edge>(
  edges: readonly Row[],
  hasNextPage: boolean,
  after: string | null,
  endCursor: string | null = edges.at(-1)?.cursor ?? null,
) => ({
  edges,
  pageInfo: {
    hasNextPage,
    hasPreviousPage: after !== null,
    startCursor: edges[0]?.cursor ?? null,
    endCursor,
  },
});

/** The value of an outcome; a refused read is an error of its field. */
export const valueIn = <Value>(outcome: Outcome<Value>): Value => {
  if (outcome.ok) return outcome.value;
  throw refusalError(outcome.problems[0]);
};
