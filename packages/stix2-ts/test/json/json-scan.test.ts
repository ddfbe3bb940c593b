import { describe, expect, test } from '@jest/globals';
import { parseJson } from '../../src/json/json-read.ts';
import { JSON_LIMITS, scanJson } from '../../src/json/json-scan.ts';

const limits = { depth: 3, keys: 4, stringLength: 5 };

describe('the scan before parsing', () => {
  test.each([
    ['[[[1]]]', null],
    ['[[[[1]]]]', ['JSON_TOO_DEEP', '$[0][0][0]']],
    ['{"a":[1,{"b":[2]}]}', ['JSON_TOO_DEEP', '$.a[1].b']],
    ['{"a":1,"b":2,"c":3,"d":4}', null],
    ['[{"a":1,"b":2},{"c":3,"d":4,"e":5}]', ['JSON_TOO_MANY_KEYS', '$[1].e']],
    ['"12345"', null],
    ['{"a":"123456"}', ['JSON_STRING_TOO_LONG', '$.a']],
    ['{"a":{"__proto__":1}}', ['JSON_FORBIDDEN_KEY', '$.a.__proto__']],
    ['[{"constructor":1}]', ['JSON_FORBIDDEN_KEY', '$[0].constructor']],
    ['{"a":[{"id":1,"name":2,"\\u0069d":3}]}', ['JSON_DUPLICATE_KEY', '$.a[0]["\\\\u0069d"]']],
    ['{"\\u005f_proto\\u005F_":1}', ['JSON_FORBIDDEN_KEY', '$["\\\\u005f_proto\\\\u005F_"]']],
    ['["prototype"]', ['JSON_STRING_TOO_LONG', '$[0]']],
    ['{"a\\"b":"\\\\"}', null],
    ['[1,[2', null],
    ['"', null],
    ['', null],
  ])('%s', (text, wanted) => {
    const scan = scanJson(text, limits);
    expect(scan.ok ? null : [scan.code, scan.path]).toEqual(wanted);
  });

  test('the default limits accept n and refuse n + 1', () => {
    const deep = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);
    expect(scanJson(deep(40)).ok).toBe(true);
    expect(scanJson(deep(41))).toMatchObject({ code: 'JSON_TOO_DEEP' });
    const wide = (keys: number) => `{${Array.from({ length: keys }, (_, at) => `"k${at}":0`).join(',')}}`;
    expect(scanJson(wide(150_000)).ok).toBe(true);
    expect(scanJson(wide(150_001))).toMatchObject({ code: 'JSON_TOO_MANY_KEYS' });
    expect(scanJson(JSON.stringify('x'.repeat(262_144))).ok).toBe(true);
    expect(scanJson(JSON.stringify('x'.repeat(262_145)))).toMatchObject({ code: 'JSON_STRING_TOO_LONG' });
  });

  test.each([
    ['a\\/b', 'a/b'],
    ['\\n', '\\u000a'],
    ['\\"', '\\u0022'],
    ['\\\\', '\\u005C'],
    ['\\b\\f\\r\\t', '\\u0008\\u000C\\u000d\\u0009'],
    ['\\ud83c\\udf88', '🎈'],
  ])('one key in two spellings, %s and %s, is a duplicate', (one, other) => {
    expect(Object.keys(JSON.parse(`{"${one}":1,"${other}":2}`))).toHaveLength(1);
    expect(scanJson(`{"${one}":1,"${other}":2}`)).toMatchObject({ code: 'JSON_DUPLICATE_KEY' });
  });

  test('keys that only look alike as written are distinct', () => {
    for (const [one, other] of [
      ['\\\\n', '\\n'],
      ['\\\\u0061', 'a'],
      ['\\\\/', '/'],
    ]) {
      expect(parseJson(`{"${one}":1,"${other}":2}`)).toMatchObject({ ok: true });
    }
  });

  test('keys that JSON.parse refuses are reported as broken text', () => {
    expect(parseJson('{"\\x":1,"\\x0":2}')).toMatchObject({ code: 'JSON_SYNTAX' });
    expect(parseJson('{"\n\\u0061":1}')).toMatchObject({ code: 'JSON_SYNTAX' });
  });

  test('values are counted if there is a limit', () => {
    expect(scanJson('[[],{},[1,2]]', { ...JSON_LIMITS, values: 7 }).ok).toBe(true);
    expect(scanJson('[[],{},[1,2]]', { ...JSON_LIMITS, values: 6 })).toMatchObject({
      code: 'JSON_TOO_MANY_VALUES',
      path: '$[2][1]',
    });
    expect(parseJson(`[${'[],'.repeat(99)}[]]`, { ...JSON_LIMITS, values: 50 })).toMatchObject({
      ok: false,
      message: 'more than 50 values',
    });
  });

  test('deeply nested text is refused without recursion', () => {
    expect(parseJson('['.repeat(1_000_000))).toMatchObject({ ok: false, code: 'JSON_TOO_DEEP' });
    expect(scanJson(`"${'\\"'.repeat(200_000)}`)).toMatchObject({ code: 'JSON_STRING_TOO_LONG' });
    expect(parseJson(`"${'\\'.repeat(100_001)}`, { ...JSON_LIMITS, stringLength: 1e9 })).toMatchObject({
      ok: false,
    });
  });
});
