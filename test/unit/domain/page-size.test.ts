// The page limit: which sizes are refused, and how.
import { expect, test } from '@jest/globals';
import { readConfig } from '../../../src/config/config.ts';
import { MAX_PAGE_SIZE, pageSizeProblem } from '../../../src/domain/limit/page-size.ts';

const limits = { pageSize: 7 };

test.each([1, 6, 7])('a page of %p is served', (first) => {
  expect(pageSizeProblem(first, limits)).toBeNull();
});

test.each([8, 0, -1, 1.5, Number.NaN])('a page of %p is refused with the limit', (first) => {
  expect(pageSizeProblem(first, limits)).toEqual({
    code: 'PAGE_TOO_LARGE',
    path: '$.first',
    message: 'A page has 1 to 7 items.',
    remedy: 'Ask for at most 7.',
  });
});

test('the configuration takes its default from here', () => {
  expect(readConfig({}).limits.pageSize).toBe(MAX_PAGE_SIZE);
});
