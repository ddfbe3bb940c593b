// What, why and what to do, folded to the terminal; a log gets a line for each.
import { expect, test } from '@jest/globals';
import { CliFault, faultText } from '../../../src/cli/terminal/fault.ts';

const ID = 'warning--0b9c1e1a-7a5d-4f53-9c0e-2f6d1a9b7e11';
const fault = new CliFault(
  'It is not clear which of the warnings that you may read is the one that you mean by this.',
  'Two of them begin so:\n  the first of all that were sent in the night, whoever sent it to whom\n  the second',
  `Name it whole, so that there is no doubt at all: tocsin warning show ${ID}`,
);

test('on a terminal no line is wider than it, and each begins where one looks for it', () => {
  const lines = faultText(fault, false, 60).split('\n');
  expect(lines.filter(({ length }) => length > 60)).toEqual([]);
  expect(lines).toEqual([
    'tocsin: It is not clear which of the warnings that you may',
    '  read is the one that you mean by this.',
    '  Why: Two of them begin so:',
    '  the first of all that were sent in the night, whoever sent',
    '    it to whom',
    '  the second',
    '  What to do: Name it whole, so that there is no doubt at',
    '    all: tocsin warning show',
    `    ${ID}`,
  ]);
  // What is to be copied stays whole.
  expect(faultText(fault, false, 40).split('\n')).toContain(`    ${ID}`);
});

test('elsewhere nothing is folded, and what nobody foresaw says what to do', () => {
  expect(faultText(fault, false, null).split('\n')).toHaveLength(5);
  expect(faultText(new Error('EIO'), false, null)).toMatch(/^tocsin: unexpected failure\.\n {2}Why: EIO\n/);
});
