// Checks the position of syntax errors against JSON.parse: whether there is one, and where, if it reports that.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { brokenPlace } from '../../src/json/json-place.ts';
import { seed } from '../support/seed.ts';

/** Null for valid JSON, else the position that the engine reports, or `unsaid`. */
function judged(text: string): number | 'unsaid' | null {
  try {
    JSON.parse(text);
    return null;
  } catch (error) {
    const said = /at position (\d+)/.exec(String(error));
    return said === null ? 'unsaid' : Number(said[1]);
  }
}

describe('the place where JSON is broken', () => {
  test.each([
    ['{"a":1,\n "b":}', 13],
    ['', 0],
    ['[1', 2],
    ['[1,]', 3],
    ['{"a":1,}', 7],
    ['{"a" 1}', 5],
    ['[1}', 2],
    ['{"a":1]', 6],
    ['tru', 0],
    ['01', 1],
    ['1.', 1],
    ['"\\x"', 1],
    ['"a\nb"', 2],
    ['"a', 2],
    ['[] []', 3],
    ['[null,true,false,-0.5e+3,"\\u00e9",{"a":{}}] ', null],
  ])('%j', (text, place) => {
    expect(brokenPlace(text)).toBe(place);
    expect(judged(text) === null).toBe(place === null);
  });

  test('reports an error exactly where JSON.parse refuses', () => {
    const signs = [...'{}[]:,"\\ntrue0-.eE1u \u00a0'];
    const broken = fc.oneof(
      fc.string({ unit: fc.constantFrom(...signs), maxLength: 12 }),
      fc.tuple(fc.json(), fc.nat(), fc.constantFrom(...signs, '')).map(([json, place, sign]) => {
        const at = place % (json.length + 1);
        return json.slice(0, at) + sign + json.slice(at + 1);
      }),
    );
    let refused = 0;
    let placed = 0;
    fc.assert(
      fc.property(broken, (text) => {
        const [found, wanted] = [brokenPlace(text), judged(text)];
        expect({ text, isJson: found === null }).toEqual({ text, isJson: wanted === null });
        if (wanted === null) return;
        refused += 1;
        // In a word, a number or an escape the engine reports the invalid character, this function the start.
        if (typeof wanted === 'number' && found !== null) {
          placed += 1;
          expect(found).toBeLessThanOrEqual(wanted);
          expect(text.slice(found, wanted)).toMatch(/^[\\\w.+-]*$/);
        }
      }),
      { seed: seed(), numRuns: 5_000 },
    );
    expect(refused).toBeGreaterThan(1_000);
    expect(placed).toBeGreaterThan(100);
  });

  test('deep nesting takes linear time', () => {
    expect(brokenPlace('['.repeat(1_000_000))).toBe(1_000_000);
    expect(brokenPlace(`"${'\\\\'.repeat(500_000)}`)).toBe(1_000_001);
  });
});
