// What a version asks of whoever gets it.
import type { Summary } from '../warning.ts';
import type { Asking } from './asking.ts';

type Asks = Pick<Summary, 'level' | 'answerBy' | 'updatedAt' | 'recall' | 'messageType'>;

/** Null where no answer is asked for. */
export const askedBy = ({ level, answerBy, updatedAt, recall, messageType }: Asks): Asking | null => {
  const from = new Date(updatedAt);
  if (recall !== undefined) return { for: 'RECALL', from, due: null };
  if (messageType === 'CANCEL' || level === undefined || level === 'INFORMATION') return null;
  return answerBy === undefined ? null : { for: level, from, due: new Date(answerBy) };
};

/** Whether a correction asks the same as before, so that answers to it stand; a recall asks to be confirmed by itself. */
export const asksTheSame = (one: Asks, other: Asks): boolean =>
  one.level === other.level &&
  one.answerBy === other.answerBy &&
  (one.recall === undefined) === (other.recall === undefined);
