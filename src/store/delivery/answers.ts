// How an answer is written into the row of a delivery: one stage of a pipeline, so that two answers at once are both kept.
import {
  type AcknowledgementAnswer,
  type DeliveryState,
  type GivenAnswer,
  MOST_ANSWERS,
} from '../../domain/delivery.ts';
import type { Filter } from '../connect.ts';
import type { DeliveryRow } from './row.ts';

export type Acknowledgement = Omit<GivenAnswer, 'answer'> & {
  /** Null leaves the answer that stands. */
  readonly answer: AcknowledgementAnswer | null;
  /** What null stands for where this version has no answer yet. */
  readonly otherwise: AcknowledgementAnswer;
  /** What is kept of an answer for one site, where the member as a whole has `answer`. */
  readonly said?: AcknowledgementAnswer;
  /** Answers that close what the version asks. */
  readonly closing: readonly AcknowledgementAnswer[];
};

/** The timestamps of a state, its own last: a received delivery was sent, even if the receipt arrived first. */
const STAMPS: Readonly<Record<DeliveryState, readonly ('sentAt' | 'receivedAt' | 'acknowledgedAt')[]>> = {
  PENDING: [],
  SENT: ['sentAt'],
  RECEIVED: ['sentAt', 'receivedAt'],
  ACKNOWLEDGED: ['sentAt', 'receivedAt', 'acknowledgedAt'],
  FAILED: [],
  WITHHELD: [],
};

/** Existing timestamps are kept. */
export const stampsAt = (state: DeliveryState, at: Date) =>
  Object.fromEntries(STAMPS[state].map((name) => [name, { $ifNull: [`$${name}`, at] }]));

const HAS_ANSWER = { $ne: [{ $ifNull: ['$answer', null] }, null] };

/** The answers before this one. The last may stand beside the list, where a hub of the release before wrote it. */
const ANSWERS_SO_FAR = {
  $let: {
    vars: { kept: { $ifNull: ['$answers', []] } },
    in: {
      $concatArrays: [
        '$$kept',
        {
          $cond: [
            { $and: [HAS_ANSWER, { $ne: [{ $last: '$$kept.at' }, '$acknowledgedAt'] }] },
            [{ answer: '$answer', note: '$note', by: '$acknowledgedBy', at: '$acknowledgedAt' }],
            [],
          ],
        },
      ],
    },
  },
};

/** Leaves a row alone where this says nothing that was not said before. */
export const unlessRepeated = ({ answer, note, by, site }: Acknowledgement): Filter<DeliveryRow> => {
  // What is said for a site is judged against that site, by the service.
  if (site !== undefined) return {};
  return answer === null && note === null
    ? { answer: null }
    : { $nor: [{ state: 'ACKNOWLEDGED', ...(answer === null ? {} : { answer }), note, acknowledgedBy: by }] };
};

/** One stage, so that two answers at once are both kept. */
export const answeredBy = (acknowledgement: Acknowledgement): object => {
  const { answer, otherwise, note, by, at, site, said: ofSite, closing } = acknowledgement;
  const stands = answer ?? { $ifNull: ['$answer', otherwise] };
  // In an aggregation pipeline a text that begins with $ is an expression; a person's text must not be.
  const [said, person] = [{ $literal: note }, { $literal: by }];
  const named = site === undefined ? {} : { site: { $literal: site } };
  const given = [{ answer: ofSite ?? stands, note: said, by: person, at, ...named }];
  const isClosing = { $in: [stands, [...closing]] };
  const whileOpen = (field: string) => ({ $cond: [isClosing, '$$REMOVE', `$${field}`] });
  return {
    ...stampsAt('ACKNOWLEDGED', at),
    acknowledgedAt: at,
    state: 'ACKNOWLEDGED',
    answer: stands,
    note: said,
    acknowledgedBy: person,
    failure: null,
    isOpen: whileOpen('isOpen'),
    nextStep: whileOpen('nextStep'),
    nextStepAt: whileOpen('nextStepAt'),
    closedAt: { $cond: [isClosing, { $ifNull: ['$closedAt', at] }, '$closedAt'] },
    answers: { $slice: [{ $concatArrays: [ANSWERS_SO_FAR, given] }, -MOST_ANSWERS] },
  };
};
