// A filter that no item can match is refused with its path, for the feed and for streams alike: both check with this function.
import { expect, test } from '@jest/globals';
import { checkFilter } from '../../../src/service/item/item.ts';

const refusalOf = (filter: Parameters<typeof checkFilter>[0]): string => {
  const checked = checkFilter(filter);
  return checked.ok ? 'OK' : checked.problems.map(({ code, path }) => `${code} ${path}`).join(', ');
};

test.each([
  [{ country: 'xa' }, 'COUNTRY_MALFORMED $.filter.country'],
  [{ country: 'XAB' }, 'COUNTRY_MALFORMED $.filter.country'],
  [{ country: '' }, 'COUNTRY_MALFORMED $.filter.country'],
  [{ country: 'Portugal' }, 'COUNTRY_MALFORMED $.filter.country'],
  [{ country: 'UK' }, 'COUNTRY_MALFORMED $.filter.country'],
  [{ country: 'ZZ' }, 'OK'],
  [{ country: 'QU' }, 'OK'],
  [{ exercise: '' }, 'TEXT_EMPTY $.filter.exercise'],
  [{ exercise: ' ' }, 'TEXT_EMPTY $.filter.exercise'],
  [{ exercise: 'x'.repeat(65) }, 'TEXT_TOO_LONG $.filter.exercise'],
  [{ country: 'xa', exercise: '' }, 'COUNTRY_MALFORMED $.filter.country, TEXT_EMPTY $.filter.exercise'],
  [{ country: 'XA', exercise: 'winter-drill' }, 'OK'],
  [{}, 'OK'],
])('%j: %s', (filter, wanted) => {
  expect(refusalOf(filter)).toBe(wanted);
});
