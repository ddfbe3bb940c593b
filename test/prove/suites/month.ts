// A month of 200 people with subscriptions, under a clock that is moved by hand: standing still, going back, and with workers that
// do the same at once.

import { runMonth } from '../../support/subscription/month.ts';
import { MONTH } from '../../support/subscription/month-plan.ts';
import type { Suite } from '../suite.ts';

export const suite: Suite = {
  id: 'month',
  promise: 'In a month of 200 people and 600 warnings each digest comes once, and nobody is told twice.',
  chunks: 4,
  mayOverlap: true,
  runChunk: async ({ seed, say }) => {
    const { failures, singles, digests, items } = await runMonth(seed, MONTH);
    say(`seed ${seed}: ${singles} by themselves, ${digests} digests with ${items} items`);
    return {
      counted: singles + items,
      failures: [
        ...failures.map((line) => `seed ${seed}: ${line}`),
        ...(items < MONTH.warnings ? [`seed ${seed}: too little was gathered to prove anything`] : []),
      ],
      figures: { digests, singles },
    };
  },
};
