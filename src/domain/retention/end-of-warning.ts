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

/** Whether its readers are told when it ends. What is quiet notifies nobody. */
export const isEndTold = ({ kind, messageType, validUntil }: Ending, isQuiet: boolean): boolean =>
  kind === 'WARNING' && messageType !== 'CANCEL' && validUntil !== null && !isQuiet;
