import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { longestPattern, parsePattern, patternKey } from '../src/pattern/parse.ts';
import { seed } from './support/seed.ts';

describe('reading', () => {
  test.each([
    ["[file:name = 'a'", 16, 'the end of the pattern', "']', AND or OR"],
    ['[file.size = 1]', 5, '.', "':' after the object type"],
    ['[file:size = ]', 13, ']', 'a constant: a number'],
    ['[file:size LIKE 5]', 16, '5', 'a string in apostrophes'],
    ['[foo:bar=1] within 2 seconds', 12, 'within', 'the end of the pattern'],
    ['[foo:bar=1] WITHIN 0 SECONDS', 19, '0', 'a positive number'],
    ["[foo:bar=1] START t'2016-02-30T00:00:00Z' STOP t'2016-06-01T00:00:00Z'", 18, 't', 'a timestamp'],
    ["[foo:bar IN (1, 'a')]", 16, "'a'", 'constants of one kind'],
    ['[foo:a-b = 1]', 5, 'a-b', 'a property name (in apostrophes if it contains a hyphen)'],
    ["[foo:hashes.MD5 = 'xyz']", 18, "'xyz'", 'a MD5 hash'],
    ["[foo:bar = 'a\\b']", 11, "'", "\\\\ and \\' are the only escapes"],
    ["[foo:bar LIKE 'a]", 14, "'", 'a string that ends with an apostrophe'],
    ["[foo:bar = t'2016-02-30T00:00:00Z']", 11, 't', 'a time that exists'],
    ["[foo:bar = b'a']", 11, 'b', 'base64'],
    ["[foo:bar = h'abc']", 11, 'h', 'pairs of hexadecimal digits'],
    ['', 0, 'the end of the pattern', "'[' or '('"],
  ])('%s says where and what', (text, offset, found, expected) => {
    const reading = parsePattern(text);
    expect(reading).toMatchObject({ ok: false, offset, found });
    expect(reading.ok ? '' : reading.expected).toContain(expected);
  });

  test('AND binds tighter than OR, OR tighter than FOLLOWEDBY', () => {
    const reading = parsePattern('[a:b=1] FOLLOWEDBY [a:b=2] OR [a:b=3] AND [a:b=4]');
    expect(reading).toMatchObject({
      ok: true,
      ast: { kind: 'followedBy', operands: [{}, { kind: 'or', operands: [{}, { kind: 'and' }] }] },
    });
  });

  test('paths, constants, negation, existence, comments', () => {
    const text =
      "[a:b.'x-y'[*].c NOT IN (h'0aFF', h'') /* why */ AND NOT EXISTS a:d[0] OR a:e >= -1.5 // end\n]";
    expect(parsePattern(text).ok).toBe(true);
  });

  test('limits length and nesting', () => {
    const long = (length: number) => `[a:b = '${'x'.repeat(length - 10)}']`;
    expect(parsePattern(long(longestPattern)).ok).toBe(true);
    expect(parsePattern(long(longestPattern + 1))).toMatchObject({ ok: false, offset: longestPattern });
    const nested = (levels: number) => `${'('.repeat(levels)}[a:b=1]${')'.repeat(levels)}`;
    expect(parsePattern(nested(200)).ok).toBe(true);
    expect(parsePattern(nested(300)).ok).toBe(false);
    expect(parsePattern('('.repeat(16_000)).ok).toBe(false);
  });

  test('never throws, and a truncated pattern is broken', () => {
    const whole = "([a:b = 'x' AND a:c IN (1,2)] REPEATS 2 TIMES) FOLLOWEDBY [d:e MATCHES '^.+$']";
    for (let length = 0; length < whole.length; length += 1) {
      const piece = whole.slice(0, length);
      expect([piece, parsePattern(piece).ok]).toEqual([piece, /TIMES\)$|TIMES\) $/.test(piece)]);
    }
    const words = fc.constantFrom(
      '[',
      ']',
      '(',
      ')',
      'a:b',
      '=',
      '1',
      "'x'",
      ' AND ',
      ' OR ',
      ' FOLLOWEDBY ',
      'NOT ',
      'IN',
      ' WITHIN 5 SECONDS',
      '\\',
      "t'",
      '/*',
      '.',
      '*',
    );
    fc.assert(
      fc.property(
        fc.array(words, { maxLength: 30 }),
        (parts) => typeof parsePattern(parts.join('')).ok === 'boolean',
      ),
      { seed: seed(), numRuns: 2_000 },
    );
  });
});

