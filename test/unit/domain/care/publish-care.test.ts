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
  former: null,
  nameOf: (id) => id.replace('member--', ''),
  recipients: 12,
  areNamed: false,
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
    const named = draft({ ...habit({ members: ['member--a'] }), areNamed: true, recipients: 1, known: 1 });
    expect(codes(named, [])).toEqual([]);
  });

  test('names a member and a person that it has not named lately', () => {
    const named = draft(habit({ members: ['member--b', 'member--a'], persons: ['c/1'] }));
    expect(careFor(named, usual)[0]?.message).toBe(
      'You have not lately addressed member a, member b, person c/1.',
    );
    expect(
      codes(named, [...usual, habit({ members: ['member--a', 'member--b'], persons: ['c/1'] })]),
    ).toEqual([]);
  });

  test('of a further version speaks of what is new in it', () => {
    const former = habit({ communities: ['baltic'] }, 'AMBER');
    const widened = { audience: { alternatives: [{ communities: ['baltic'] }, { countries: ['FI'] }] } };
    expect(codes(draft({ ...former, former }), usual)).toEqual([]);
    expect(codes(draft({ ...former, ...widened, former }), usual)).toEqual(['AUDIENCE_UNUSUAL']);
    expect(codes(draft({ ...former, tlp: 'CLEAR', former }), usual)).toEqual(['MARKING_UNUSUAL']);
    // What it had itself makes no habit.
    expect(codes(draft({ ...widened, former }), usual.slice(1))).toEqual([]);
  });

  test('of nobody, and of most whom nothing reaches', () => {
    expect(codes(draft({ recipients: 0, known: 0 }), usual)).toEqual(['AUDIENCE_REACHES_NOBODY']);
    expect(codes(draft({ unreached: 6 }), usual)).toEqual([]);
    expect(codes(draft({ unreached: 7 }), usual)).toEqual(['AUDIENCE_HARD_TO_REACH']);
    // Of fewer than five it would tell whom.
    expect(codes(draft({ known: 4, unreached: 4 }), usual)).toEqual([]);
    expect(codes(draft({ known: 5, unreached: 3 }), usual)).toEqual(['AUDIENCE_HARD_TO_REACH']);
    // Whom it names itself it has to call.
    const three = { ...habit({ members: ['a', 'b', 'c'] }), areNamed: true, recipients: 3, known: 3 };
    expect(codes(draft({ ...three, unreached: 1 }), [])).toEqual([]);
    const [hard] = careFor(draft({ ...three, unreached: 2 }), []);
    expect(hard).toMatchObject({ code: 'AUDIENCE_HARD_TO_REACH', path: '$.audience' });
    expect(hard?.message).toMatch(/^Most organisations that you name have no way/);
    const one = { areNamed: true, recipients: 1, known: 1, unreached: 1, ...habit({ members: ['a'] }) };
    expect(careFor(draft(one), [])[0]?.message).toMatch(/^It goes to one organisation, which has no way/);
    // Nobody has looked yet whether anything reaches them.
    expect(codes(draft({ known: 0, unreached: 0 }), usual)).toEqual([]);
  });
});
