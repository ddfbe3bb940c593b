// The lists of patterns that OASIS' parser, matcher and library test themselves with.
import { describe, expect, test } from '@jest/globals';
import { parsePattern, patternKey } from 'stix2-ts/pattern';
import { readCases } from './cases.ts';

describe('patterns', () => {
  test('each of the syntax list is valid or not as the parser says', () => {
    const cases = readCases<{ pattern: string; valid: boolean }>('pattern-syntax.json');
    const others = cases.filter((one) => parsePattern(one.pattern).ok !== one.valid);
    expect(others).toEqual([]);
    expect(cases).toHaveLength(71);
  });

  test('each pair is equivalent or not as the library says', () => {
    const pairs = readCases<{ a: string; b: string; equivalent: boolean }>('pattern-equivalence.json');
    const others = pairs.filter(({ a, b, equivalent }) => (patternKey(a) === patternKey(b)) !== equivalent);
    expect(others).toEqual([]);
    expect(pairs).toHaveLength(46);
  });
});
