// Requests for help: all that are open, and the others page by page.
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { ask } from '../../app/ask.ts';
import {
  type CaseFactsFragment,
  LatestCasesDocument,
  OpenCasesDocument,
} from '../../operations/graphql.generated.ts';
import { readPages } from '../../operations/pages.ts';

const REFRESH_MS = 15_000;

/** All that are open: the hub gives the newest first, and those that have waited longest are on the last page. */
export const openCases = async (signal: AbortSignal): Promise<readonly CaseFactsFragment[]> => {
  const page = async (after: string | null) => (await ask(OpenCasesDocument, { after }, { signal })).cases;
  return (await readPages(page, Number.POSITIVE_INFINITY)).nodes;
};

/** While the hub is not heard its last answer stays, and the clock goes on. */
export const isOver = (
  { state, dueAt, isOverdue }: Pick<CaseFactsFragment, 'state' | 'dueAt' | 'isOverdue'>,
  now: number,
): boolean => isOverdue || (state === 'OPEN' && Date.parse(dueAt) < now);

export const casesQuery = queryOptions({
  queryKey: ['cases'],
  // Whoever closes and asks again does not push out those that are open.
  queryFn: ({ signal }) => openCases(signal),
  refetchInterval: REFRESH_MS,
});

/** Whether one that was open is so no more. */
export const hasLeft = (before: readonly CaseFactsFragment[], now: readonly CaseFactsFragment[]): boolean => {
  const open = new Set(now.map(({ caseId }) => caseId));
  return before.some(({ caseId }) => !open.has(caseId));
};

/** The newest of all, as pages: those that are closed stand between the others. Read again once one that was open is so no more. */
export const latestCasesQuery = infiniteQueryOptions({
  queryKey: ['cases', 'latest'],
  queryFn: async ({ pageParam, signal }) =>
    (await ask(LatestCasesDocument, { after: pageParam }, { signal })).cases,
  initialPageParam: null as string | null,
  getNextPageParam: ({ pageInfo }) => (pageInfo.hasNextPage ? pageInfo.endCursor : null),
});
