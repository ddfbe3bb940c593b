// A revoked key, a suspended member and a changed role are in effect on every hub before the act is answered.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openTwoHubs, TAKINGS, type TwoHubs, takeUnderLoad } from '../../support/rights-under-load.ts';

let hubs: TwoHubs;
beforeAll(async () => {
  hubs = await openTwoHubs();
});
afterAll(() => hubs.close());

test.each(TAKINGS)('%s on one of two hubs: nothing arrives after the answer', async (taking) => {
  const finding = await takeUnderLoad(hubs, taking, { events: 30, streams: 6 });
  expect(finding.received).toBeGreaterThan(0);
  expect(finding).toMatchObject({ late: 0 });
  expect(finding.closedMs).toBeLessThan(1_000);
});
