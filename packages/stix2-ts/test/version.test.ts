// Which version of an object counts, in any order of arrival.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isDated, isSameContent, isSameVersion, latestOf, newestFirst } from '../src/version.ts';
import { seed } from './support/seed.ts';

const at = (day: number, fraction = '000'): string =>
  `2026-01-${String(day).padStart(2, '0')}T00:00:00.${fraction}Z`;
const version = (modified: string, isRevoked = false) => ({ modified, isRevoked });

test('versions are compared as instants: more digits are not older, trailing zeros are the same version', () => {
  expect(newestFirst('2026-01-01T00:00:00.1234Z', '2026-01-01T00:00:00.123Z')).toBeLessThan(0);
  expect(isSameVersion('2026-01-01T00:00:00.120Z', '2026-01-01T00:00:00.120000Z')).toBe(true);
  expect(isSameVersion('2026-01-01T00:00:00.120Z', '2026-01-01T00:00:00.121Z')).toBe(false);
  expect([isDated('~abc'), isSameVersion('~abc', '~abc'), isSameVersion('~abc', '~abd')]).toEqual([
    false,
    true,
    false,
  ]);
  expect(newestFirst('~abc', at(1))).toBeGreaterThan(0);
});

describe('the latest', () => {
  test('of no versions is undefined, of undated ones the first', () => {
    expect(latestOf([])).toBeUndefined();
    expect(latestOf([version('~b'), version('~a')])?.modified).toBe('~b');
  });

  test('is the newest, but a revoked object stays revoked', () => {
    const one = version(at(1));
    const three = version(at(3));
    expect(latestOf([three, one])).toBe(three);
    const revoked = version(at(2), true);
    expect(latestOf([three, one, revoked])).toBe(revoked);
    expect(latestOf([version(at(4), true), three, revoked])).toBe(revoked);
  });

  test('is the same in every order of arrival', () => {
    const any = fc.record({
      modified: fc.tuple(fc.integer({ min: 1, max: 9 }), fc.constantFrom('1', '12', '123')),
      isRevoked: fc.nat(9).map((drawn) => drawn === 0),
    });
    const property = fc.property(
      fc
        .uniqueArray(any, { minLength: 1, maxLength: 12, selector: ({ modified }) => String(modified) })
        .chain((made) => fc.tuple(fc.constant(made), fc.shuffledSubarray(made, { minLength: made.length }))),
      ([made, shuffled]) => {
        const read = (list: typeof made) =>
          latestOf(list.map(({ modified: [day, digits], isRevoked }) => version(at(day, digits), isRevoked)));
        expect(read(shuffled)).toEqual(read(made));
        // Reference implementation: the earliest revocation, else the latest instant.
        const naive = made
          .map(({ modified: [day, digits], isRevoked }) => ({ isRevoked, key: day + Number(`0.${digits}`) }))
          .sort((a, b) => a.key - b.key);
        const wanted = naive.find(({ isRevoked }) => isRevoked) ?? naive.at(-1);
        const got = read(shuffled);
        expect(got?.isRevoked).toBe(wanted?.isRevoked);
        expect(Number(got?.modified.slice(8, 10)) + Number(`0.${got?.modified.slice(20, -1)}`)).toBeCloseTo(
          wanted?.key ?? Number.NaN,
          6,
        );
      },
    );
    fc.assert(property, { seed: seed(), numRuns: 500 });
  });
});

describe('the same content', () => {
  test('ignores the order of properties and trailing zeros of an instant', () => {
    const one = { id: 'a', created: at(1), labels: ['x', 'y'], nested: { valid_from: at(2) } };
    const same = { nested: { valid_from: at(2, '000000') }, labels: ['x', 'y'], created: at(1), id: 'a' };
    expect(isSameContent(one, same)).toBe(true);
  });

  test.each([
    [{ name: 'a' }, { name: 'a', revoked: false }],
    [{ name: 'a', lang: 'en' }, { name: 'a' }],
    [{ type: 'sighting' }, { type: 'sighting', summary: false, revoked: false }],
    [{ type: 'url' }, { type: 'url', spec_version: '2.1' }],
  ])('a default that is written out says nothing: %j is %j', (one, other) => {
    expect([isSameContent(one, other), isSameContent(other, one)]).toEqual([true, true]);
  });

  test.each([
    [{ name: 'a' }, { name: 'b' }],
    [{ name: 'a' }, { name: 'a', lang: 'de' }],
    [{ name: 'a', lang: 'de' }, { name: 'a' }],
    [{ name: 'a' }, { name: 'a', revoked: true }],
    [{ name: 'a' }, { name: 'a', confidence: 0 }],
    [{ name: 'a' }, { name: 'a', summary: false }],
    [{ nested: {} }, { nested: { revoked: false } }],
    [{ created: at(1) }, { created: at(1), spec_version: '2.1' }],
    [{ labels: ['x', 'y'] }, { labels: ['y', 'x'] }],
    [{ labels: ['x'] }, { labels: { 0: 'x' } }],
    [{ created: at(1) }, { created: at(1, '001') }],
    [{ count: 1 }, { count: '1' }],
    [{ name: null }, { name: {} }],
    [{ a: 1 }, { b: 1 }],
  ])('%j is not %j', (one, other) => {
    expect(isSameContent(one, other)).toBe(false);
  });
});