describe('the normal form', () => {
  test.each([
    ["[ file:name='a'  AND file:size>1 ]", "[file:size > 1 AND file:name = 'a']"],
    ['[a:b == 1.0]', '[a:b = 1]'],
    ["[a:b NOT = 'x']", "[a:b <> 'x']"],
    ["[a:b IN ('x')]", "[a:b = 'x']"],
    ['[a:b IN (2, 1, 2)]', '[a:b IN (1,2)]'],
    ["[a:p_bin = b'AQI=']", "[a:p_bin = h'0102']"],
    ["[a:'b'.c = 1]", '[a:b.c = 1]'],
    ["[a:b = t'2020-01-01T00:00:00.500Z']", "[a:b = t'2020-01-01T00:00:00.5Z']"],
    [
      "[a:b = 1] START t'2020-01-01T00:00:00Z' STOP t'2021-01-01T00:00:00.50Z'",
      "[a:b = 1] START t'2020-01-01T00:00:00.000Z' STOP t'2021-01-01T00:00:00.5Z'",
    ],
    ["[windows-registry-key:key IN ('HKEY_A', 'b')]", "[windows-registry-key:key IN ('hkey_a', 'B')]"],
  ])('%s is %s', (one, other) => {
    expect(patternKey(one)).toBe(patternKey(other));
  });

  test.each([
    ["[a:b = '1']", '[a:b = 1]'],
    ["[a:b = 'X']", "[a:b = 'x']"],
    ['[a:b NOT < 1]', '[a:b >= 1]'],
    ['[a:b = 9007199254740993]', '[a:b = 9007199254740992]'],
    ['[a:b=1] AND [a:b=1]', '[a:b=1]'],
    ["[a:b = t'2020-01-01T00:00:00Z']", "[a:b = '2020-01-01T00:00:00Z']"],
    // LIKE, MATCHES and order comparisons look at characters, not at what they stand for.
    ["[windows-registry-key:key MATCHES '\\\\D']", "[windows-registry-key:key MATCHES '\\\\d']"],
    ["[ipv4-addr:value LIKE '10.0.0.1/8']", "[ipv4-addr:value LIKE '10.0.0.2/8']"],
    ["[ipv4-addr:value < '10.0.0.1/8']", "[ipv4-addr:value < '10.0.0.2/8']"],
  ])('%s is not %s', (one, other) => {
    expect(patternKey(one)).not.toBe(patternKey(other));
  });

  test('a hundred addresses in another order, with repeats, have the same key', () => {
    const tests = Array.from({ length: 100 }, (_, at) => `ipv4-addr:value = '192.0.2.${at}'`);
    const shuffled = [...tests].reverse();
    expect(patternKey(`[${tests.join(' OR ')}]`)).toBe(
      patternKey(`[(${shuffled.join(' OR ')}) OR ${tests[0]}]`),
    );
  });

  test('the order of operands never matters, at any size', () => {
    const test1 = fc.tuple(
      fc.constantFrom('a', 'b'),
      fc.constantFrom('p', 'q'),
      fc.integer({ min: 0, max: 5 }),
    );
    const clause = fc.array(test1, { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(clause, { minLength: 1, maxLength: 7 }), (clauses) => {
        const write = (all: typeof clauses) =>
          `[${all.map((some) => `(${some.map(([type, name, value]) => `${type}:${name} = ${value}`).join(' OR ')})`).join(' AND ')}]`;
        const turned = [...clauses].reverse().map((some) => [...some].reverse());
        expect(patternKey(write(clauses))).toBe(patternKey(write(turned)));
      }),
      { seed: seed(), numRuns: 300 },
    );
  });

  test('a broken pattern is its own key', () => {
    expect(patternKey(' [a ')).toBe('[a');
  });
});
