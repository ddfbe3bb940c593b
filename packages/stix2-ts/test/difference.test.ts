// One new element is one change, wherever it is in its list.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { differenceOf, mostChanges } from '../src/difference.ts';
import { isSameValue } from '../src/json/same-value.ts';
import { seed } from './support/seed.ts';

/** `+ path value`, `- path value`, `~ path before > after`. */
const words = (before: unknown, after: unknown): string[] =>
  differenceOf(before, after).changes.map((change) => {
    if (change.change === 'added') return `+ ${change.path} ${JSON.stringify(change.after)}`;
    if (change.change === 'removed') return `- ${change.path} ${JSON.stringify(change.before)}`;
    return `${change.change} ${change.path} ${JSON.stringify(change.before)} > ${JSON.stringify(change.after)}`;
  });

describe('properties', () => {
  test.each([
    [{ a: 1, b: [1, { c: 'd' }] }, { b: [1, { c: 'd' }], a: 1 }, []],
    [1, '1', ['changed $ 1 > "1"']],
    [null, {}, ['changed $ null > {}']],
    [[], {}, ['changed $ [] > {}']],
    [{ a: 1 }, { b: 2 }, ['- $.a 1', '+ $.b 2']],
    [{ a: { b: 1 } }, { a: { b: null } }, ['changed $.a.b 1 > null']],
    [{ 'x-odd': { 'a b': 1 } }, { 'x-odd': { 'a b': 2 } }, ['changed $["x-odd"]["a b"] 1 > 2']],
    [{ toString: 1 }, {}, ['- $.toString 1']],
    [{}, { hasOwnProperty: 1 }, ['+ $.hasOwnProperty 1']],
  ])('%j, %j', (before, after, wanted) => {
    expect(words(before, after)).toEqual(wanted);
  });
});

describe('lists', () => {
  test.each([
    ['one in front', ['a', 'b'], ['x', 'a', 'b'], ['+ $[0] "x"']],
    ['one in the middle', ['a', 'b', 'c'], ['a', 'c'], ['- $[1] "b"']],
    ['one for another', ['a', 'b', 'c'], ['a', 'x', 'c'], ['- $[1] "b"', '+ $[1] "x"']],
    [
      'several at once',
      ['a', 'b', 'c', 'd'],
      ['b', 'x', 'd', 'e'],
      ['- $[0] "a"', '- $[2] "c"', '+ $[1] "x"', '+ $[3] "e"'],
    ],
    ['the same in another order', ['a', 'b'], ['b', 'a'], ['reordered $ ["a","b"] > ["b","a"]']],
    ['one more of the same', ['a', 'a'], ['a', 'a', 'a'], ['+ $[2] "a"']],
    ['all gone', ['a'], [], ['- $[0] "a"']],
    ['an object changed', [{ n: 1, a: 0 }, { n: 2 }], [{ n: 1, a: 1 }, { n: 2 }], ['changed $[0].a 0 > 1']],
    ['an object new in front', [{ n: 1 }], [{ n: 0 }, { n: 1 }], ['+ $[0] {"n":0}']],
    ['lists in lists', [[1, 2], [3]], [[1], [3]], ['- $[0][1] 2']],
  ])('%s', (_, before, after, wanted) => {
    expect(words(before, after)).toEqual(wanted);
  });

  test('objects are matched by id, whatever their order', () => {
    const before = { objects: [{ id: 'a', n: 1 }, { id: 'b', n: 1 }, { id: 'c' }] };
    const after = { objects: [{ id: 'd' }, { id: 'c' }, { id: 'a', n: 2 }] };
    expect(words(before, after)).toEqual([
      'changed $.objects[2].n 1 > 2',
      '- $.objects[1] {"id":"b","n":1}',
      '+ $.objects[0] {"id":"d"}',
    ]);
    expect(words([{ id: 'a' }, { id: 'b' }], [{ id: 'b' }, { id: 'a' }])).toEqual([]);
    // A duplicate id identifies nothing.
    expect(
      words(
        [
          { id: 'a', n: 1 },
          { id: 'a', n: 2 },
        ],
        [{ id: 'a', n: 2 }],
      ),
    ).toEqual(['- $[0] {"id":"a","n":1}']);
  });

  test('values that cannot be canonicalised are compared too', () => {
    expect(words(['\ud800', 'a'], ['a'])).toEqual(['- $[0] "\\ud800"']);
    expect(words([Number.POSITIVE_INFINITY], [Number.POSITIVE_INFINITY])).toEqual([]);
  });
});

