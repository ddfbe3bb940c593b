// Requests for help: all that are open, and the newest of the others.
import { queryOptions } from '@tanstack/react-query';
import { ask } from '../../app/ask.ts';
import {
  type CaseFactsFragment,
  LatestCasesDocument,
  OpenCasesDocument,
  type OpenCasesQuery,
} from '../../operations/graphql.generated.ts';

const REFRESH_MS = 15_000;

/** All that are open: the hub gives the newest first, and those that have waited longest are on the last page. */
export const openCases = async (signal: AbortSignal): Promise<CaseFactsFragment[]> => {
  const open: CaseFactsFragment[] = [];
  for (let after: string | null = null; ; ) {
    const { cases }: OpenCasesQuery = await ask(OpenCasesDocument, { after }, { signal });
    open.push(...cases.edges.map(({ node }) => node));
    if (!cases.pageInfo.hasNextPage) return open;
    after = cases.pageInfo.endCursor;
  }
};

export const casesQuery = queryOptions({
  queryKey: ['cases'],
  // Whoever closes and asks again does not push out those that are open.
  queryFn: async ({ signal }) => {
    const open = await openCases(signal);
    const latest = (await ask(LatestCasesDocument, {}, { signal })).cases.edges.map(({ node }) => node);
    return [...new Map([...open, ...latest].map((each) => [each.caseId, each])).values()];
  },
  refetchInterval: REFRESH_MS,
});
