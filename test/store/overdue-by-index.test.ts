// What is overdue is found among what is overdue: the look costs nothing for the jobs that are merely under way.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ObjectId } from '../../src/store/connect.ts';
import { openTestHub, type TestHub } from '../support/hub.ts';

let world: TestHub;
beforeAll(async () => {
  world = await openTestHub();
});
afterAll(() => world.close());

test('two overdue entries among a thousand queued ones are two keys of an index', async () => {
  const { database, entries } = world.hub;
  const row = (sequence: number, queuedAt: Date) => ({
    _id: new ObjectId(),
    event: 'warning.published',
    work: 'QUEUED',
    sequence,
    open: ['target-warning'],
    queuedAt,
  });
  const now = Date.now();
  const rows = Array.from({ length: 1_000 }, (_, index) => row(1_000_000 + index, new Date(now)));
  const [late, ahead] = [row(2_000_002, new Date(now - 600_000)), row(2_000_001, new Date(now + 600_000))];
  await entries.rows.insertMany([...rows, late, ahead] as never);
  const db = database.native();
  await db.command({ profile: 2 });
  const found = await entries.overdue(300_000, 500);
  await db.command({ profile: 0 });
  expect(found.map(({ sequence }) => sequence)).toEqual([ahead.sequence, late.sequence]);
  const looked = await db
    .collection('system.profile')
    .find({ ns: `${database.name}.entries`, op: 'query' })
    .toArray();
  expect(looked.length).toBeGreaterThan(0);
  expect(looked.reduce((sum, { keysExamined }) => sum + Number(keysExamined), 0)).toBeLessThan(10);
  expect(looked.reduce((sum, { docsExamined }) => sum + Number(docsExamined), 0)).toBe(2);
});
