// What is taken as a telephone number, and what is not.
import { expect, test } from '@jest/globals';
import { isTelephone } from '../../../../src/domain/partnership/telephone.ts';

test.each([
  '+999 1 555 0142',
  '+43 (0)1 / 555-0100',
  '001.555.0100',
  '112',
  '+8816 234 10000',
  '+49 30 1234‑567',
  '+1 555 0100 ext. 12',
  '5550100x9',
  '+1 555 0100 #4',
  '٠١٢٣٤٥',
  ' +999 1 555 0142 ',
])('a number: %j', (written) => {
  expect(isTelephone(written)).toBe(true);
});

test.each([
  'not a phone',
  '',
  '12',
  '+',
  '()-',
  'ext. 12',
  'desk@example.net',
  '1234 5678 9012 3456 78901',
  '+1 555 0100 and ask for Bo',
  '++1 555 0100',
  'https://example.net/12345',
  '1'.repeat(300),
])('no number: %j', (written) => {
  expect(isTelephone(written)).toBe(false);
});
