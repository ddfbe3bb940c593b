import { describe, expect, test } from '@jest/globals';
import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { canonical } from '../../src/json/canonical.ts';
import { seed } from '../support/seed.ts';

describe('canonical JSON (RFC 8785)', () => {
  test.each([
    ['{"b":1,"a":2}', '{"a":2,"b":1}'],
    ['{"10":1,"9":2,"a":3,"1":4}', '{"1":4,"10":1,"9":2,"a":3}'],
    ['{"__proto__":{"x":1},"a":2}', '{"__proto__":{"x":1},"a":2}'],
    ['[1e21,1E-7,0.1,100,-0]', '[1e+21,1e-7,0.1,100,0]'],
    ['"\\u20ac\\u001f\\"\\\\\\/\\n"', '"€\\u001f\\"\\\\/\\n"'],
    [
      '{"\\u20ac":1,"\\r":2,"\\ufb33":3,"1":4,"\\ud83d\\ude00":5,"\\u0080":6,"\\u00f6":7}',
      '{"\\r":2,"1":4,"\u0080":6,"ö":7,"€":1,"😀":5,"\ufb33":3}',
    ],
    ['[null,true,false,[],{}]', '[null,true,false,[],{}]'],
  ])('%s', (text, wanted) => {
    expect(canonical(JSON.parse(text))).toBe(wanted);
  });

  test('matches the published test data byte for byte', () => {
    const values = fc.jsonValue({ maxDepth: 5, stringUnit: 'grapheme' });
    const property = fc.property(values, (value) => {
      expect(canonical(value)).toBe(canonicalize(value));
    });
    fc.assert(property, { seed: seed(), numRuns: 2_000 });
  });

  test('throws on values that JSON cannot express', () => {
    expect(() => canonical('\ud800')).toThrow(RangeError);
    expect(() => canonical({ 'a\udc00': 1 })).toThrow(RangeError);
    expect(() => canonical(Number.NaN)).toThrow(RangeError);
    expect(() => canonical([Number.POSITIVE_INFINITY])).toThrow(RangeError);
  });

  test('leaves out undefined properties', () => {
    expect(canonical({ a: undefined, b: 1 })).toBe('{"b":1}');
  });
});
