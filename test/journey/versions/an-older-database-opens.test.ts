// A database without row numbers per source: it opens, even from two processes at once, its rows are numbered in order
// of arrival, and the next version of an object continues the numbering.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newIdentifier } from 'stix2-ts/identifier';
import { openHub } from '../../../src/hub.ts';
import { publishWarning } from '../../../src/service/warning/publish-warning.ts';
import { draft, openTestHub, type TestHub } from '../../support/hub.ts';
import { bundleOf, made } from '../../support/objects.ts';
import { to } from '../../support/publish.ts';

let world: TestHub;
beforeAll(async () => {
  world = await openTestHub();
});
afterAll(() => world.close());

test('rows are numbered, and the next one continues', async () => {
  const id = newIdentifier('tool');
  const publish = async (name: 'cyberAgency' | 'xbCsirt', day: number): Promise<void> => {
    const tool = made('tool', { id, name: 'counted', modified: `2026-01-0${day}T00:00:00.000Z` });
    const request = draft({ audience: to('northGrid'), bundle: bundleOf(tool) });
    const outcome = await publishWarning(world.hub, await world.actor(name), request);
    expect(outcome.ok).toBe(true);
  };
  const counted = async (): Promise<string[]> =>
    (await world.hub.objects.rows.find({ stixId: id }).sort({ _id: 1 }).toArray()).map(
      ({ source, ordinal, modified }) => `${source} ${ordinal} ${modified.slice(8, 10)}`,
    );
  for (const day of [3, 1, 2]) await publish('cyberAgency', day);
  await publish('xbCsirt', 4);
  const before = await counted();
  const { rows } = world.hub.objects;
  await rows.dropIndex('stixId_1_source_1_ordinal_1');
  await rows.updateMany({}, { $unset: { ordinal: '' } });
  await rows.createIndex({ stixId: 1, modified: 1, source: 1 }, { unique: true });
  await world.hub.database.native().collection('migrations').drop();
  const opened = await Promise.all(
    ['hub', 'worker'].map((part) => openHub(world.hub.config, part, { log: world.hub.log })),
  );
  for (const hub of opened) await hub.close();
  expect(await counted()).toEqual(before);
  expect((await rows.indexes()).map(({ name }) => name)).not.toContain('stixId_1_modified_1_source_1');
  await publish('cyberAgency', 5);
  expect((await counted()).at(-1)).toMatch(/ 3 05$/);
});
