import { expect, test } from '@jest/globals';
import { identifierFor } from '../../../src/exchange/identifier-for.ts';

test('a name keeps its id', () => {
  expect(identifierFor('report', 'a')).toBe('report--d71f6511-52a2-5bf4-abae-8badcd41ae16');
  expect(identifierFor('identity', 'a').slice(-36)).not.toBe(identifierFor('report', 'a').slice(-36));
});
