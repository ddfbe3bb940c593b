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
import { isAnswered, standingAnswer } from '../../ui/row/answered.ts';

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

const RANK = {
  NEED_HELP: 0,
  none: 2,
  AFFECTED: 3,
  INVESTIGATING: 4,
  ACTED: 5,
  SEEN: 6,
  NOT_AFFECTED: 7,
} as const;
const OVERDUE = 1;

/** Whoever needs its publisher first: who asks for help, who is overdue, who has not given what was asked. */
const rankOf = (delivery: Delivery, now: number): number => {
  const answer = standingAnswer(delivery);
  if (answer === 'NEED_HELP') return RANK.NEED_HELP;
  if (isLate(delivery, now)) return OVERDUE;
  return isAnswered(delivery) ? RANK[answer ?? 'none'] : RANK.none;
};

/** Whom it names before those that it reaches over a dependency. */
const wayOf = ({ reason }: Delivery): number => (reason.kind === 'DEPENDENCY' ? 1 : 0);

/** By name, then those without one by their number: whatever is answered, it stays. */
export const byName = <Named extends Pick<Delivery, 'organisation'> & { member: { name: string } }>(
  deliveries: readonly Named[],
): Named[] =>
  deliveries.toSorted(
    (one, other) =>
      (one.organisation ?? 0) - (other.organisation ?? 0) || one.member.name.localeCompare(other.member.name),
  );

export const inOrder = (deliveries: readonly Delivery[], now: number): Delivery[] =>
  byName(deliveries).sort((one, other) => rankOf(one, now) - rankOf(other, now) || wayOf(one) - wayOf(other));
