// What a warning concerns is what its publisher states: shown, filtered by, and put into the report. Nothing that a reader
// sees follows from the audience but its own reason.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { MAX_PAGE_SIZE } from '../../../src/domain/limit/page-size.ts';
import { readCsaf } from '../../../src/exchange/csaf/read-csaf.ts';
import { readFeed } from '../../../src/service/feed/read-feed.ts';
import { advisoryDraft } from '../../../src/service/import/advisory-draft.ts';
import type { FeedFilter } from '../../../src/service/item/item.ts';
import { readWarning } from '../../../src/service/item/read-warning.ts';
import { bundleOfWarning } from '../../../src/service/object/bundle/bundle-of-warning.ts';
import { publishWarning } from '../../../src/service/warning/publish-warning.ts';
import { updateWarning } from '../../../src/service/warning/update-warning.ts';
import { contentOf, contentText } from '../../../src/store/content/stored-content.ts';
import { forgetAudiences } from '../../../src/store/migration/rows/2026-11-29-forget-audiences.ts';
import { draft, openTestHub, type TestHub } from '../../support/hub.ts';
import { publicSet } from '../../support/inputs/public-set.ts';
import { publishBy } from '../../support/publish.ts';

let world: TestHub;
beforeAll(async () => {
  world = await openTestHub();
});
afterAll(() => world.close());

const AUDIENCE = {
  alternatives: [{ sectors: ['energy/electricity', 'health'] }, { countries: ['XB'] }],
  excludes: [],
};
const CONCERNED = { sectorsConcerned: ['drinking-water'], countriesConcerned: ['XC'] } as const;

/** The ids that north-grid finds. */
const found = async (filter: FeedFilter): Promise<string[]> => {
  const reader = await world.actor('northGrid', 'analyst');
  const page = await readFeed(world.hub, reader, { first: MAX_PAGE_SIZE, after: null, filter });
  if (!page.ok) throw new Error(JSON.stringify(page.problems));
  return page.value.items.map(({ summary }) => summary.id);
};
const isFoundBy = async (id: string, filters: readonly FeedFilter[]): Promise<boolean[]> =>
  Promise.all(filters.map(async (filter) => (await found(filter)).includes(id)));

const BY_AUDIENCE: readonly FeedFilter[] = [
  { sectors: ['energy'] },
  { sectors: ['health'] },
  { country: 'XB' },
  { country: 'XB', text: 'substation' },
];
const BY_CONCERNED: readonly FeedFilter[] = [
  { sectors: ['drinking-water'] },
  { country: 'XC' },
  { sectors: ['drinking-water'], country: 'XC', text: 'substation' },
];

test('filters find it by what it concerns, and not by whom it is for', async () => {
  const id = await publishBy(world, 'cyberAgency', { ...CONCERNED, audience: AUDIENCE });
  expect(await isFoundBy(id, BY_AUDIENCE)).toEqual([false, false, false, false]);
  expect(await isFoundBy(id, BY_CONCERNED)).toEqual([true, true, true]);
  const unstated = await publishBy(world, 'cyberAgency', { audience: AUDIENCE });
  expect(await isFoundBy(unstated, [...BY_AUDIENCE, ...BY_CONCERNED])).not.toContain(true);
});

test('two that differ in nothing but the rest of the audience look the same to a reader', async () => {
  const seen = [];
  for (const alternatives of [
    [{ sectors: ['energy/electricity'] }],
    [{ sectors: ['energy/electricity', 'health'] }],
  ]) {
    const id = await publishBy(world, 'cyberAgency', {
      ...CONCERNED,
      audience: { alternatives, excludes: [] },
    });
    const reader = await world.actor('northGrid', 'analyst');
    const item = await readWarning(world.hub, reader, id);
    if (item === null) throw new Error('north-grid reads it');
    const text = JSON.stringify([item.summary, item.reason, await bundleOfWarning(world.hub, reader, item)]);
    seen.push(
      text
        .replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'id')
        .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'time'),
    );
  }
  expect(seen[0]).toBe(seen[1]);
  expect(seen[0]).toContain('"sectors_concerned":["drinking-water"]');
  expect(seen[0]).toContain('"countries_concerned":["XC"]');
  expect(seen[0]).not.toContain('health');
});

test('a correction states it anew', async () => {
  const id = await publishBy(world, 'cyberAgency', { ...CONCERNED, audience: AUDIENCE });
  const { kind: _k, marking: _m, audience: _a, allowEmptyAudience: _e, exercise: _x, ...texts } = draft();
  const agency = await world.actor('cyberAgency');
  const corrected = { ...texts, sectorsConcerned: ['health'], countriesConcerned: [] };
  await updateWarning(world.hub, agency, { id, expectedVersion: 1, draft: corrected });
  await world.drain();
  expect(await isFoundBy(id, [{ sectors: ['health'] }, ...BY_CONCERNED])).toEqual([
    true,
    false,
    false,
    false,
  ]);
});

test('unknown sectors, malformed countries and too many of them are refused', async () => {
  const agency = await world.actor('cyberAgency');
  const codes = async (changes: Parameters<typeof draft>[0]) => {
    const outcome = await publishWarning(world.hub, agency, draft(changes));
    return outcome.ok ? [] : outcome.problems.map(({ code, path }) => `${code} ${path}`);
  };
  expect(await codes({ sectorsConcerned: ['health', 'magic'] })).toEqual([
    'SECTOR_UNKNOWN $.sectorsConcerned[1]',
  ]);
  expect(await codes({ countriesConcerned: ['xa'] })).toEqual(['COUNTRY_MALFORMED $.countriesConcerned[0]']);
  expect(await codes({ sectorsConcerned: Array(61).fill('health') })).toEqual([
    'TOO_MANY $.sectorsConcerned',
  ]);
  expect(await codes({ countriesConcerned: Array(261).fill('XA') })).toEqual([
    'TOO_MANY $.countriesConcerned',
  ]);
  expect(
    await codes({ sectorsConcerned: Array(60).fill('health'), countriesConcerned: Array(260).fill('XA') }),
  ).toEqual([]);
});

