// The deliveries of a warning, all pages, and what the publisher counts in them.
import { queryOptions } from '@tanstack/react-query';
import { ask } from '../../app/ask.ts';
import {
  BoardDocument,
  type BoardQuery,
  DeliveriesDocument,
  type DeliveriesQuery,
} from '../../operations/graphql.generated.ts';
import { readPages } from '../../operations/pages.ts';
import { standingAnswer } from '../../ui/row/answered.ts';

type Connection = NonNullable<NonNullable<DeliveriesQuery['warning']>['deliveries']>;
export type BoardItem = NonNullable<BoardQuery['warning']>;
export type Delivery = Connection['edges'][number]['node'];

const MOST_PAGES = 200;
const REFRESH_MS = 10_000;

export const boardQuery = (id: string) =>
  queryOptions({
    queryKey: ['board', id],
    queryFn: async ({ signal }) => (await ask(BoardDocument, { id }, { signal })).warning,
    // Who has not confirmed a recall is in it, and the version that an act is over.
    refetchInterval: REFRESH_MS,
  });

/** Null deliveries: the item is not one's own. */
export const deliveriesQuery = (id: string) =>
  queryOptions({
    queryKey: ['board', id, 'deliveries'],
    queryFn: async ({ signal }) => {
      const page = async (after: string | null) =>
        (await ask(DeliveriesDocument, { id, after }, { signal })).warning?.deliveries ?? null;
      return (await readPages(page, MOST_PAGES))?.nodes ?? null;
    },
    refetchInterval: REFRESH_MS,
  });

export const isLate = (
  { answerBy, isAnswerDue }: Pick<Delivery, 'answerBy' | 'isAnswerDue'>,
  now: number,
): boolean => isAnswerDue && answerBy !== null && Date.parse(answerBy) < now;

/** From sending to the first answer, in minutes; null until there is one. */
export const minutesToAnswer = ({ sentAt, acknowledgedAt }: Delivery): number | null =>
  sentAt === null || acknowledgedAt === null
    ? null
    : Math.max(0, Math.round((Date.parse(acknowledgedAt) - Date.parse(sentAt)) / 60_000));

/** Who asks for help first, then who has not answered, then the rest by name. */
const RANK = {
  NEED_HELP: 0,
  none: 1,
  AFFECTED: 2,
  INVESTIGATING: 3,
  ACTED: 4,
  SEEN: 5,
  NOT_AFFECTED: 6,
} as const;

/** By name, then those without one by their number: whatever is answered, it stays. */
export const byName = (deliveries: readonly Delivery[]): Delivery[] =>
  deliveries.toSorted(
    (one, other) =>
      (one.organisation ?? 0) - (other.organisation ?? 0) || one.member.name.localeCompare(other.member.name),
  );

export const inOrder = (deliveries: readonly Delivery[]): Delivery[] =>
  [...deliveries].sort(
    (one, other) =>
      RANK[standingAnswer(one) ?? 'none'] - RANK[standingAnswer(other) ?? 'none'] ||
      one.member.name.localeCompare(other.member.name),
  );
