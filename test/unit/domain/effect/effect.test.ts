// Figures of effect: percentiles, what is suppressed, and who counts as independent.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  type Course,
  effectOf,
  percentile,
  roundedCount,
  STEPS,
} from '../../../../src/domain/effect/effect.ts';
import { independentOf } from '../../../../src/domain/effect/feedback.ts';
import { runs, seed } from '../../../support/seed.ts';

const course = (
  member: number,
  minutes: Course['minutes'],
  sectors: readonly string[] = ['energy'],
): Course => ({
  member: `m${member}`,
  sectors,
  channel: 'FEED',
  minutes,
});

describe('figures', () => {
  test('are medians and 90th percentiles of what came so far', () => {
    const courses = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((at) => course(at, { SENT: 1, ANSWERED: at * 10 }));
    const [all, energy] = effectOf(courses);
    expect([all?.sector, energy?.sector]).toEqual([null, 'energy']);
    expect(all?.steps.find(({ step }) => step === 'ANSWERED')).toEqual({
      step: 'ANSWERED',
      median: 50,
      p90: 90,
    });
    expect(all?.steps.find(({ step }) => step === 'ACTED')).toEqual({
      step: 'ACTED',
      median: null,
      p90: null,
    });
  });

  test('of four members are suppressed, by cell and by step', () => {
    const four = [1, 2, 3, 4].map((at) => course(at, { SENT: 1, ANSWERED: 5 }));
    expect(effectOf(four)).toEqual([]);
    // A member that has many deliveries is still one.
    expect(effectOf([...four, ...four])).toEqual([]);
    const [all] = effectOf([...four, course(5, { SENT: 1 })]);
    expect(all?.steps.map(({ step, median }) => [step, median])).toEqual([
      ['SENT', 1],
      ['DELIVERED', null],
      ['OPENED', null],
      ['ANSWERED', null],
      ['ACTED', null],
    ]);
  });

  test('no figure is of fewer than five members, and none says how many', () => {
    const courses = fc.array(
      fc
        .tuple(
          fc.integer({ min: 1, max: 9 }),
          fc.subarray(['energy', 'health', 'telecom']),
          fc.dictionary(fc.constantFrom(...STEPS), fc.integer({ min: 0, max: 500 })),
        )
        .map(([member, sectors, minutes]) => course(member, minutes, sectors)),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(courses, (given) => {
        for (const { sector, steps } of effectOf(given)) {
          for (const { step, median } of steps) {
            const made = given.filter(
              ({ sectors, minutes }) =>
                (sector === null || sectors.includes(sector)) && minutes[step] !== undefined,
            );
            const members = new Set(made.map(({ member }) => member)).size;
            expect(median === null).toBe(members < 5);
          }
        }
      }),
      { seed: seed(), numRuns: runs(500) },
    );
  });

  test('a percentile is a value that occurred', () => {
    expect([percentile([], 0.5), percentile([7], 0.9), percentile([3, 1, 2], 0.5)]).toEqual([null, 7, 2]);
  });
});

describe('counts', () => {
  test('begin at five and go by fives', () => {
    expect([0, 4, 5, 9, 10, 23].map(roundedCount)).toEqual([null, null, 5, 5, 10, 20]);
  });

  test('take a member and its clients as one', () => {
    const party = (id: string, clients: readonly string[] = []) => ({ id, clients });
    expect(independentOf([party('a'), party('b'), party('c')])).toBe(3);
    expect(independentOf([party('a', ['b', 'x']), party('b'), party('c')])).toBe(2);
    expect(independentOf([party('a', ['b']), party('b', ['c']), party('c'), party('d')])).toBe(2);
    expect(independentOf([party('a', ['b']), party('b', ['a'])])).toBe(1);
    expect(independentOf([])).toBe(0);
  });
});
