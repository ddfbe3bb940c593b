// A moment that is none is said by the form at its field, by the path of what would be sent, and nothing is asked of the hub with it.
import { expect, test } from '@jest/globals';
import { isFilled } from '../../../../src/console/views/partnership/approvals/propose/forms.ts';
import { zoned } from '../../../../src/console/views/publish/as-written.ts';
import {
  EMPTY_ALTERNATIVE,
  emptyForm,
  NOTHING_SAID,
  noMomentsIn,
  warningOf,
} from '../../../../src/console/views/publish/form.ts';

const NONE = 'tomorrow';
const wrong = {
  ...emptyForm('WARNING', 'en'),
  level: 'RECOMMENDATION' as const,
  actions: [
    { text: '', by: '' },
    { text: 'Close it.', by: NONE },
  ],
  validUntil: '2026-12-01',
  answerBy: '1.12.2026 08:00',
  handling: { ...NOTHING_SAID, until: '8 pm' },
};

test('each moment that is none is named by its path; of what is not sent none is', () => {
  const paths = ['actions[1].by', 'validUntil', 'answerBy', 'handling.until'];
  expect(noMomentsIn(wrong).toSorted()).toEqual(paths.toSorted());
  expect(noMomentsIn({ ...wrong, level: 'INFORMATION' })).not.toContain('answerBy');
  expect(noMomentsIn({ ...wrong, kind: 'PRACTICE' })).toEqual(['handling.until']);
  expect(noMomentsIn({ ...wrong, kind: 'PRACTICE', handling: null })).toEqual([]);
  expect(noMomentsIn(emptyForm('WARNING', 'en'))).toEqual([]);
  const right = { ...wrong, validUntil: '2026-12-01T08:00' };
  expect(noMomentsIn(right)).not.toContain('validUntil');
  expect(warningOf(right).validUntil).toBe('2026-12-01T08:00:00.000Z');
});

test('what is no moment is shown as it was typed, without a zone', () => {
  expect(['2026-12-01T08:00', NONE, ''].map(zoned)).toEqual(['2026-12-01 08:00Z', NONE, '']);
});

test('nothing is proposed with an end that is no moment', () => {
  const texts = { warning: 'report--1', expectedVersion: '1' };
  const filled = (until: string): boolean =>
    isFilled('LOOSEN_HANDLING', { texts: { ...texts, until }, audience: EMPTY_ALTERNATIVE });
  expect(['2026-12-01T08:00', NONE].map(filled)).toEqual([true, false]);
});
