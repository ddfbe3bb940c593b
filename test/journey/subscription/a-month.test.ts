// A share of a month of people with subscriptions, in which everything comes, and once.
import { expect, test } from '@jest/globals';
import { seed } from '../../support/seed.ts';
import { runMonth } from '../../support/subscription/month.ts';

test('in a few days of a month everything comes, once, and one that did not come would be found', async () => {
  const size = { people: 8, warnings: 15, corrections: 6, recalls: 2, asking: 4, days: 2 };
  const { failures, without } = await runMonth(seed(), size);
  expect(failures).toEqual([]);
  const found = {
    'an item of a digest': without(({ occasion }) => occasion === 'DIGEST'),
    'a reminder': without(({ occasion }) => occasion === 'REMINDER'),
    'a correction': without((row, { subject }) => row.goesFirst === true && subject.includes('UPDATED')),
    'a recall': without((row, { subject }) => row.goesFirst === true && subject.includes('RECALLED')),
  };
  // Not in every world is something told that is corrected or recalled.
  expect([found['an item of a digest'], found['a reminder']]).not.toContain(null);
  for (const [kind, lines] of Object.entries(found))
    if (lines !== null) expect(lines).toContainEqual(expect.stringContaining(`${kind} did not come`));
});
