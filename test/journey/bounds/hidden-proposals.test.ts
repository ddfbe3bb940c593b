// Thousands of proposals that a person has no part in: a page looks at a bounded number of them, and says where to go on (I31).
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { listProposals } from '../../../src/service/approval/list-proposals.ts';
import { propose } from '../../../src/service/approval/propose.ts';
import { newTimedId } from '../../../src/service/audit/line-place.ts';
import { CAST } from '../../support/cast.ts';
import { openTestHub, type TestHub } from '../../support/hub.ts';
import { good } from '../../support/outcome.ts';

let world: TestHub;
beforeAll(async () => {
  world = await openTestHub();
});
afterAll(() => world.close());

test('a page of proposals ends within a bound behind thousands that are hidden', async () => {
  const { hub } = world;
  const admin = await world.actor('northGrid', 'member-admin');
  const payload = { scope: 'MEMBER', target: CAST.northGrid.id, reason: 'A case in court' };
  const made = good(await propose(hub, admin, { kind: 'PLACE_HOLD', payload, note: null }));
  const row = await hub.proposals.rows.findOne({ _id: made.id });
  if (row === null) throw new Error('it is there');
  const now = hub.clock.now();
  const copies = Array.from({ length: 4_300 }, () => ({ ...row, _id: newTimedId(hub, 'approval', now) }));
  await hub.proposals.rows.insertMany(copies);
  let read = 0;
  const list: typeof hub.proposals.list = async (...given) => {
    const rows = await hub.proposals.list(...given);
    read += rows.length;
    return rows;
  };
  const noting = { ...hub, proposals: { ...hub.proposals, list } };
  const analyst = await world.actor('northGrid', 'analyst');
  const first = good(await listProposals(noting, analyst, { first: 2, after: null }));
  expect([first.proposals, first.hasNextPage, read]).toEqual([[], true, 4_000]);
  const next = good(await listProposals(noting, analyst, { first: 2, after: first.endCursor }));
  expect(next).toEqual({ proposals: [], hasNextPage: false, endCursor: null });
});
