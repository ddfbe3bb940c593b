// A seeded share of T2: for each kind of difference a pair of worlds that differ in it alone.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type TestServers, testServers } from '../../support/database/database.ts';
import { seed } from '../../support/seed.ts';
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

test.each(DIFFERENCES)('they differ in: %s', async (difference) => {
  const { compared, failures } = await playPatiently(places, {
    seed: seed(),
    operations: 40,
    only: [difference],
  });
  expect(failures).toEqual([]);
  expect(compared).toBeGreaterThan(40);
});
