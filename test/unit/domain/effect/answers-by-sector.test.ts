// The roll-up of answers by sector: what is few is not shown, and cannot be worked out from what is.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ACKNOWLEDGEMENTS } from '../../../../src/domain/answer/answers.ts';
import {
  type Answerer,
  type AnswersBySector,
  answersBySector,
} from '../../../../src/domain/effect/answers-by-sector.ts';
import { runs, seed } from '../../../support/seed.ts';

const some = (count: number, of: Partial<Answerer>): Answerer[] =>
  Array.from({ length: count }, () => ({ sector: 'energy', answer: null, ...of }));

describe('answers by sector', () => {
  test('begin at five and go down to fives', () => {
    const { all, sectors } = answersBySector([
      ...some(7, { answer: 'ACTED' }),
      ...some(4, { answer: 'SEEN' }),
      ...some(6, { sector: 'health' }),
    ]);
    expect(all?.members).toBe(15);
    expect(sectors).toEqual([
      { sector: 'energy', members: 10, answers: [{ answer: 'ACTED', members: 5 }] },
      { sector: 'health', members: 5, answers: [{ answer: null, members: 5 }] },
    ]);
    expect(answersBySector(some(4, {}))).toEqual({ all: null, sectors: [] });
  });

  test('count a small sector among the others, and the smallest shown one with it where these are few', () => {
    const small = [...some(3, { sector: 'food' }), ...some(3, { sector: null })];
    const shown = [...some(9, { sector: 'energy' }), ...some(5, { sector: 'health' })];
    expect(answersBySector([...small, ...shown]).sectors.map(({ sector }) => sector)).toEqual([
      'energy',
      'health',
      null,
    ]);
    const fewer = answersBySector([...small.slice(0, 3), ...shown]);
    expect(fewer.sectors.map(({ sector, members }) => [sector, members])).toEqual([
      ['energy', 5],
      [null, 5],
    ]);
  });

  test('of all together say no more than the others, where one sector alone does not show an answer', () => {
    const { all, sectors } = answersBySector([
      ...some(8, { answer: 'ACTED' }),
      ...some(4, { answer: 'ACTED', sector: 'health' }),
      ...some(6, { answer: 'SEEN', sector: 'health' }),
    ]);
    expect(sectors[1]?.answers).toEqual([{ answer: 'SEEN', members: 5 }]);
    // Twelve have acted; ten would leave a rest of the four in health.
    expect(all?.answers).toEqual([
      { answer: 'SEEN', members: 5 },
      { answer: 'ACTED', members: 5 },
    ]);
  });
});

const SECTORS = ['energy', 'health', 'food', 'transport', null] as const;
const recipients: fc.Arbitrary<Answerer[]> = fc.array(
  fc.record({
    sector: fc.constantFrom(...SECTORS),
    answer: fc.constantFrom(...ACKNOWLEDGEMENTS, null),
  }),
  { maxLength: 60 },
);

const rowsIn = ({ all, sectors }: AnswersBySector) => [...(all === null ? [] : [all]), ...sectors];

test('every number is five or more, a multiple of five, and no more than there are', () => {
  fc.assert(
    fc.property(recipients, (given) => {
      const found = answersBySector(given);
      for (const { sector, members, answers } of rowsIn(found)) {
        for (const number of [members, ...answers.map((each) => each.members)])
          expect(number >= 5 && number % 5 === 0).toBe(true);
        const of = given.filter((each) => sector === null || each.sector === sector);
        for (const { answer, members: count } of answers)
          expect(count).toBeLessThanOrEqual(of.filter((each) => each.answer === answer).length);
      }
    }),
    { numRuns: runs(100), seed: seed() },
  );
});

test('what is left of all beside the shown sectors is nothing, or five and more, and no group has fewer than five', () => {
  fc.assert(
    fc.property(recipients, (given) => {
      const { all, sectors } = answersBySector(given);
      if (all === null || sectors.length === 0) return;
      const named = new Set(sectors.map(({ sector }) => sector));
      const others = given.filter(({ sector }) => sector === null || !named.has(sector));
      expect(named.has(null)).toBe(others.length > 0);
      if (others.length > 0) expect(others.length).toBeGreaterThanOrEqual(5);
      for (const answer of [...ACKNOWLEDGEMENTS, null]) {
        const numberIn = (row: (typeof sectors)[number]): number | null =>
          row.answers.find((each) => each.answer === answer)?.members ?? null;
        const total = numberIn(all);
        const shown = sectors.map(numberIn);
        if (total === null) continue;
        const rest = total - shown.reduce<number>((sum, each) => sum + (each ?? 0), 0);
        expect(rest <= 0 || rest >= 5).toBe(true);
        if (shown.filter((each) => each === null).length === 1) expect(rest).toBeLessThanOrEqual(0);
      }
    }),
    { numRuns: runs(100), seed: seed() },
  );
});
