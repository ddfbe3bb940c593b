// A share of `npm run prove -- console-cuts`: the network of a browser is cut at random while warnings are published, once by
// the death of the hub. Each of them is in the list and in the view of events once.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type CutWorld, cutWhileWarningsArrive, openCutWorld } from '../support/console/cuts.ts';
import { seed } from '../support/seed.ts';

const CUTS = 5;

let world: CutWorld;
beforeAll(async () => {
  world = await openCutWorld();
}, 120_000);
afterAll(() => world?.close());

test('none is missing and none is double', async () => {
  const { cuts, published, restarts, faults } = await cutWhileWarningsArrive(world, {
    cuts: CUTS,
    seed: seed(),
  });
  expect(faults).toEqual([]);
  expect(cuts).toBe(CUTS);
  expect(published).toBeGreaterThanOrEqual(CUTS);
  expect(restarts).toBeGreaterThan(0);
}, 300_000);
