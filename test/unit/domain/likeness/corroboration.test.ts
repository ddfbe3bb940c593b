// Corroboration counts independent sources: a relay, or one publisher under many names, adds none.
import { describe, expect, test } from '@jest/globals';
import { type AssertionSource, countIndependent } from '../../../../src/domain/likeness/corroboration.ts';
import { randomOf } from '../../../support/random.ts';
import { seed } from '../../../support/seed.ts';

const sourcesFrom = (...pairs: string[]): AssertionSource[] =>
  pairs.map((pair) => {
    const [publisher = '', producer = ''] = pair.split(':');
    return { publisher, producer };
  });

describe('independent sources', () => {
  test.each([
    [[], 0],
    [['a:a'], 1],
    [['a:a', 'a:a'], 1],
    [['a:a', 'b:b'], 2],
    // b relays a.
    [['a:a', 'b:a'], 1],
    // a sharing centre that relays both adds nothing and joins nothing
    [['a:a', 'b:b', 'c:a', 'c:b'], 2],
    [['a:a', 'b:b', 'c:a', 'c:c'], 3],
    // one publisher, many names
    [['a:x', 'a:y', 'a:z'], 1],
    [['a:x', 'b:x', 'a:y'], 2],
  ] as [string[], number][])('%j are %i', (pairs, count) => {
    expect(countIndependent(sourcesFrom(...pairs))).toBe(count);
  });

  test('more assertions never lower the count, and each raises it by at most one, in any order', () => {
    const random = randomOf(seed());
    for (let round = 0; round < 300; round += 1) {
      const assertions = Array.from({ length: 1 + random.below(9) }, () => ({
        publisher: `p${random.below(5)}`,
        producer: `q${random.below(5)}`,
      }));
      const counts = assertions.map((_, index) => countIndependent(assertions.slice(0, index + 1)));
      for (const [index, count] of counts.entries()) {
        const before = counts[index - 1] ?? 0;
        expect([assertions, count - before]).toEqual([assertions, count === before ? 0 : 1]);
      }
      expect(countIndependent(assertions.toReversed())).toBe(counts.at(-1));
    }
  });
});
