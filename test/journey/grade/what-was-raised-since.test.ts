// What a refresh raised is in the list of whoever asks what came since, though its publisher made no version of it: at its old
// place, newest first, and decided as every row is.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { refreshSet } from '../../../src/service/enrichment/refresh-set.ts';
import { endWarnings } from '../../../src/service/retention/end-warnings.ts';
import { NOTICE } from '../../../src/store/feed.ts';
import type { CastName } from '../../support/cast.ts';
import { openTestEndpoint, type TestEndpoint } from '../../support/endpoint.ts';
import { catalogueOf } from '../../support/inputs/kev-catalogue.ts';
import { publishBy, to } from '../../support/publish.ts';
import { naming, publishAbout } from '../../support/world/about-cve.ts';
import { correctBy } from '../../support/world/further-versions.ts';

const HOUR_MS = 3_600_000;
let world: TestEndpoint;
// Later than the clock of the database, so that what is published first is behind where a list since later begins.
let nowMs = Date.now() + 24 * HOUR_MS;
const tokens = new Map<CastName, string>();
afterAll(() => world.close());

const refresh = async (...cves: string[]): Promise<void> => {
  const outcome = await refreshSet(world.hub, 'kev', { 'kev/known-exploited.json': catalogueOf(cves) });
  expect(outcome).toMatchObject({ ok: true });
  await world.drain();
};
const publish = (cve: string, changes: Parameters<typeof publishAbout>[2] = {}): Promise<string> =>
  publishAbout(world, cve, changes);

type Row = { readonly id: string; readonly occasion: string };
type Asked = { since: string; order?: string; filter?: object; size?: number; name?: CastName };
const QUERY = `query S($first: Int!, $after: String, $since: DateTime, $filter: FeedFilter, $order: FeedOrder!) {
  feed(first: $first, after: $after, since: $since, filter: $filter, order: $order) {
    edges { occasion node { id raisedBecause } } pageInfo { hasNextPage endCursor } } }`;
const since = async ({ name = 'northGrid', size = 50, ...asked }: Asked): Promise<string[]> => {
  const found: string[] = [];
  for (let after: string | null = null; ; ) {
    const variables = { first: size, after, order: 'NEWEST_FIRST', ...asked };
    const { body } = await world.ask(tokens.get(name) ?? null, QUERY, variables);
    expect(body.errors).toBeUndefined();
    const { feed } = body.data;
    for (const { occasion, node } of feed.edges as { occasion: string; node: Row }[])
      found.push(`${occasion} ${node.id}`);
    if (!feed.pageInfo.hasNextPage) return found;
    after = feed.pageInfo.endCursor;
  }
};
const [one, other] = ['CVE-2026-42001', 'CVE-2026-42002'];
const ids: string[] = [];
let before: string;
let fresh: string;

beforeAll(async () => {
  world = await openTestEndpoint({ clock: { now: () => new Date(nowMs) } });
  for (const name of ['northGrid', 'riverWater'] as const)
    tokens.set(name, await world.token(name, 'analyst'));
  // The first load raises nobody anew.
  await refresh('CVE-2026-40001');
  for (const cve of [one, other]) ids.push(await publish(cve, { sectorsConcerned: ['energy'] }));
  await publish('CVE-2026-42999');
  nowMs += HOUR_MS;
  before = new Date(nowMs).toISOString();
  fresh = await publish('CVE-2026-42998');
  await refresh('CVE-2026-40001', one, other);
  nowMs += HOUR_MS;
});

test('whatever the size of a page, in its old place, and under the filters that it matches now', async () => {
  const raises = ids.toReversed().map((id) => `RAISED ${id}`);
  for (const size of [1, 2, 50])
    expect(await since({ since: before, size })).toEqual([`VERSION ${fresh}`, ...raises]);
  expect(await since({ since: before, filter: { urgencies: ['IMMEDIATE'] } })).toEqual(raises);
  expect(await since({ since: before, filter: { urgencies: ['EXPECTED'] } })).toEqual([`VERSION ${fresh}`]);
  expect(await since({ since: before, filter: { sectors: ['energy'] } })).toEqual(raises);
  expect(await since({ since: before, filter: { sectors: ['drinking-water'] } })).toEqual([]);
  expect(await since({ since: before, filter: { text: one } })).toEqual([`RAISED ${ids[0]}`]);
  const early = new Date(Date.parse(before) - 2 * HOUR_MS).toISOString();
  expect(await since({ since: early })).toEqual(expect.arrayContaining(raises));
  expect(new Set(await since({ since: early })).size).toBe((await since({ since: early })).length);
});

