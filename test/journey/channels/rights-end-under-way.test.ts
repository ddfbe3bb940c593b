// What is under way to somebody when its rights end does not leave after the act is answered, however long its connection takes
// (I8). T8 runs the other ways to lose them, with more in the queue.
import { expect, test } from '@jest/globals';
import { takeWithQueue } from '../../support/channels/rights.ts';

test('a suspension breaks off the webhooks and mails that are under way', async () => {
  const { underWay, before, late } = await takeWithQueue('SUSPENSION', 60);
  expect(underWay).toBeGreaterThan(1);
  expect(before).toBeGreaterThan(0);
  expect(late).toBe(0);
});
