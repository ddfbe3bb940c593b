import { expect, test } from '@jest/globals';
import { compareTimestamps, fractionDigits, isTimestamp } from '../../src/value/timestamp.ts';

test.each([
  ['2016-01-20T12:31:12.123Z', true],
  ['2016-01-20T12:31:12Z', true],
  ['2016-02-29T00:00:00Z', true],
  ['2017-02-29T00:00:00Z', false],
  ['1900-02-29T00:00:00Z', false],
  ['2000-02-29T00:00:00Z', true],
  ['2016-12-31T23:59:60Z', true],
  ['2016-02-29T23:59:60.5Z', true],
  ['2016-12-31T23:58:60Z', false],
  ['2016-12-31T12:59:60Z', false],
  ['2016-12-30T23:59:60Z', false],
  ['2016-12-31T24:00:00Z', false],
  ['2016-13-01T00:00:00Z', false],
  ['2016-00-01T00:00:00Z', false],
  ['2016-01-00T00:00:00Z', false],
  ['2016-01-20T12:31:12.Z', false],
  ['2016-01-20T12:31:12+00:00', false],
  ['2016-01-20t12:31:12Z', false],
  ['2016-01-20 12:31:12Z', false],
  ['16-01-20T12:31:12Z', false],
  ['', false],
])('%s: %s', (text, wanted) => {
  expect(isTimestamp(text)).toBe(wanted);
});

test('are ordered by time, digit by digit', () => {
  expect(compareTimestamps('2016-01-20T12:31:12Z', '2016-01-20T12:31:12.000Z')).toBe(0);
  expect(compareTimestamps('2016-01-20T12:31:12.1Z', '2016-01-20T12:31:12.10000Z')).toBe(0);
  expect(compareTimestamps('2016-01-20T12:31:12.123456788Z', '2016-01-20T12:31:12.123456789Z')).toBe(-1);
  expect(compareTimestamps('2016-01-20T12:31:12.2Z', '2016-01-20T12:31:12.19Z')).toBe(1);
  expect(compareTimestamps('2016-01-20T12:31:12Z', '2016-01-20T12:31:12.001Z')).toBe(-1);
  expect(fractionDigits('2016-01-20T12:31:12.123Z')).toBe(3);
  expect(fractionDigits('2016-01-20T12:31:12Z')).toBe(0);
});
