// `tocsin warning preview` gives the cause that the hub gives.
import { expect, test } from '@jest/globals';
import { seenAbove } from '../../../../src/cli/warning/preview.ts';

const refusal = { code: 'AUDIENCE_EMPTY', path: '$.audience', message: 'Nobody.' };

test('who is left out stands above, so that it is compared; another cause keeps its remedy', () => {
  const left = { ...refusal, remedy: 'Query audiencePreview to see who is left out and why.' };
  expect(seenAbove(left).remedy).toContain('nobody known fits all of one alternative');
  const ended = { ...refusal, remedy: 'Correct the start and the end of the policy.' };
  expect(seenAbove(ended)).toEqual(ended);
});
