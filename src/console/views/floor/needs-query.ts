// What waits for an answer, whatever the list beside it is filtered by: what the hub says is asked for, however old, and the
// newest warnings.
import { queryOptions } from '@tanstack/react-query';
import { ask } from '../../app/ask.ts';
import { PAGE } from '../../app/feed/feed-query.ts';
import { inItsPlace } from '../../live/withdrawal.ts';
import { AskedDocument, FeedDocument, type RowFragment } from '../../operations/graphql.generated.ts';
import { readPages } from '../../operations/pages.ts';
import { needs, versionOf } from '../../ui/row/needs.ts';

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

type Found = Pick<Needed, 'isCut' | 'askedAt'> & { readonly found: readonly RowFragment[] };

const neededOf = ({ found, isCut, askedAt }: Found): Needed => ({
  rows: needs(found).map(inItsPlace),
  isCut,
  askedAt,
  looked: new Set(found.map(versionOf)),
});

/** What the hub says is asked for, however old: shown until the newest warnings have been looked at, which takes many requests. */
export const askedQuery = (exercise: string | undefined) =>
  queryOptions({
    queryKey: ['feed', 'asked', exercise ?? null],
    queryFn: async ({ signal }): Promise<Needed> => {
      const askedAt = Date.now();
      const { toAnswer } = await ask(AskedDocument, {}, { signal });
      const found = toAnswer.filter((each) => each.exercise === (exercise ?? null));
      return neededOf({ found, isCut: false, askedAt });
    },
  });

/** Read again whenever the feed is. */
export const needsQuery = (exercise: string | undefined) =>
  queryOptions({
    queryKey: ['feed', 'needs', exercise ?? null],
    queryFn: async ({ signal, client }): Promise<Needed> => {
      // One that is under way is not asked a second time.
      const { askedAt, rows } = await client.fetchQuery({ ...askedQuery(exercise), staleTime: 0 });
      const filter = { kind: 'WARNING' as const, ...(exercise === undefined ? {} : { exercise }) };
      const page = async (after: string | null) =>
        (await ask(FeedDocument, { first: PAGE, after, filter }, { signal })).feed;
      const { nodes, hasMore } = await readPages(page, MOST_PAGES);
      return neededOf({ found: [...rows, ...nodes], isCut: hasMore, askedAt });
    },
  });
