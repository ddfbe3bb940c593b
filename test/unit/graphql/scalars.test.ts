// What `DateTime` takes: an instant that exists, with its zone.
import { expect, test } from '@jest/globals';
import { DateTime } from '../../../src/graphql/scalars.ts';

test.each([
  ['2028-02-29T00:00:00Z', '2028-02-29T00:00:00.000Z'],
  ['2027-03-01T23:59:59.5+14:00', '2027-03-01T09:59:59.500Z'],
  ['0001-01-01T00:00:00Z', '0001-01-01T00:00:00.000Z'],
])('%s is taken', (text, instant) => {
  expect(DateTime.coerceInputValue(text)).toBe(instant);
});

test.each([
  '2027-02-30T00:00:00Z',
  '2027-02-29T00:00:00Z',
  '2027-04-31T12:00:00+02:00',
  '2027-13-01T00:00:00Z',
  '2027-01-01T24:00:00Z',
  '2027-01-01T12:00:00',
  '2027-01-01',
  '',
  20270101,
  null,
])('%p is refused: it would stand for another instant, or for none', (value) => {
  expect(() => DateTime.coerceInputValue(value)).toThrow('Write an instant');
});
