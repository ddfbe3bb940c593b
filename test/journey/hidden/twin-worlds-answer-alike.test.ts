// A seeded share of T2: for each kind of difference a pair of worlds that differ in it alone.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type TestServers, testServers } from '../../support/database/database.ts';
import { isSmallShare, seed } from '../../support/seed.ts';
import { DIFFERENCES } from '../../support/twins/differences.ts';
import { openPlace, type Place } from '../../support/twins/place.ts';
import { playPatiently } from '../../support/twins/run-pairs.ts';

let servers: TestServers;
let places: readonly [Place, Place];
beforeAll(async () => {
  servers = await testServers();
  places = [await openPlace(servers), await openPlace(servers)];
});
afterAll(async () => {
  for (const place of places) await place.close();
  await servers.stop();
});

/** In a small share one of them, by the seed: over the rounds of CI each has its turn. */
const TRIED: [string, number][] = isSmallShare()
  ? [[`one of ${DIFFERENCES.length} kinds, by the seed`, 0]]
  : DIFFERENCES.map((difference, at): [string, number] => [difference, at]);

test.each(TRIED)('they differ in: %s', async (_, at) => {
  const difference = DIFFERENCES[((isSmallShare() ? seed() : 0) + at) % DIFFERENCES.length];
  if (difference === undefined) throw new Error('there are differences');
  const { compared, failures } = await playPatiently(places, {
    seed: seed(),
    operations: 40,
    only: [difference],
  });
  expect(failures).toEqual([]);
  expect(compared).toBeGreaterThan(40);
});
