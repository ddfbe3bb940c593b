// What a publisher is told to think of before it publishes.
import { describe, expect, test } from '@jest/globals';
import type { Alternative } from '../../../../src/domain/audience.ts';
import { type Considered, careFor, type Habit } from '../../../../src/domain/care/publish-care.ts';

const habit = (alternative: Alternative, tlp: Habit['tlp'] = 'GREEN'): Habit => ({
  audience: { alternatives: [alternative] },
  tlp,
});
const usual = Array.from({ length: 5 }, () => habit({ sectors: ['energy'], communities: ['nordic'] }));
const draft = (changes: Partial<Considered> = {}): Considered => ({
  ...habit({ sectors: ['energy'] }),
  recipients: 12,
  known: 12,
  unreached: 0,
  ...changes,
});
const codes = (...given: Parameters<typeof careFor>): string[] => careFor(...given).map(({ code }) => code);

describe('care', () => {
  test('says nothing of what is usual', () => {
    expect(codes(draft(), usual)).toEqual([]);
  });

  test('begins with a habit: five versions', () => {
    const other = draft({ ...habit({ communities: ['baltic'] }, 'CLEAR') });
    expect(codes(other, usual.slice(1))).toEqual([]);
    expect(codes(other, usual)).toEqual(['COMMUNITY_UNUSUAL', 'MARKING_UNUSUAL']);
  });

  test('names what was not addressed lately', () => {
    const [first] = careFor(draft(habit({ sectors: ['energy', 'health'], countries: ['FI'] })), usual);
    expect(first).toEqual({
      code: 'AUDIENCE_UNUSUAL',
      path: '$.audience',
      message: 'You have not lately addressed sector health, country FI.',
    });
    expect(codes(draft(habit({})), usual)).toEqual(['AUDIENCE_UNUSUAL']);
    expect(codes(draft(habit({})), [...usual, habit({})])).toEqual([]);
  });

  test('of few recipients only where they follow from a rule', () => {
    expect(codes(draft({ recipients: 4 }), usual)).toEqual(['AUDIENCE_SMALL']);
    expect(codes(draft({ recipients: 5 }), usual)).toEqual([]);
    const named = habit({ members: ['member--a'] });
    expect(codes(draft({ ...named, recipients: 1 }), usual)).toEqual([]);
  });

  test('of nobody, and of most whom nothing reaches', () => {
    expect(codes(draft({ recipients: 0, known: 0 }), usual)).toEqual(['AUDIENCE_REACHES_NOBODY']);
    expect(codes(draft({ unreached: 6 }), usual)).toEqual([]);
    expect(codes(draft({ unreached: 7 }), usual)).toEqual(['AUDIENCE_HARD_TO_REACH']);
    // Of fewer than five it would tell whom.
    expect(codes(draft({ known: 4, unreached: 4 }), usual)).toEqual([]);
    expect(codes(draft({ known: 5, unreached: 3 }), usual)).toEqual(['AUDIENCE_HARD_TO_REACH']);
    // Nobody has looked yet whether anything reaches them.
    expect(codes(draft({ known: 0, unreached: 0 }), usual)).toEqual([]);
  });
});
