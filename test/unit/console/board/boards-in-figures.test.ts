// The figures of a row of what a member published, and what the hub does next by itself where answers are due.
import { expect, test } from '@jest/globals';
import { type Counted, figuresOf } from '../../../../src/console/views/board/figures/figures-query.ts';
import { nextStepOf } from '../../../../src/console/views/board/figures/next-step.ts';

const NOW = Date.parse('2026-11-28T12:00:00Z');
const at = (hours: number): string => new Date(NOW + hours * 3_600_000).toISOString();

const delivery = (changes: Partial<Counted>): Counted => ({
  id: 'delivery--1',
  answer: null,
  answers: [],
  answerBy: at(2),
  isAnswerDue: true,
  isAnswered: false,
  ...changes,
});

test('who needs help is counted also where that was said to a former version, and what is overdue by its time', () => {
  const asked = [
    delivery({}),
    delivery({ answerBy: at(-1) }),
    delivery({ answer: 'ACTED', isAnswered: true, isAnswerDue: false, answerBy: at(-1) }),
    delivery({ answers: [{ version: 1, answer: 'NEED_HELP', site: null }] }),
  ];
  expect(figuresOf(asked, true, NOW)).toEqual({
    recipients: 4,
    answered: 1,
    needHelp: 1,
    overdue: 1,
    hasMore: true,
  });
});

const item = {
  level: 'ESSENTIAL_ACTION',
  answerBy: at(10),
  updatedAt: at(0),
  version: 1,
  recall: null,
  state: 'ACTIVE',
} as const;

test('half of the time, its end, then alternates and the member outside, and then nothing', () => {
  const steps = [1, 6, 10.5, 11.5, 13].map((hours) => nextStepOf(item, NOW + hours * 3_600_000));
  expect(steps).toEqual([
    { step: 'HALF', at: at(5) },
    { step: 'DUE', at: at(10) },
    { step: 'ALTERNATES', at: at(11) },
    { step: 'OUTSIDE', at: at(12) },
    null,
  ]);
});

test('a recommendation goes to nobody else; a correction may go on from when it was asked first', () => {
  const recommended = { ...item, level: 'RECOMMENDATION' } as const;
  expect(nextStepOf(recommended, NOW + 11 * 3_600_000)).toBeNull();
  const corrected = { ...item, version: 2 };
  expect(nextStepOf(corrected, NOW)).toEqual({ step: 'HALF', at: null });
  expect(nextStepOf(corrected, NOW + 6 * 3_600_000)).toEqual({ step: 'DUE', at: at(10) });
});

test('what asks nothing by a time, and what is recalled, has no steps', () => {
  expect(nextStepOf({ ...item, level: 'INFORMATION', answerBy: null }, NOW)).toBeUndefined();
  expect(nextStepOf({ ...item, state: 'CANCELLED' }, NOW)).toBeUndefined();
});
