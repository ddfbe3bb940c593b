// Pages as Relay connections, without a total and without paging backwards: both could reveal hidden rows.
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

/** The value of an outcome; throws a refused read as an error of its field. */
export const valueIn = <Value>(outcome: Outcome<Value>): Value => {
  if (outcome.ok) return outcome.value;
  throw refusalError(outcome.problems[0]);
};