describe('bounds', () => {
  test('reports when there are more changes than listed', () => {
    const many = Object.fromEntries(Array.from({ length: mostChanges }, (_, at) => [`k${at}`, at]));
    expect(differenceOf({}, many)).toMatchObject({ isWhole: true });
    const more = differenceOf({}, { ...many, last: 1 });
    expect(more.isWhole).toBe(false);
    expect(more.changes).toHaveLength(mostChanges);
  });

  test('long lists with nothing in common stay cheap, and values that are too deep change as a whole', () => {
    const list = (length: number, from: number) => Array.from({ length }, (_, at) => from + at);
    const { changes, isWhole } = differenceOf(list(20_000, 0), list(20_000, 20_000));
    expect([changes.length, isWhole]).toEqual([mostChanges, false]);
    const deep = (leaf: unknown) => Array.from({ length: 1_000 }).reduce((inner) => ({ a: inner }), leaf);
    expect(differenceOf(deep(1), deep(2)).changes).toHaveLength(1);
  });

  test('the lists of one difference share what aligning them may cost', () => {
    const lengths = { a: 1_000, b: 900, tooLong: 440, short: 3 };
    const from = (first: number) =>
      Object.fromEntries(
        Object.entries(lengths).map(([name, length]) => [
          name,
          Array.from({ length }, (_, at) => first + at),
        ]),
      );
    const { changes, isWhole } = differenceOf(from(0), from(1));
    const countOf = (name: string) => changes.filter(({ path }) => path.startsWith(`$.${name}[`)).length;
    expect(isWhole).toBe(true);
    expect(Object.keys(lengths).map(countOf)).toEqual([2, 2, 2 * 440, 2]);
    expect(
      differenceOf({ tooLong: from(0)['tooLong'] }, { tooLong: from(1)['tooLong'] }).changes,
    ).toHaveLength(2);
  });
});

test('equal values have no changes, different ones have some, and each path occurs once', () => {
  const value = fc.jsonValue({ maxDepth: 4 });
  fc.assert(
    fc.property(value, value, (a, b) => {
      expect(differenceOf(a, structuredClone(a)).changes).toEqual([]);
      const { changes } = differenceOf(a, b);
      expect(changes.length === 0).toBe(isSameValue(a, b));
      const added = changes.filter(({ change }) => change !== 'removed').map(({ path }) => path);
      expect(new Set(added).size).toBe(added.length);
      for (const change of changes) {
        if ('before' in change && 'after' in change)
          expect(isSameValue(change.before, change.after)).toBe(false);
      }
    }),
    { seed: seed(), numRuns: 2_000 },
  );
});

test('inserting or deleting one element of a list of strings is one change', () => {
  const list = fc.uniqueArray(fc.string(), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(list, fc.nat(), (whole, place) => {
      const at = place % whole.length;
      const without = whole.toSpliced(at, 1);
      expect(differenceOf({ labels: whole }, { labels: without }).changes).toEqual([
        { change: 'removed', path: `$.labels[${at}]`, before: whole[at] },
      ]);
      expect(differenceOf({ labels: without }, { labels: whole }).changes).toEqual([
        { change: 'added', path: `$.labels[${at}]`, after: whole[at] },
      ]);
    }),
    { seed: seed(), numRuns: 1_000 },
  );
});
