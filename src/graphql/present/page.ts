// Pages as Relay connections, without a total and without paging backwards: both could reveal hidden rows.
import type { Outcome } from '../../domain/problem.ts';
import type { ReviewPage } from '../../service/duplicate/review-page.ts';
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

/** A page of a review list, which may be empty and still have a next one. */
export const proposalsPage = <Proposal>(
  { proposals, hasNextPage, endCursor }: ReviewPage<Proposal>,
  after: string | null,
) =>
  pageOf(
    proposals.map(({ cursor, proposal }) => ({ cursor, node: proposal })),
    hasNextPage,
    after,
    endCursor ?? undefined,
  );

/** The value of an outcome; throws a refused read as an error of its field. */
export const valueIn = <Value>(outcome: Outcome<Value>): Value => {
  if (outcome.ok) return outcome.value;
  throw refusalError(outcome.problems[0]);
};
