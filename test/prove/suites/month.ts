// A month of 200 people with subscriptions, under a clock that is moved by hand: standing still, going back, and with workers that
// do the same at once.

import { runMonth } from '../../support/subscription/month.ts';
import { MONTH } from '../../support/subscription/month-plan.ts';
import type { Suite } from '../suite.ts';

export const suite: Suite = {
  id: 'month',
  promise:
    'In a month of 200 people and 600 warnings each digest and reminder comes once, and nobody is told twice.',
  chunks: 4,
  mayOverlap: true,
  runChunk: async ({ seed, say }) => {
    const { failures, singles, digests, items, reminders } = await runMonth(seed, MONTH);
    say(
      `seed ${seed}: ${singles} by themselves, ${digests} digests with ${items} items, ${reminders} reminders`,
    );
    return {
      counted: singles + items + reminders,
      failures: [
        ...failures.map((line) => `seed ${seed}: ${line}`),
        ...(items < MONTH.warnings || reminders < MONTH.asking
          ? [`seed ${seed}: too little was told to prove anything`]
          : []),
      ],
      figures: { digests, singles, reminders },
    };
  },
};
