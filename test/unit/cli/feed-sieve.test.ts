// What `tocsin feed --unanswered` keeps: whatever waits for the reader, and nothing else.
import { expect, test } from '@jest/globals';
import type { ShownWarning } from '../../../src/cli/client/warning-fields.ts';
import { sieveOf } from '../../../src/cli/feed/feed-sieve.ts';

const keeps = (state: string, kind: string, delivery: object | null): boolean | undefined =>
  sieveOf({ unanswered: true })?.keeps({
    state,
    whyMe: { kind },
    myDelivery: delivery,
  } as unknown as ShownWarning);

test.each([
  ['what is in force and has no answer', 'ACTIVE', 'ADDRESSED', { answer: null, isAnswerDue: false }, true],
  ['what is only readable', 'ACTIVE', 'ADDRESSED', null, true],
  ['a recommendation that was only seen', 'ACTIVE', 'ADDRESSED', { answer: 'SEEN', isAnswerDue: true }, true],
  ['one that is looked into', 'ACTIVE', 'ADDRESSED', { answer: 'INVESTIGATING', isAnswerDue: true }, true],
  ['a recall to confirm', 'CANCELLED', 'ADDRESSED', { answer: null, isAnswerDue: true }, true],
  ['what was answered', 'ACTIVE', 'ADDRESSED', { answer: 'SEEN', isAnswerDue: false }, false],
  ['what has ended', 'EXPIRED', 'ADDRESSED', { answer: null, isAnswerDue: false }, false],
  ['one of their own', 'ACTIVE', 'OWN', null, false],
])('%s', (_what, state, kind, delivery, isKept) => {
  expect(keeps(state, kind, delivery)).toBe(isKept);
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
