// How the recipients of one item have answered, in a few figures for the list of what this member published.
import { queryOptions } from '@tanstack/react-query';
import { ask } from '../../../app/ask.ts';
import { FiguresDocument, type FiguresQuery } from '../../../operations/graphql.generated.ts';
import { type Found, readPages } from '../../../operations/pages.ts';
import { isAnswered, standingAnswer } from '../../../ui/row/answered.ts';
import { isLate } from '../board-query.ts';
import type { OwnRow } from '../own-query.ts';
import { atMost } from './at-most.ts';

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
  overdue: deliveries.filter((each) => isLate(each, now)).length,
  hasMore,
});

const GOING_ON_MS = 30 * 24 * 3_600_000;

/** Nobody answers any more what is over, or was sent or due long ago: that is read on its board alone. */
export const isGoingOn = (
  { state, recall, updatedAt, answerBy }: Pick<OwnRow, 'state' | 'recall' | 'updatedAt' | 'answerBy'>,
  now: number,
): boolean => {
  const last = Math.max(Date.parse(updatedAt), answerBy === null ? 0 : Date.parse(answerBy));
  return (state === 'ACTIVE' || recall !== null) && now - last < GOING_ON_MS;
};

type Read = Found<Counted>;

/** Where everybody has answered the figures stay as they are. */
export const againAfter = (data: Read | null | undefined): number | false =>
  data === undefined || (data !== null && (data.hasMore || !data.nodes.every(isAnswered))) ? AGAIN_MS : false;

const AGAIN_MS = 60_000;

/** All rows of the list are there at once: what somebody presses meanwhile is not to wait for their figures. */
const inTurn = atMost(2);

const read = (id: string, signal: AbortSignal) =>
  readPages(
    async (after) => (await ask(FiguresDocument, { id, after }, { signal })).warning?.deliveries ?? null,
    MOST_PAGES,
  );

/** Null where the board is not one's own. */
export const figuresQuery = (id: string) =>
  queryOptions({
    queryKey: ['figures', id],
    queryFn: ({ signal }) => inTurn(() => read(id, signal)),
    staleTime: 15_000,
    refetchInterval: ({ state: { data } }) => againAfter(data),
  });