describe('versions of older releases', () => {
  /** As a hub of the release before writes it: the sectors and countries of the audience. */
  const asOld = (text: string): string => {
    const { access, summary } = contentOf(text);
    const stored = JSON.parse(contentText({ access, summary })) as { card: Record<string, unknown> };
    const { sectorsConcerned: _s, countriesConcerned: _c, ...card } = stored.card;
    const sectors = ['energy/electricity', 'health'];
    return JSON.stringify({ ...stored, card: { ...card, sectors, countries: ['XB'] } });
  };
  const makeOld = async (id: string): Promise<void> => {
    const { rows } = world.hub.feed;
    const row = await rows.findOne({ warning: id, sector: '*' });
    const content = asOld(row!.content);
    await world.hub.warnings.rows.updateOne({ warning: id }, { $set: { content } });
    await rows.updateOne({ _id: row!._id }, { $set: { content, countries: ['XB'] } });
    for (const sector of ['energy', 'health'])
      await rows.insertOne({ ...row!, _id: `${id}.1.${sector}`, sector, content, countries: ['XB'] });
  };

  test('concern nothing, and are not found by their audience, before and after the migration', async () => {
    const id = await publishBy(world, 'cyberAgency', { audience: AUDIENCE });
    await makeOld(id);
    const reader = await world.actor('northGrid', 'analyst');
    expect((await readWarning(world.hub, reader, id))?.summary).toMatchObject({
      sectorsConcerned: [],
      countriesConcerned: [],
    });
    expect(await isFoundBy(id, [...BY_AUDIENCE, {}])).toEqual([false, false, false, false, true]);
    const { database } = world.hub;
    expect(await forgetAudiences.remaining(database)).toBeGreaterThanOrEqual(3);
    for (let position: string | null = null; ; ) {
      const batch = await forgetAudiences.next(database, position);
      if (batch === null) break;
      expect(batch.position > (position ?? '')).toBe(true);
      await database.transaction((session) => batch.write(session));
      position = batch.position;
    }
    expect(await forgetAudiences.remaining(database)).toBe(0);
    const rows = await world.hub.feed.rows.find({ warning: id }).toArray();
    expect(rows.map(({ sector, countries }) => [sector, countries])).toEqual([['*', []]]);
    expect(await isFoundBy(id, [...BY_AUDIENCE, {}])).toEqual([false, false, false, false, true]);
  });

  test('pairs of them are scored again without sectors', async () => {
    const externalReferences = [{ source: 'cve', id: 'CVE-2026-4001', url: null }];
    const ids = [
      await publishBy(world, 'cyberAgency', {
        headline: 'Pumps open at night',
        externalReferences,
        audience: AUDIENCE,
      }),
      await publishBy(world, 'northGrid', {
        headline: 'Valves shut by day',
        externalReferences,
        audience: AUDIENCE,
      }),
    ];
    const { pairs, database } = world.hub;
    const filter = { warnings: { $all: ids } } as object;
    const before = await pairs.rows.findOne(filter);
    await pairs.traits.updateMany(
      { _id: { $in: ids } },
      { $set: { sectors: ['energy/electricity', 'health'] } },
    );
    await pairs.rows.updateOne(filter, {
      $set: { score: 0.95, reasons: [...before!.reasons, 'Both are for energy/electricity, health.'] },
    });
    for (let position: string | null = null; ; ) {
      const batch = await forgetAudiences.next(database, position);
      if (batch === null) break;
      await database.transaction((session) => batch.write(session));
      position = batch.position;
    }
    expect(await pairs.rows.findOne(filter)).toMatchObject({
      score: before!.score,
      state: before!.state,
      reasons: before!.reasons,
    });
    expect((await pairs.traits.find({ _id: { $in: ids } }).toArray()).map(({ sectors }) => sectors)).toEqual([
      [],
      [],
    ]);
  });
});

test('an advisory concerns the sectors and countries that it names', () => {
  const counts = { sectors: 0, countries: 0, worldwide: 0 };
  for (const text of publicSet('csaf-cisa').values()) {
    const reading = readCsaf(text);
    if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
    const { sectorsConcerned, countriesConcerned, audience } = advisoryDraft(
      reading.draft,
      reading.stix,
      null,
    );
    expect(audience.alternatives).toEqual([
      sectorsConcerned.length === 0 ? {} : { sectors: sectorsConcerned },
    ]);
    expect(sectorsConcerned.length).toBeLessThanOrEqual(60);
    expect(countriesConcerned.every((country) => /^[A-Z]{2}$/.test(country))).toBe(true);
    if (reading.draft.areas.worldwide) expect(countriesConcerned).toEqual([]);
    if (sectorsConcerned.length > 0) counts.sectors += 1;
    if (countriesConcerned.length > 0) counts.countries += 1;
    if (reading.draft.areas.worldwide) counts.worldwide += 1;
  }
  process.stdout.write(`of 400 advisories: ${JSON.stringify(counts)}\n`);
  expect(counts.sectors).toBeGreaterThan(200);
  expect(counts.countries).toBeGreaterThan(5);
});
