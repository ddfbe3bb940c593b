// What `tocsin feed --unanswered` keeps: whatever waits for the reader, and nothing else.
import { expect, test } from '@jest/globals';
import type { ShownWarning } from '../../../src/cli/client/warning-fields.ts';
import { sieveOf } from '../../../src/cli/feed/feed-sieve.ts';

const keeps = (state: string, kind: string, delivery: object | null, item = 'WARNING'): boolean | undefined =>
  sieveOf({ unanswered: true })?.keeps({
    kind: item,
    state,
    whyMe: { kind },
    myDelivery: delivery === null ? null : { isAnswered: false, ...delivery },
  } as unknown as ShownWarning);

test.each([
  ['what is in force and has no answer', 'ACTIVE', 'ADDRESSED', { answer: null, isAnswerDue: false }, true],
  ['what was brought to nobody, such as imported history', 'ACTIVE', 'ADDRESSED', null, false],
  ['a recommendation that was only seen', 'ACTIVE', 'ADDRESSED', { answer: 'SEEN', isAnswerDue: true }, true],
  ['one that is looked into', 'ACTIVE', 'ADDRESSED', { answer: 'INVESTIGATING', isAnswerDue: true }, true],
  ['a recall to confirm', 'CANCELLED', 'ADDRESSED', { answer: null, isAnswerDue: true }, true],
  ['what was answered', 'ACTIVE', 'ADDRESSED', { isAnswered: true, isAnswerDue: false }, false],
  ['what has ended', 'EXPIRED', 'ADDRESSED', { answer: null, isAnswerDue: false }, false],
  [
    'what was answered before a correction that asks the same',
    'ACTIVE',
    'ADDRESSED',
    { answer: null, isAnswered: true, isAnswerDue: false },
    false,
  ],
  ['one of their own', 'ACTIVE', 'OWN', null, false],
])('%s', (_what, state, kind, delivery, isKept) => {
  expect(keeps(state, kind, delivery)).toBe(isKept);
});

test('a practice waits only where it asks for an answer', () => {
  const given = { answer: null, isAnswerDue: false };
  expect(keeps('ACTIVE', 'ADDRESSED', given, 'PRACTICE')).toBe(false);
  expect(keeps('ACTIVE', 'ADDRESSED', { ...given, isAnswerDue: true }, 'PRACTICE')).toBe(true);
});

test('--state keeps what its word says on the list', () => {
  const kept = (wanted: string) =>
    [
      ['ACTIVE', 'ALERT'],
      ['ACTIVE', 'UPDATE'],
      ['EXPIRED', 'UPDATE'],
      ['CANCELLED', 'CANCEL'],
    ].filter(([state, messageType]) =>
      sieveOf({ state: [wanted] })?.keeps({ state, messageType } as unknown as ShownWarning),
    );
  expect(kept('active')).toHaveLength(2);
  expect(kept('updated')).toEqual([['ACTIVE', 'UPDATE']]);
  expect(kept('expired')).toEqual([['EXPIRED', 'UPDATE']]);
  expect(kept('cancelled')).toEqual([['CANCELLED', 'CANCEL']]);
});
