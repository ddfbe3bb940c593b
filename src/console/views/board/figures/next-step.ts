// What the hub does next by itself where answers are due: it reminds, and of an essential action goes on to alternates and to the member
// outside. Nobody presses for that.
import { remindersOf, type TimedStep } from '../../../../domain/answer/asking.ts';
import type { BoardItem } from '../board-query.ts';

type Item = Pick<BoardItem, 'level' | 'answerBy' | 'updatedAt' | 'version' | 'recall' | 'state'>;

/** `at` is null where only the hub knows it: a correction that asks the same goes on from when that was asked first. */
export type NextStep = { readonly step: TimedStep; readonly at: string | null };

/** Undefined where it asks nothing by a time; null where every step is over. */
export const nextStepOf = (item: Item, now: number): NextStep | null | undefined => {
  const { level, answerBy, updatedAt, version, recall, state } = item;
  if (level === 'INFORMATION' || answerBy === null || recall !== null || state === 'CANCELLED')
    return undefined;
  const steps = remindersOf({ for: level, from: new Date(updatedAt), due: new Date(answerBy) });
  const next = steps.find(({ at }) => at.getTime() > now);
  if (next === undefined) return null;
  const isKnown = version === 1 || next.step === 'DUE';
  return { step: next.step, at: isKnown ? next.at.toISOString() : null };
};
