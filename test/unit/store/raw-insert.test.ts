// A restore inserts BSON as it is. A driver that no longer takes it so would make restores many times slower, unnoticed.
import { expect, test } from '@jest/globals';
import { insertsBytes } from '../../../src/store/backup/raw-insert.ts';

test('this driver takes documents as bytes', () => {
  expect(insertsBytes()).toBe(true);
});
