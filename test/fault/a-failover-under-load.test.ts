// A primary that is killed, steps down or freezes while clients publish, correct, acknowledge and read: each gets an answer, or
// 503 with when to come back, and the hub lives. The prove suite `outages` repeats it.
import { expect, test } from '@jest/globals';
import { runFailovers } from '../prove/suites/outages.ts';
import { seed } from '../support/seed.ts';

test('a failover is an outage to every act, and never an internal error', async () => {
  const options = { seed: seed(), say: () => undefined };
  for (const [strikes, members] of [
    [['KILL', 'FREEZE'], 1],
    [['STEP_DOWN'], 3],
  ] as const) {
    const found = await runFailovers(options, strikes, members);
    expect(found.failures).toEqual([]);
    expect(found.counted).toBeGreaterThan(20);
  }
}, 400_000);
