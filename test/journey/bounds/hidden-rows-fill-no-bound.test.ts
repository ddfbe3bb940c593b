// Thousands of hidden rows before a few visible ones, in every list: none of them fills a limit, blanks a page, ends a search
// or hides a visible row, and a page that found nothing says where to go on (I31).

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newIdentifier } from 'stix2-ts/identifier';
import { REAL_FIRST } from '../../../src/domain/exercise/partition.ts';
import type { Actor } from '../../../src/domain/member.ts';
import { readCorroborationOf, readRelatedOf } from '../../../src/service/duplicate/read-related.ts';
import { listProposals } from '../../../src/service/duplicate/review-duplicates.ts';
import { type FeedPage, readFeed } from '../../../src/service/feed/read-feed.ts';
import { readMember } from '../../../src/service/feed/read-member.ts';
import { readSourcesOf } from '../../../src/service/feed/read-sources.ts';
import { checkFilter } from '../../../src/service/item/item.ts';
import { readWarning } from '../../../src/service/item/read-warning.ts';
import { objectWarnings } from '../../../src/service/object/object-context.ts';
import { objectSources } from '../../../src/service/object/object-sources.ts';
import { enrichmentOf } from '../../../src/service/object/read-enrichment.ts';
import { readObject } from '../../../src/service/object/read-objects.ts';
import { readVersions } from '../../../src/service/object/version/read-versions.ts';
import { publishWarning } from '../../../src/service/warning/publish-warning.ts';
import { CAST } from '../../support/cast.ts';
import { draft, openTestHub, type TestHub } from '../../support/hub.ts';
import { missedItems } from '../../support/live.ts';
import { bundleOf, made } from '../../support/objects.ts';
import { publishBy, to } from '../../support/publish.ts';
import { floodFeed, floodLinks, floodObjects, floodPairs } from '../../support/world/flood.ts';
import { allProposals } from '../../support/world/proposals.ts';

let world: TestHub;
let reader: Actor;
beforeAll(async () => {
  world = await openTestHub();
  reader = await world.actor('northGrid', 'analyst');
});
afterAll(() => world.close());

/** For everybody, but not for the reader, whose tokens let it through. */
const hiddenFromReader = { audience: { alternatives: [{}], excludes: ['north-grid'] } };
const visible = { audience: to('northGrid', 'cyberAgency') };
const advisory = (id: string) => ({ externalReferences: [{ source: 'xa-cert', id, url: null }] });

const itemOf = async (id: string) => {
  const item = await readWarning(world.hub, reader, id);
  if (item === null) throw new Error('the reader sees it');
  return item;
};

describe('the feed', () => {
  const pagesOf = async (first: number): Promise<FeedPage[]> => {
    const pages: FeedPage[] = [];
    for (let after: string | null = null; ; ) {
      const page = await readFeed(world.hub, reader, { first, after, filter: {} });
      if (!page.ok) throw new Error(page.problems[0]?.message);
      pages.push(page.value);
      if (!page.value.hasNextPage) return pages;
      expect(page.value.endCursor).not.toBeNull();
      expect(page.value.endCursor).not.toBe(after);
      after = page.value.endCursor;
    }
  };

  test('shows what is behind thousands of hidden rows on its first page', async () => {
    const one = await publishBy(world, 'cyberAgency', visible);
    const hidden = await publishBy(world, 'xbCsirt', hiddenFromReader);
    await floodFeed(world, hidden, 2_100);
    const [page, ...more] = await pagesOf(20);
    expect(more).toEqual([]);
    expect(page?.items.map(({ summary }) => summary.id)).toEqual([one]);
  });

  test('gets on over more hidden rows than a page examines, and so does a stream', async () => {
    const [before] = await pagesOf(20);
    const seen = before?.items.map(({ summary }) => summary.id) ?? [];
    const start = await world.hub.counters.current('sequence');
    const hidden = await publishBy(world, 'xbCsirt', hiddenFromReader);
    await floodFeed(world, hidden, 21_000, true);
    // Each of a class of its own: the first page finds nothing, and says where to go on.
    const pages = await pagesOf(20);
    expect(pages.length).toBeGreaterThan(1);
    expect(pages[0]).toMatchObject({ items: [], hasNextPage: true });
    expect(pages.flatMap(({ items }) => items.map(({ summary }) => summary.id))).toEqual(seen);
    const last = await publishBy(world, 'cyberAgency', visible);
    const filter = checkFilter({});
    if (!filter.ok) throw new Error('no filter is a good one');
    const until = await world.hub.counters.current('sequence');
    const missed = { actor: reader, filter: filter.value, after: start, until };
    expect((await missedItems(world.hub, missed)).map(({ summary }) => summary.id)).toEqual([last]);
  });

  test('and a publisher is found behind the thousands of classes of those rows', async () => {
    expect(await readMember(world.hub, reader, CAST.energyCentre.id)).toBeNull();
    await publishBy(world, 'energyCentre', { audience: { alternatives: [{}], excludes: [] } });
    expect(await readMember(world.hub, reader, CAST.energyCentre.id)).toMatchObject({
      slug: 'energy-centre',
    });
  });
});

