// What waits for an answer, whatever the list beside it is filtered by: what the hub says is asked for, however old, and the
// newest warnings.
import { queryOptions } from '@tanstack/react-query';
import { ask } from '../../app/ask.ts';
import { inItsPlace } from '../../live/withdrawal.ts';
import {
  AskedDocument,
  FeedDocument,
  type FeedQuery,
  type RowFragment,
} from '../../operations/graphql.generated.ts';
import { PAGE } from './feed-query.ts';
import { needs, versionOf } from './needs.ts';

const MOST_PAGES = 25;
/** So many of the newest warnings are looked at. */
export const LOOKED_AT = PAGE * MOST_PAGES;

export type Needed = {
  /** The most pressing first. */
  readonly rows: readonly RowFragment[];
  /** There are older warnings, which were not looked at. */
  readonly isCut: boolean;
  readonly askedAt: number;
  /** `versionOf` of each that was looked at, whether or not it waits. */
  readonly looked: ReadonlySet<string>;
};

/** Read again whenever the feed is. */
export const needsQuery = (exercise: string | undefined) =>
  queryOptions({
    queryKey: ['feed', 'needs', exercise ?? null],
    queryFn: async ({ signal }): Promise<Needed> => {
      const askedAt = Date.now();
      const filter = { kind: 'WARNING' as const, ...(exercise === undefined ? {} : { exercise }) };
      const { toAnswer } = await ask(AskedDocument, {}, { signal });
      const found = toAnswer.filter((each) => each.exercise === (exercise ?? null));
      let after: string | null = null;
      let isCut = true;
      for (let page = 0; page < MOST_PAGES && isCut; page += 1) {
        const { feed }: FeedQuery = await ask(FeedDocument, { first: PAGE, after, filter }, { signal });
        found.push(...feed.edges.map(({ node }) => node));
        after = feed.pageInfo.endCursor;
        isCut = feed.pageInfo.hasNextPage;
      }
      return { rows: needs(found).map(inItsPlace), isCut, askedAt, looked: new Set(found.map(versionOf)) };
    },
  });
