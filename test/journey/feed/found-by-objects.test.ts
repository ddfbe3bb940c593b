// A warning is found by what is in its objects: values, hashes, malware, techniques, products. A word that finds something is a
// way out: it comes only from objects that every reader of the warning has.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { observableIdentifier } from 'stix2-ts/identifier';
import { TLP2_MARKING_IDS } from 'stix2-ts/marking';
import { readFeed } from '../../../src/service/feed/read-feed.ts';
import { addWordsOfObjects } from '../../../src/store/migration/rows/2026-11-29-words-of-objects.ts';
import type { CastName } from '../../support/cast.ts';
import { openTestHub, type TestHub } from '../../support/hub.ts';
import { bundleOf, MADE_AT, made } from '../../support/objects.ts';
import { publishBy, to } from '../../support/publish.ts';

let world: TestHub;
beforeAll(async () => {
  world = await openTestHub();
});
afterAll(() => world.close());

const indicator = (value: string, more: object = {}) =>
  made('indicator', {
    name: `Beacon to ${value}`,
    pattern_type: 'stix',
    pattern: `[ipv4-addr:value = '${value}']`,
    valid_from: MADE_AT,
    ...more,
  });

const foundBy = async (name: CastName, text: string): Promise<string[]> => {
  const page = await readFeed(world.hub, await world.actor(name, 'analyst'), {
    first: 50,
    after: null,
    filter: { text },
  });
  if (!page.ok) throw new Error(JSON.stringify(page.problems));
  return page.value.items.map(({ summary }) => summary.id);
};

const SOFTWARE = { type: 'software', spec_version: '2.1', name: 'Aquasoft Controller', vendor: 'Hydrodyne' };

const OBJECTS = () => [
  indicator('198.51.100.77'),
  made('indicator', {
    pattern_type: 'stix',
    pattern:
      "[file:hashes.'SHA-256' = 'E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855' AND file:name = 'pumpkill.exe']",
    valid_from: MADE_AT,
  }),
  made('malware', { name: 'Pumpkill', aliases: ['Wellbreaker'], is_family: true }),
  made('attack-pattern', {
    name: 'Exploit Public-Facing Application',
    external_references: [{ source_name: 'mitre-attack', external_id: 'T1190' }],
  }),
  { ...SOFTWARE, id: observableIdentifier(SOFTWARE) },
];

const SEARCHES = [
  '198.51.100.77',
  '198[.]51[.]100[.]77',
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  'E3B0C44298',
  'pumpkill.exe',
  'pumpkill',
  'wellbreaker',
  't1190',
  'aquasoft controller',
  'hydrodyne',
];

describe('a search', () => {
  let warning: string;
  beforeAll(async () => {
    const bundle = bundleOf(...OBJECTS());
    warning = await publishBy(world, 'cyberAgency', { audience: to('northGrid'), bundle });
  });

  test.each(SEARCHES)('finds it by %s', async (text) => {
    expect(await foundBy('northGrid', text)).toEqual([warning]);
  });

  test('finds nothing for a member that does not have it, nor for another value', async () => {
    for (const text of SEARCHES) expect([text, await foundBy('riverWater', text)]).toEqual([text, []]);
    expect(await foundBy('northGrid', '198.51.100.78')).toEqual([]);
  });

  test('a version written by an older hub is found once the migration has run, and running it again changes nothing', async () => {
    const { rows } = world.hub.feed;
    const { words } = (await rows.findOne({ warning })) ?? { words: [] };
    await rows.updateMany({ warning }, { $set: { words: ['older'] }, $unset: { isFoundByObjects: '' } });
    expect(await foundBy('northGrid', 'pumpkill')).toEqual([]);
    const { database } = world.hub;
    expect(await addWordsOfObjects.remaining(database)).toBe(1);
    const batch = await addWordsOfObjects.next(database, null);
    expect(
      await database.transaction((session) => batch?.write(session) ?? Promise.resolve(0)),
    ).toBeGreaterThan(0);
    expect(await addWordsOfObjects.remaining(database)).toBe(0);
    expect(await addWordsOfObjects.next(database, batch?.position ?? null)).toBeNull();
    for (const text of [...SEARCHES, 'older'])
      expect([text, await foundBy('northGrid', text)]).toEqual([text, [warning]]);
    expect(words).toContain('pumpkill');
  });
});

test('an object under a stricter marking is not found, not even by those who may read it', async () => {
  const red = { object_marking_refs: [TLP2_MARKING_IDS.AMBER] };
  const bundle = bundleOf(indicator('203.0.113.5'), indicator('203.0.113.6', red));
  const warning = await publishBy(world, 'cyberAgency', {
    audience: to('northGrid'),
    marking: 'GREEN',
    bundle,
  });
  expect(await foundBy('northGrid', '203.0.113.5')).toEqual([warning]);
  for (const name of ['northGrid', 'cyberAgency'] as const)
    expect(await foundBy(name, '203.0.113.6')).toEqual([]);
  const { rows } = world.hub.feed;
  await rows.updateMany({ warning }, { $set: { words: [] }, $unset: { isFoundByObjects: '' } });
  const batch = await addWordsOfObjects.next(world.hub.database, null);
  await world.hub.database.transaction((session) => batch?.write(session) ?? Promise.resolve(0));
  expect(await foundBy('northGrid', '203.0.113.5')).toEqual([warning]);
  expect(await foundBy('northGrid', '203.0.113.6')).toEqual([]);
});