test('not for a later instant, nor for whoever may not read it, nor where a cursor only moves on', async () => {
  expect(await since({ since: new Date(nowMs).toISOString() })).toEqual([]);
  expect(await since({ since: before, name: 'riverWater' })).toEqual([]);
  expect(await since({ since: before, order: 'OLDEST_FIRST' })).toEqual([`VERSION ${fresh}`]);
  expect(await since({ since: before, filter: { exercise: 'winter-drill' } })).toEqual([]);
});

test('no more once the catalogue takes it back, or a correction makes it new', async () => {
  await refresh('CVE-2026-40001', other);
  expect(await since({ since: before })).toEqual([`VERSION ${fresh}`, `RAISED ${ids[1]}`]);
  await correctBy(world, { by: 'cyberAgency', id: ids[1] ?? '', expectedVersion: 1 }, naming(other));
  expect(await since({ since: before })).toEqual([`VERSION ${ids[1]}`, `VERSION ${fresh}`]);
});

test('of two assertions of one advisory that were both raised the earlier one, as without an instant', async () => {
  const cve = 'CVE-2026-42003';
  const both = { headline: 'Twins', externalReferences: [...naming(cve).externalReferences] };
  const told = { ...naming(cve), ...both, audience: to('northGrid') };
  const advisory = { source: 'xa-cert', id: 'XA-2026-900', url: null };
  told.externalReferences.push(advisory as never);
  const first = await publishBy(world, 'cyberAgency', told);
  const second = await publishBy(world, 'xbCsirt', told);
  nowMs += HOUR_MS;
  const later = new Date(nowMs).toISOString();
  await refresh('CVE-2026-40001', other, cve);
  nowMs += HOUR_MS;
  expect(await since({ since: later })).toEqual([`RAISED ${first}`]);
  expect(first).not.toBe(second);
});

test('also once its validity is over', async () => {
  const cve = 'CVE-2026-42004';
  const validUntil = new Date(nowMs + 4 * HOUR_MS).toISOString();
  const id = await publish(cve, { validUntil });
  nowMs += HOUR_MS;
  const later = new Date(nowMs).toISOString();
  await refresh('CVE-2026-40001', other, cve);
  expect(await since({ since: later })).toEqual([`RAISED ${id}`]);
  nowMs += 4 * HOUR_MS;
  expect(await endWarnings(world.hub)).toBeGreaterThan(0);
  await world.drain();
  const notices = await world.hub.feed.rows.find({ warning: id, sector: NOTICE }).toArray();
  expect(notices.map(({ notice, sequence }) => [notice, sequence !== undefined])).toEqual(
    expect.arrayContaining([
      [undefined, true],
      ['ENDED', true],
    ]),
  );
  expect(await since({ since: later })).toEqual([`RAISED ${id}`]);
});

test('raises are read for the rows of a page, and all of them only where the list comes to what is older', async () => {
  const { feed } = world.hub;
  const read: string[] = [];
  const { raisesIn } = feed;
  (feed as { raisesIn: typeof raisesIn }).raisesIn = (...asked) => {
    read.push('all');
    return raisesIn(...asked);
  };
  const early = new Date(Date.now() - 1_000 * HOUR_MS).toISOString();
  const variables = { first: 1, since: early, order: 'NEWEST_FIRST' };
  const { body } = await world.ask(tokens.get('northGrid') ?? null, QUERY, variables);
  expect(body.data.feed.edges).toHaveLength(1);
  expect(read).toEqual([]);
  (feed as { raisesIn: typeof raisesIn }).raisesIn = raisesIn;
});
