// What was raised is found among the notices of raises, however many warnings have ended since.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { EVERY_SECTOR, NOTICE } from '../../src/store/feed.ts';
import { openTestHub, type TestHub } from '../support/hub.ts';
import { publishBy, to } from '../support/publish.ts';

let world: TestHub;
beforeAll(async () => {
  world = await openTestHub();
});
afterAll(() => world.close());

test('two raises among a thousand ends are two rows', async () => {
  const { database, feed } = world.hub;
  const id = await publishBy(world, 'cyberAgency', { audience: to('northGrid') });
  const [row] = await feed.byIds([`${id}.1.${EVERY_SECTOR}`]);
  if (row === undefined) throw new Error('the feed shows it');
  const notice = (at: number) => ({
    ...row,
    _id: `${id}-${at}.1.${NOTICE}`,
    sector: NOTICE,
    sequence: 1_000_000 + at,
    ...(at % 500 === 0 ? {} : { notice: 'ENDED' as const }),
  });
  await feed.rows.insertMany(Array.from({ length: 1_000 }, (_, at) => notice(at)));
  const db = database.native();
  await db.command({ profile: 2 });
  const range = { exercise: row.exercise, tokens: row.tokens, after: 0, before: Number.MAX_SAFE_INTEGER };
  const found = await feed.raisesIn(range, 100, 60_000);
  await db.command({ profile: 0 });
  expect(found.map(({ sequence }) => sequence)).toEqual([1_000_500, 1_000_000]);
  const looked = await db
    .collection('system.profile')
    .find({ ns: `${database.name}.feed`, op: 'query' })
    .toArray();
  expect(looked.length).toBeGreaterThan(0);
  // Each under the few tokens of its row.
  const most = 2 * row.tokens.length;
  expect(looked.reduce((sum, { docsExamined }) => sum + Number(docsExamined), 0)).toBeLessThanOrEqual(most);
});
