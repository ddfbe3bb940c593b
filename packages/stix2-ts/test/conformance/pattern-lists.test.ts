// The pattern lists from the tests of OASIS's parser, matcher and library.
import { describe, expect, test } from '@jest/globals';
import { parsePattern, patternKey } from 'stix2-ts/pattern';
import { readCases } from './cases.ts';

describe('patterns', () => {
  test('agrees with the parser on valid and invalid syntax', () => {
    const cases = readCases<{ pattern: string; valid: boolean }>('pattern-syntax.json');
    const others = cases.filter((one) => parsePattern(one.pattern).ok !== one.valid);
    expect(others).toEqual([]);
    expect(cases).toHaveLength(71);
  });

  test('agrees with the library on equivalent pairs', () => {
    const pairs = readCases<{ a: string; b: string; equivalent: boolean }>('pattern-equivalence.json');
    const others = pairs.filter(({ a, b, equivalent }) => (patternKey(a) === patternKey(b)) !== equivalent);
    expect(others).toEqual([]);
    expect(pairs).toHaveLength(46);
  });
});
