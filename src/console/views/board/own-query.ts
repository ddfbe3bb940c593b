// What this member published, in pages, newest first; what was recalled is called by what it said before.
import { type InfiniteData, infiniteQueryOptions } from '@tanstack/react-query';
import { ask } from '../../app/ask.ts';
import { PAGE } from '../../app/feed/feed-query.ts';
import { OwnDocument, type OwnQuery } from '../../operations/graphql.generated.ts';

export type OwnRow = OwnQuery['feed']['edges'][number]['node'];

/** Under a name of its own: the floor does not read again what is read here. */
export const ownQuery = (exercise: string | undefined) =>
  infiniteQueryOptions({
    queryKey: ['own', exercise ?? null],
    queryFn: ({ pageParam, signal }) =>
      ask(
        OwnDocument,
        { first: PAGE, after: pageParam, filter: exercise === undefined ? {} : { exercise } },
        { signal },
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ feed }: OwnQuery) => (feed.pageInfo.hasNextPage ? feed.pageInfo.endCursor : null),
  });

/** Each once, though it may come with two pages. */
export const ownRows = (data: InfiniteData<OwnQuery, unknown> | undefined): OwnRow[] => {
  const rows = (data?.pages ?? []).flatMap(({ feed }) => feed.edges.map(({ node }) => node));
  return [...new Map(rows.map((row) => [row.id, row])).values()].filter(({ whyMe }) => whyMe.kind === 'OWN');
};
