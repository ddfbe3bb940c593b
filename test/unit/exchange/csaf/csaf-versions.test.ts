// Which of two states of an advisory is newer.
import { expect, test } from '@jest/globals';
import { compareStates, compareVersions, parseVersion } from '../../../../src/exchange/csaf/version-order.ts';

test('pre-releases are ordered as semantic versioning says (2.0, §11.4)', () => {
  const ordered = [
    '1.0.0-alpha',
    '1.0.0-alpha.1',
    '1.0.0-alpha.beta',
    '1.0.0-beta',
    '1.0.0-beta.2',
    '1.0.0-beta.11',
    '1.0.0-rc.9',
    '1.0.0-rc.10',
    '1.0.0-rc.10.1',
    '1.0.0',
    '1.0.1-1',
    '2.0.0',
  ];
  const shuffled = ordered.toReversed();
  expect(shuffled.toSorted((a, b) => compareVersions(parseVersion(a), parseVersion(b)))).toEqual(ordered);
  for (const each of ordered) expect(compareVersions(parseVersion(each), parseVersion(each))).toBe(0);
});

test('of equal versions the later date is newer, and what was built makes no difference', () => {
  const at = (version: string, date: string) => ({ version, date });
  expect(
    compareStates(at('1.0.0+a', '2026-01-01T00:00:00Z'), at('1.0.0+b', '2026-01-02T00:00:00Z')),
  ).toBeLessThan(0);
  expect(
    compareStates(at('1.0.0-rc.10', '2026-01-01T00:00:00Z'), at('1.0.0-rc.9', '2026-01-02T00:00:00Z')),
  ).toBeGreaterThan(0);
});