test('sources of an advisory, and what it collapses, behind thousands of hidden reports of it', async () => {
  const hidden = await publishBy(world, 'xbCsirt', { ...hiddenFromReader, ...advisory('XA-2026-900') });
  await floodFeed(world, hidden, 2_500);
  const first = await publishBy(world, 'cyberAgency', { ...visible, ...advisory('XA-2026-900') });
  await floodFeed(world, hidden, 2_500);
  const second = await publishBy(world, 'energyCentre', { ...visible, ...advisory('XA-2026-900') });
  const item = await itemOf(first);
  const sources = (await readSourcesOf(world.hub, reader, [item])).get(first) ?? [];
  expect(sources.map(({ warning }) => warning)).toEqual([first, second]);
  expect((await readCorroborationOf(world.hub, reader, [item])).get(first)).toBe(2);
  const page = await readFeed(world.hub, reader, { first: 50, after: null, filter: {} });
  const ids = page.ok ? page.value.items.map(({ summary }) => summary.id) : [];
  expect(ids).toContain(first);
  expect(ids).not.toContain(second);
});

test('related warnings and proposals, behind thousands of pairs with a hidden side', async () => {
  const names = (...cves: string[]) => ({
    externalReferences: cves.map((id) => ({ source: 'cve', id, url: null })),
  });
  const hidden = await publishBy(world, 'xbCsirt', hiddenFromReader);
  const one = await publishBy(world, 'cyberAgency', {
    ...visible,
    ...names('CVE-2030-1001', 'CVE-2030-1002'),
  });
  await floodPairs(world, [hidden, one], 2_500, 'LINKED');
  await floodPairs(world, [hidden, one], 4_500, 'PROPOSED');
  // Whoever settles the pairs of a warning gets all of them: those behind a bound would be written anew each time.
  expect((await world.hub.pairs.ofWarnings([one])).length).toBeGreaterThanOrEqual(7_000);
  const other = await publishBy(world, 'energyCentre', {
    ...visible,
    ...names('CVE-2030-1001', 'CVE-2030-1002'),
  });
  await publishBy(world, 'xbCsirt', { ...visible, ...names('CVE-2030-1001'), headline: 'Pumps stop' });
  const related = (await readRelatedOf(world.hub, reader, [await itemOf(one)])).get(one) ?? [];
  expect(related.map(({ item }) => item.summary.id)).toEqual([other]);
  const reviewer = await world.actor('northGrid');
  const first = await listProposals(world.hub, reviewer, { first: 20, after: null, partition: null });
  expect(first).toMatchObject({ ok: true, value: { proposals: [], hasNextPage: true } });
  const proposals = await allProposals((request) =>
    listProposals(world.hub, reviewer, { ...request, first: 1 }),
  );
  expect(proposals.length).toBeGreaterThan(0);
});

