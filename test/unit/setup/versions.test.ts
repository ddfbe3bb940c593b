// Parsing of version output, and whether a version is sufficient.
import { expect, test } from '@jest/globals';
import { isAtLeast, parseVersion } from '../../../scripts/setup/versions.mjs';

test.each([
  ['db version v6.0.5\nBuild Info: {', [6, 0, 5]],
  ['Redis server v=6.2.14 sha=00000000:0 malloc=libc bits=64', [6, 2, 14]],
  ['Valkey server v=8.1.3 sha=00000000:0', [8, 1, 3]],
  ['6.0', [6, 0, 0]],
  ['no number', null],
  ['', null],
])('reads %j', (said, expected) => {
  expect(parseVersion(said)).toEqual(expected);
});

test.each([
  ['6.0.5', '6.0', true],
  ['5.0.31', '6.0', false],
  ['10.0.0', '6.0', true],
  ['8.0.9', '8.0.21', false],
  ['8.0.21', '8.0.21', true],
  ['6.2.14', '7.2', false],
  ['gone', '6.0', false],
])('%s is at least %s: %s', (version, minimum, expected) => {
  expect(isAtLeast(version, minimum)).toBe(expected);
});
