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

  const medians = (given: readonly Course[]): Record<string, number | null> =>
    Object.fromEntries(
      effectOf(given).map(({ sector, steps }) => [
        sector ?? 'all',
        steps.find(({ step }) => step === 'ANSWERED')?.median ?? null,
      ]),
    );
  const answering = (from: number, count: number, sectors: readonly string[]): Course[] =>
    Array.from({ length: count }, (_, at) => course(from + at, { ANSWERED: from + at }, sectors));

  test('of a sector are withheld where what all have more is of a few', () => {
    const energy = answering(11, 5, ['energy']);
    expect(medians([...energy, ...answering(437, 1, ['water'])])).toEqual({ all: 13, energy: null });
    expect(medians([...energy, ...answering(437, 5, ['water'])])).toEqual({
      all: 15,
      energy: 13,
      water: 439,
    });
    // One of neither is what all have more than both: the smaller of the two is withheld.
    const health = answering(900, 1, ['health']);
    const both = [...energy, ...answering(437, 6, ['water']), ...health];
    expect(medians(both)).toMatchObject({ energy: null, water: 439 });
    // A sector that holds another one, and a few more.
    const held = answering(30, 2, ['power']);
    const wide = energy.map((each) => ({ ...each, sectors: ['energy', 'power'] }));
    expect(medians([...wide, ...held, ...answering(500, 9, ['water'])])).toMatchObject({
      energy: null,
      power: 14,
    });
  });

  test('of what a member did are withheld where two channels differ by a few members', () => {
    const fed = answering(10, 12, ['energy']);
    const mailed = (count: number) =>
      fed.slice(0, count).map((each): Course => ({ ...each, channel: 'MAIL' }));
    const shown = (courses: readonly Course[]) =>
      effectOf(courses)
        .filter(({ sector }) => sector === null)
        .map(({ channel, steps }) => [channel, steps.find(({ step }) => step === 'ANSWERED')?.median]);
    // Who answered after FEED and not after MAIL is the one that has no mail.
    expect(shown([...fed, ...mailed(11)])).toEqual([
      ['FEED', expect.any(Number)],
      ['MAIL', null],
    ]);
    for (const count of [12, 7])
      expect(shown([...fed, ...mailed(count)])).toEqual([
        ['FEED', expect.any(Number)],
        ['MAIL', expect.any(Number)],
      ]);
  });

  test('of fewer than ten values have no 90th percentile: it would be the largest', () => {
    const p90 = (count: number) =>
      effectOf(answering(10, count, []))[0]?.steps.find(({ step }) => step === 'ANSWERED')?.p90;
    expect([p90(9), p90(10)]).toEqual([null, expect.any(Number)]);
  });

  test('of one member that has most of the values are withheld', () => {
    const four = answering(1, 4, ['energy']);
    const own = Array.from({ length: 10 }, () => course(9, { ANSWERED: 77 }));
    expect(medians([...four, ...own])).toEqual({ all: null, energy: null });
    expect(medians([...four, ...own.slice(0, 4)])).toEqual({ all: null, energy: null });
    expect(medians([...four, ...own.slice(0, 3)])).toEqual({ all: 4, energy: 4 });
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
            if (members < 5) expect(median).toBeNull();
            // Whatever is shown of a sector has nobody, or five and more, beside it in all.
            const others = new Set(
              given.filter(({ minutes }) => minutes[step] !== undefined).map((each) => each.member),
            );
            for (const { member } of made) others.delete(member);
            if (median !== null && sector !== null) expect([1, 2, 3, 4]).not.toContain(others.size);
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
});
