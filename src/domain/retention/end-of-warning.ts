// When a version ends, and when what it says is over.
import type { Summary } from '../warning.ts';

type Ending = Pick<Summary, 'kind' | 'messageType' | 'validUntil'>;

/** From when its class is counted: the end of its validity, if that is after it was published; else its publication. */
export const endOf = ({ messageType, validUntil }: Ending, publishedAt: Date): Date =>
  messageType === 'CANCEL' || validUntil === null
    ? publishedAt
    : new Date(Math.max(Date.parse(validUntil), publishedAt.getTime()));

/** Whether its validity is over; what is cancelled or recalled says so itself, and is never too late. */
export const isPast = (
  { messageType, validUntil, recall }: Pick<Summary, 'messageType' | 'validUntil' | 'recall'>,
  now: Date,
): boolean =>
  messageType !== 'CANCEL' &&
  recall === undefined &&
  validUntil !== null &&
  Date.parse(validUntil) <= now.getTime();

/**
 * Whether nobody is reminded of it any more by the hub: it was over before the answer was due. What was asked within its validity is
 * asked to its last step, though the validity ends with the time for the answer or soon after.
 */
export const isOverUnasked = (
  summary: Pick<Summary, 'messageType' | 'validUntil' | 'recall' | 'answerBy'>,
  now: Date,
): boolean => {
  const { validUntil, answerBy } = summary;
  const isAsked =
    validUntil !== null && answerBy !== undefined && Date.parse(answerBy) <= Date.parse(validUntil);
  return isPast(summary, now) && !isAsked;
};

/** Whether its readers are told when it ends. What is quiet notifies nobody. */
export const isEndTold = ({ kind, messageType, validUntil }: Ending, isQuiet: boolean): boolean =>
  kind === 'WARNING' && messageType !== 'CANCEL' && validUntil !== null && !isQuiet;
