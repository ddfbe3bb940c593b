// Whether a name or a passkey is known does not show in the time of a refusal: 2,000 samples a side. `npm run prove -- T7` takes
// 10,000 a side of the same oracles.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { seed } from '../../support/seed.ts';
import { measure } from '../../time/measure.ts';
import { SIGN_IN_ORACLES } from '../../time/sign-in-oracles.ts';
import { openTimeWorld, type TimeWorld } from '../../time/time-world.ts';

/** dudect's bound. */
const MOST = 4.5;
const SAMPLES_A_SIDE = 2_000;

let world: TimeWorld;
beforeAll(async () => {
  world = await openTimeWorld();
}, 60_000);
afterAll(() => world.endpoint.close());

const cases = SIGN_IN_ORACLES.map((oracle) => [oracle.name, oracle] as const);

test.each(cases)(
  '%s',
  async (_, oracle) => {
    const found = await measure(world, oracle, {
      samples: SAMPLES_A_SIDE,
      warmUp: 100,
      seed: seed(),
    });
    expect(found.differing).toEqual([]);
    for (const [side, { t }] of Object.entries(found.comparisons))
      expect([side, seed(), Math.abs(t) < MOST ? 'alike' : t]).toEqual([side, seed(), 'alike']);
  },
  180_000,
);
