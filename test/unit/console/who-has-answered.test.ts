// Whom a publisher's board counts as having answered, and with what, over all versions.
import { expect, test } from '@jest/globals';
import { formerAnswer, isAnswered, standingAnswer } from '../../../src/console/ui/row/answered.ts';

type Delivery = Parameters<typeof isAnswered>[0];

const of = (changes: Partial<Delivery> = {}): Delivery => ({
  answer: null,
  isAnswered: false,
  answers: [],
  ...changes,
});
const given = (version: number, answer: 'AFFECTED' | 'SEEN' | 'NEED_HELP', site: string | null = null) => ({
  version,
  answer,
  site,
});

test('an answer stands where a correction asks the same, and it is said to which version it was', () => {
  const stands = of({
    isAnswered: true,
    answers: [given(2, 'SEEN', 'Dam'), given(1, 'AFFECTED'), given(1, 'SEEN')],
  });
  expect(isAnswered(stands)).toBe(true);
  expect(formerAnswer(stands)).toEqual(given(1, 'AFFECTED'));
  expect(standingAnswer(stands)).toBe('AFFECTED');
});

test('what is asked anew waits, whatever was answered before', () => {
  const answers = [given(1, 'AFFECTED')];
  for (const waits of [of({ answers }), of()]) {
    expect(isAnswered(waits)).toBe(false);
    expect([formerAnswer(waits), standingAnswer(waits)]).toEqual([null, null]);
  }
});

test('a call for help is still seen where an answer is asked anew, and waits, until something else is answered', () => {
  const help = of({ answers: [given(2, 'NEED_HELP'), given(1, 'AFFECTED')] });
  expect([isAnswered(help), formerAnswer(help), standingAnswer(help)]).toEqual([
    false,
    given(2, 'NEED_HELP'),
    'NEED_HELP',
  ]);
  const better = of({ answers: [given(2, 'AFFECTED'), given(1, 'NEED_HELP')] });
  expect(standingAnswer(better)).toBe(null);
  const answered = of({ answer: 'SEEN', answers: [given(3, 'SEEN'), given(2, 'NEED_HELP')] });
  expect(standingAnswer(answered)).toBe('SEEN');
});

test('the answer to this version comes before those to former ones, also where more is asked', () => {
  const answers = [given(2, 'SEEN'), given(1, 'AFFECTED')];
  const seen = of({ answer: 'SEEN', isAnswered: true, answers });
  expect([isAnswered(seen), formerAnswer(seen), standingAnswer(seen)]).toEqual([true, null, 'SEEN']);
  const asked = of({ answer: 'SEEN', answers });
  expect([isAnswered(asked), formerAnswer(asked), standingAnswer(asked)]).toEqual([false, null, 'SEEN']);
});
