// How the recipients of one item have answered, in a few figures for the list of what this member published.
import { queryOptions } from '@tanstack/react-query';
import { ask } from '../../../app/ask.ts';
import { FiguresDocument, type FiguresQuery } from '../../../operations/graphql.generated.ts';
import { isAnswered, standingAnswer } from '../../../ui/row/answered.ts';

type Connection = NonNullable<NonNullable<FiguresQuery['warning']>['deliveries']>;
export type Counted = Connection['edges'][number]['node'];

export type Figures = {
  readonly recipients: number;
  readonly answered: number;
  readonly needHelp: number;
  readonly overdue: number;
  /** There are more than were counted. */
  readonly hasMore: boolean;
};

/** Whoever looks at more opens the board. */
const MOST_PAGES = 4;

export const figuresOf = (deliveries: readonly Counted[], hasMore: boolean, now: number): Figures => ({
  recipients: deliveries.length,
  answered: deliveries.filter(isAnswered).length,
  needHelp: deliveries.filter((each) => standingAnswer(each) === 'NEED_HELP').length,
  overdue: deliveries.filter(
    ({ isAnswerDue, answerBy }) => isAnswerDue && answerBy !== null && Date.parse(answerBy) < now,
  ).length,
  hasMore,
});

/** Null where the board is not one's own. */
export const figuresQuery = (id: string) =>
  queryOptions({
    queryKey: ['figures', id],
    queryFn: async ({ signal }) => {
      const deliveries: Counted[] = [];
      let after: string | null = null;
      let hasMore = true;
      for (let page = 0; page < MOST_PAGES && hasMore; page += 1) {
        const { warning }: FiguresQuery = await ask(FiguresDocument, { id, after }, { signal });
        if (warning?.deliveries == null) return null;
        deliveries.push(...warning.deliveries.edges.map(({ node }) => node));
        ({ endCursor: after, hasNextPage: hasMore } = warning.deliveries.pageInfo);
      }
      return { deliveries, hasMore };
    },
    staleTime: 15_000,
    refetchInterval: 60_000,
  });