describe('an object', () => {
  const flaw = () => made('vulnerability', { name: 'CVE-2021-44228' });

  test('is found behind hundreds of hidden warnings that hold it, and judged the same', async () => {
    const object = made('malware', { name: 'Held by many', is_family: true });
    await publishBy(world, 'cyberAgency', { ...hiddenFromReader, bundle: bundleOf(object) });
    await floodLinks(world, object.id, 1_500);
    const open = await publishBy(world, 'cyberAgency', { ...visible, bundle: bundleOf(object) });
    expect(await world.hub.objects.rows.countDocuments({ stixId: object.id })).toBe(1);
    const seen = await readObject(world.hub, reader, object.id, REAL_FIRST);
    if (seen === null) throw new Error('the reader sees it');
    const holders = await objectWarnings(world.hub, reader, seen, { first: 20, after: null });
    if (!holders.ok) throw new Error('the page is read');
    expect(holders.value.items.map(({ summary }) => summary.id)).toEqual([open]);
    // A publisher who reads it is told that it differs, whatever else holds it.
    const changed = draft({ audience: to('southGrid'), bundle: bundleOf({ ...object, name: 'Changed' }) });
    expect(await publishWarning(world.hub, await world.actor('northGrid'), changed)).toMatchObject({
      value: { findings: expect.arrayContaining([expect.objectContaining({ code: 'OBJECT_DIFFERS' })]) },
    });
  });

  test('has its sources, versions and context behind thousands of hidden rows about the same', async () => {
    const hidden = flaw();
    await publishBy(world, 'xbCsirt', { ...hiddenFromReader, bundle: bundleOf(hidden) });
    const [one, other] = [flaw(), flaw()];
    // Other ids for the same, and newer versions of the very object.
    await floodObjects(world, hidden.id, 2_000, () => newIdentifier('vulnerability'));
    await floodObjects(world, hidden.id, 1_200, () => one.id);
    await publishBy(world, 'cyberAgency', { ...visible, bundle: bundleOf(one) });
    await publishBy(world, 'energyCentre', { ...visible, bundle: bundleOf(other) });
    const seen = await readObject(world.hub, reader, one.id, REAL_FIRST);
    if (seen === null) throw new Error('the reader sees it');
    const { tellers, corroboration } = await objectSources(world.hub, reader, seen);
    expect(tellers.map(({ id }) => id).sort()).toEqual([one.id, other.id].sort());
    expect(corroboration).toBe(2);
    const versions = await readVersions(world.hub, reader, seen, { first: 20, after: null });
    expect(versions.ok && versions.value.versions).toHaveLength(1);
  });

  test('keeps its context beside one that has very much', async () => {
    const [rich, plain] = [flaw(), flaw()];
    await publishBy(world, 'cyberAgency', { ...visible, bundle: bundleOf(rich, plain) });
    const read = async (id: string) => {
      const seen = await readObject(world.hub, reader, id, REAL_FIRST);
      if (seen === null) throw new Error('the reader sees it');
      return seen;
    };
    const both = [await read(rich.id), await read(plain.id)];
    const row = both[0]?.row?._id;
    await world.hub.context.enrichments.insertMany(
      Array.from({ length: 200 }, (_, index) => ({
        _id: `a${index} ${row?.toHexString()}`,
        stixId: newIdentifier('note'),
        type: 'note',
        row: row as never,
        subject: rich.id,
        warning: '',
        version: 1,
        set: 'made up',
        setVersion: '1',
        key: 'CVE-2021-44228',
        body: Buffer.from('{"type":"note"}') as never,
      })),
    );
    const alone = (await enrichmentOf(world.hub, both.slice(1)))[0] ?? [];
    await world.hub.context.enrichments.insertOne({
      ...((await world.hub.context.enrichments.findOne({ set: 'made up' })) as never as object),
      _id: `z ${both[1]?.row?._id.toHexString()}`,
      row: both[1]?.row?._id as never,
    } as never);
    const [, beside] = await enrichmentOf(world.hub, both);
    expect(beside).toHaveLength(alone.length + 1);
  });
});
