// What was told by itself in this hour is found among what is of this hour, whatever else an endpoint was sent before.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newVersionDelivery } from '../../src/service/channel/new-channel-delivery.ts';
import { plantEndpoint } from '../support/channels/endpoints.ts';
import { openTestHub, type TestHub } from '../support/hub.ts';

let world: TestHub;
beforeAll(async () => {
  world = await openTestHub();
});
afterAll(() => world.close());

test('one that came and one that was released in this hour among a thousand are two rows', async () => {
  const { database, channelDeliveries, gathered } = world.hub;
  const endpoint = await plantEndpoint(world, 'southGrid');
  const since = new Date('2030-01-07T09:00:00.000Z');
  const at = (minutes: number): Date => new Date(since.getTime() + minutes * 60_000);
  const row = (version: number, made: Date) =>
    newVersionDelivery(
      endpoint,
      { warning: 'warning--1', version, exercise: null, isUrgent: false },
      { at: made, gathering: null },
    );
  const old = Array.from({ length: 1_000 }, (_, index) => row(index + 1, at(-index - 1)));
  await channelDeliveries.rows.insertMany([
    ...old,
    { ...row(2_001, at(-600)), releasedAt: at(-60) },
    { ...row(2_002, at(-600)), releasedAt: at(5) },
    row(2_003, at(5)),
  ]);
  const db = database.native();
  await db.command({ profile: 2 });
  const found = await gathered.singlesSince([endpoint.id], { since, exercise: null });
  await db.command({ profile: 0 });
  expect(found).toEqual(new Map([[endpoint.id, 2]]));
  const looked = await db
    .collection('system.profile')
    .find({ ns: `${database.name}.channel_deliveries`, op: 'command' })
    .toArray();
  expect(looked.length).toBeGreaterThan(0);
  expect(looked.reduce((sum, { docsExamined }) => sum + Number(docsExamined), 0)).toBeLessThan(10);
});
