// The feed in pages, newest first, with the filters of the address.
import { type InfiniteData, infiniteQueryOptions } from '@tanstack/react-query';
import { inItsPlace } from '../../live/withdrawal.ts';
import {
  FeedDocument,
  type FeedFilter,
  type FeedQuery,
  type ItemKind,
  type RowFragment,
} from '../../operations/graphql.generated.ts';
import { ask } from '../ask.ts';
import type { FeedSearch } from './feed-search.ts';
import { SEVERITIES, URGENCIES } from './grades.ts';

/** Within what one operation may cost, whatever is asked of a row. */
export const PAGE = 80;

const KINDS = ['WARNING', 'PRACTICE'] as const satisfies ItemKind[];

/** What of a list of names in an address is known. */
const known = <Name extends string>(names: readonly Name[], text: string | undefined): Name[] =>
  (text ?? '').split(',').filter((each): each is Name => (names as readonly string[]).includes(each));

export const filterOf = (search: FeedSearch, word: string): FeedFilter => {
  const [severities, urgencies] = [known(SEVERITIES, search.severity), known(URGENCIES, search.urgency)];
  const [kind] = known(KINDS, search.kind);
  const sectors = (search.sector ?? '').split(',').filter(Boolean).slice(0, 10);
  return {
    ...(sectors.length === 0 ? {} : { sectors }),
    ...(severities.length === 0 ? {} : { severities }),
    ...(urgencies.length === 0 ? {} : { urgencies }),
    ...(kind === undefined ? {} : { kind }),
    ...(search.country === undefined ? {} : { country: search.country.toUpperCase() }),
    ...(search.exercise === undefined ? {} : { exercise: search.exercise }),
    ...(word === '' ? {} : { text: word }),
  };
};

/** `askedAt`: when this browser asked for the page, in milliseconds. */
type Page = FeedQuery & { readonly askedAt: number };

export const feedQuery = (filter: FeedFilter) =>
  infiniteQueryOptions({
    queryKey: ['feed', filter],
    queryFn: async ({ pageParam, signal }): Promise<Page> => {
      const askedAt = Date.now();
      const { feed } = await ask(FeedDocument, { first: PAGE, after: pageParam, filter }, { signal });
      // What was recalled while it was being read is not in it.
      const edges = feed.edges.map((edge) => ({ ...edge, node: inItsPlace(edge.node) }));
      return { feed: { ...feed, edges }, askedAt };
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ feed }: FeedQuery) => (feed.pageInfo.hasNextPage ? feed.pageInfo.endCursor : null),
  });

export const askedAtOf = (data: InfiniteData<Page, unknown> | undefined): number =>
  data?.pages[0]?.askedAt ?? Number.POSITIVE_INFINITY;

export const rowsOf = (data: InfiniteData<FeedQuery, unknown> | undefined): RowFragment[] => {
  const seen = new Set<string>();
  return (data?.pages ?? []).flatMap(({ feed }) =>
    feed.edges.map(({ node }) => node).filter(({ id }) => !seen.has(id) && seen.add(id)),
  );
};
