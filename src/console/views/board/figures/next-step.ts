// What the hub does next by itself where answers are due: it reminds, and of an essential action goes on to alternates and to the member
// outside. Nobody presses for that.
import { remindersOf, type TimedStep } from '../../../../domain/answer/asking.ts';
import type { BoardItem } from '../board-query.ts';

type Item = Pick<BoardItem, 'level' | 'answerBy' | 'publishedAt' | 'updatedAt' | 'recall' | 'state'>;

/** `at` is null where only the hub knows it. */
export type NextStep = { readonly step: TimedStep; readonly at: string | null };

/**
 * From when it may have been asked: a correction that asks the same goes on from when that was asked first, and which it does only
 * the hub knows. Each step is at its earliest or latest with one of these.
 */
const mayBeFrom = ({ publishedAt, updatedAt }: Item, due: number): Date[] => {
  const [first, last] = [Date.parse(publishedAt), Date.parse(updatedAt)];
  return [first, Math.max(first, Math.min(due, last)), last].map((at) => new Date(at));
};

/** Undefined where it asks nothing by a time, or its next step is not certain; null where every step is over. */
export const nextStepOf = (item: Item, now: number): NextStep | null | undefined => {
  const { level, answerBy, recall, state } = item;
  if (level === 'INFORMATION' || answerBy === null || recall !== null || state === 'CANCELLED')
    return undefined;
  const due = new Date(answerBy);
  const [next, ...others] = mayBeFrom(item, due.getTime()).map(
    (from) => remindersOf({ for: level, from, due }).find(({ at }) => at.getTime() > now) ?? null,
  );
  if (next === undefined || others.some((other) => other?.step !== next?.step)) return undefined;
  if (next === null) return null;
  const isKnown = others.every((other) => other?.at.getTime() === next.at.getTime());
  return { step: next.step, at: isKnown ? next.at.toISOString() : null };
};
