// A filter finds everything that the reader may see and that matches, page by page, at bounded cost: however rare the
// matches, however small the scan budget of a page, and whatever hidden warnings are among the rows (I7, I31, I34).
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fillFeed, openReader, RARE_COUNTRY, WORDS } from '../../../bench/feed/large-feed.ts';
import { openPartnership } from '../../../bench/partnership.ts';
import { actorOf } from '../../../src/domain/directory.ts';
import { MAX_PAGE_SIZE } from '../../../src/domain/limit/page-size.ts';
import type { Actor } from '../../../src/domain/member.ts';
import { sectorAndAncestors } from '../../../src/domain/sector.ts';
import type { Hub } from '../../../src/hub.ts';
import { openCursor } from '../../../src/service/cursor.ts';
import { type FeedPage, readFeed } from '../../../src/service/feed/read-feed.ts';
import type { FeedFilter, Item } from '../../../src/service/item/item.ts';
import { checkFilter } from '../../../src/service/item/item.ts';
import { memberId } from '../../../src/service/member/admit-member.ts';
import { fillAccessClasses } from '../../../src/store/migration/rows/2026-11-28-access-classes.ts';
import { openTestHub, type TestHub } from '../../support/hub.ts';
import { missedItems } from '../../support/live.ts';
import { seed } from '../../support/seed.ts';

const VISIBLE = 1_300;
const HIDDEN = 433;

let world: TestHub;
let actor: Actor;
/** All that the reader may see, newest first, by an unfiltered walk. */
let plain: Item[];

beforeAll(async () => {
  world = await openTestHub();
  await openPartnership(world.hub);
  await openReader(world.hub);
  const plan = { seed: 1, visible: VISIBLE, hidden: HIDDEN, rareEvery: 100, sectorEvery: 1 };
  await fillFeed(world.hub, plan, world.drain);
  world.hub.directory.forget();
  const key = { id: 'reader', member: memberId('wide-operator'), roles: ['analyst'], person: null } as const;
  const found = actorOf(await world.hub.directory.current(), key);
  if (found === null) throw new Error('the reader is a member');
  actor = found;
  plain = await wholeFeed(world.hub, {}, MAX_PAGE_SIZE);
});
afterAll(() => world.close());

const lookingAt = (searchRows: number): Hub => {
  const { config } = world.hub;
  return { ...world.hub, config: { ...config, limits: { ...config.limits, searchRows } } };
};

const pageOf = async (
  hub: Hub,
  filter: FeedFilter,
  first: number,
  after: string | null,
): Promise<FeedPage> => {
  const page = await readFeed(hub, actor, { first, after, filter });
  if (!page.ok) throw new Error(page.problems[0]?.message);
  expect(page.value.items.length).toBeLessThanOrEqual(first);
  return page.value;
};

const pagesOf = async (hub: Hub, filter: FeedFilter, first: number): Promise<FeedPage[]> => {
  const pages: FeedPage[] = [];
  for (let after: string | null = null; ; ) {
    const page = await pageOf(hub, filter, first, after);
    pages.push(page);
    if (!page.hasNextPage) return pages;
    // The cursor is further on than the last.
    expect(page.endCursor).not.toBeNull();
    expect(page.endCursor).not.toBe(after);
    after = page.endCursor;
  }
};

const wholeFeed = async (hub: Hub, filter: FeedFilter, first: number): Promise<Item[]> =>
  (await pagesOf(hub, filter, first)).flatMap(({ items }) => items);

const idsOf = (items: readonly Item[]): string[] => items.map(({ summary }) => summary.id);

/** The filter applied naively to the unfiltered walk. */
const fits = ({ summary, grade }: Item, filter: FeedFilter): boolean => {
  const words = `${summary.headline} ${summary.summary}`.toLowerCase().split(/[^a-z0-9]+/);
  const sectors = summary.sectorsConcerned.flatMap(sectorAndAncestors);
  return (
    (filter.kind === undefined || summary.kind === filter.kind) &&
    (filter.severities === undefined || filter.severities.includes(summary.severity)) &&
    (filter.urgencies === undefined || filter.urgencies.includes(grade.urgency)) &&
    (filter.certainties === undefined || filter.certainties.includes(grade.certainty)) &&
    (filter.country === undefined || summary.countriesConcerned.includes(filter.country)) &&
    (filter.sectors === undefined || filter.sectors.some((each) => sectors.includes(each))) &&
    (filter.text ?? '')
      .split(' ')
      .filter(Boolean)
      .every((wanted) => words.some((word) => word.startsWith(wanted)))
  );
};

test('the unfiltered walk shows all that the reader may see, and nothing else', () => {
  expect(plain.length).toBeGreaterThanOrEqual(VISIBLE);
  expect(plain.some(({ summary }) => summary.summary.includes(WORDS.hidden))).toBe(false);
});

const filters: fc.Arbitrary<FeedFilter> = fc.record(
  {
    kind: fc.constantFrom('WARNING', 'PRACTICE'),
    severities: fc.uniqueArray(fc.constantFrom('EXTREME', 'SEVERE', 'MODERATE', 'MINOR', 'UNKNOWN'), {
      minLength: 1,
      maxLength: 5,
    }),
    urgencies: fc.uniqueArray(fc.constantFrom('IMMEDIATE', 'EXPECTED', 'FUTURE', 'PAST'), {
      minLength: 1,
      maxLength: 3,
    }),
    certainties: fc.uniqueArray(fc.constantFrom('OBSERVED', 'POSSIBLE', 'UNLIKELY'), {
      minLength: 1,
      maxLength: 2,
    }),
    country: fc.constantFrom('XA', 'XB', RARE_COUNTRY, 'XQ'),
    sectors: fc.uniqueArray(fc.constantFrom('energy', 'space', 'food', 'telecom'), {
      minLength: 1,
      maxLength: 3,
    }),
    text: fc.constantFrom(
      WORDS.rare,
      WORDS.rare.slice(0, 3),
      WORDS.hidden,
      WORDS.even,
      `${WORDS.even} ${WORDS.odd}`,
      `${WORDS.odd} ${WORDS.rare.slice(0, 5)}`,
      'gateway',
      'gateway absentword',
      'g',
    ),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<FeedFilter>;

test('a filtered feed read to its end equals the plain feed filtered, whatever the scan budget of a page', async () => {
  await fc.assert(
    fc.asyncProperty(
      filters,
      fc.constantFrom(60, 400, 1_000),
      fc.constantFrom(3, 20, MAX_PAGE_SIZE),
      async (filter, searchRows, first) => {
        const got = idsOf(await wholeFeed(lookingAt(searchRows), filter, first));
        expect(got).toEqual(idsOf(plain.filter((item) => fits(item, filter))));
      },
    ),
    { seed: seed(), numRuns: 60 },
  );
});

test('a page scans exactly as many readable rows as its budget allows', async () => {
  const never = { text: `${WORDS.even} ${WORDS.odd}` };
  const readable = plain.length;
  for (const [searchRows, pages] of [
    [readable - 1, 2],
    // The page does not look for a further row: a hidden row behind the last one must not show.
    [readable, 2],
    [readable + 1, 1],
  ] as const) {
    const found = await pagesOf(lookingAt(searchRows), never, 50);
    expect(found.map(({ items }) => items.length)).toEqual(Array<number>(pages).fill(0));
  }
});

test('rare matches are all found on one page, although a page may scan few rows', async () => {
  const found = await pagesOf(lookingAt(200), { text: WORDS.rare }, 50);
  expect(found.map(({ hasNextPage }) => hasNextPage)).toEqual([false]);
  expect(found[0]?.items.length).toBeGreaterThan(5);
  for (const filter of [
    { severities: ['EXTREME'] },
    { kind: 'PRACTICE' },
    { urgencies: ['IMMEDIATE'] },
    { certainties: ['OBSERVED'] },
  ] as FeedFilter[]) {
    const [page] = await pagesOf(lookingAt(200), filter, 50);
    expect(page?.hasNextPage).toBe(false);
    expect(idsOf(page?.items ?? [])).toEqual(idsOf(plain.filter((item) => fits(item, filter))));
  }
});

type Profiled = {
  readonly ns: string;
  readonly keysExamined?: number;
  readonly docsExamined?: number;
  readonly hasSortStage?: boolean;
  readonly command: { readonly find?: string };
};

/** What the database examined for one page, command by command. */
const lookedAt = async (filter: FeedFilter): Promise<string[]> => {
  const { db } = world.hub.database.connection;
  if (db === undefined) throw new Error('a connection has a database');
  await db.command({ profile: 0 });
  await db
    .collection('system.profile')
    .drop()
    .catch(() => undefined);
  await db.command({ profile: 2 });
  await pageOf(world.hub, filter, 50, null);
  await db.command({ profile: 0 });
  const all = (await db.collection('system.profile').find().toArray()) as unknown as Profiled[];
  const asked = all.filter(({ command }) => command.find === 'feed' || command.find === 'access_classes');
  for (const { hasSortStage, ns } of asked) expect([ns, hasSortStage]).not.toEqual([ns, true]);
  return asked.map(
    ({ command, keysExamined, docsExamined }) => `${command.find} ${keysExamined} ${docsExamined}`,
  );
};

test('a word that only hidden warnings contain costs as much as one that nobody has', async () => {
  await lookedAt({ text: WORDS.hidden });
  const absent = await lookedAt({ text: 'absentword' });
  expect(await lookedAt({ text: WORDS.hidden })).toEqual(absent);
  expect(absent.length).toBeGreaterThan(2);
});

test('a grade that only hidden warnings have costs as much as one that nobody has', async () => {
  const { rows } = world.hub.feed;
  const hidden = (await rows.find({ words: WORDS.hidden }).toArray()).map(({ _id }) => _id);
  await rows.updateMany({ _id: { $in: hidden } }, { $set: { effectiveUrgency: 'PAST' } });
  await lookedAt({ urgencies: ['PAST'] });
  const absent = await lookedAt({ urgencies: ['UNKNOWN'] });
  expect(await lookedAt({ urgencies: ['PAST'] })).toEqual(absent);
  expect(absent.length).toBeGreaterThan(2);
});

test('rows that are not judged yet are found by the grade of their publisher', async () => {
  const { rows } = world.hub.feed;
  const some = (
    await rows
      .find({ sector: '*' }, { projection: { _id: 1 } })
      .limit(40)
      .toArray()
  ).map(({ _id }) => _id);
  const stored = await rows.find({ _id: { $in: some } }).toArray();
  await rows.updateMany({ _id: { $in: some } }, { $unset: { effectiveUrgency: '', effectiveCertainty: '' } });
  const now = await wholeFeed(world.hub, {}, MAX_PAGE_SIZE);
  for (const filter of [
    { urgencies: ['IMMEDIATE'] },
    { certainties: ['OBSERVED', 'LIKELY'] },
  ] as FeedFilter[])
    expect(idsOf(await wholeFeed(lookingAt(300), filter, 40))).toEqual(
      idsOf(now.filter((item) => fits(item, filter))),
    );
  for (const row of stored) await rows.replaceOne({ _id: row._id }, row);
});

test('hidden warnings do not move the end of a page', async () => {
  const ends = async (filter: FeedFilter): Promise<unknown[]> =>
    (await pagesOf(lookingAt(70), filter, 20)).map(({ items, hasNextPage, endCursor }) => [
      idsOf(items),
      hasNextPage,
      // Two cursors for one place differ, so what counts is where they lead.
      endCursor === null ? null : openCursor(world.hub.cursorKey, bindingOf(filter), endCursor),
    ]);
  const asked: FeedFilter[] = [
    {},
    { text: `${WORDS.even} ${WORDS.odd}` },
    { country: 'XB', severities: ['SEVERE'] },
    { text: WORDS.rare, sectors: ['energy', 'space'] },
  ];
  const before = [];
  for (const filter of asked) before.push(await ends(filter));
  const { rows } = world.hub.feed;
  const hidden = await rows.find({ words: WORDS.hidden }).toArray();
  expect(hidden.length).toBeGreaterThan(HIDDEN);
  await rows.deleteMany({ words: WORDS.hidden });
  const after = [];
  for (const filter of asked) after.push(await ends(filter));
  await rows.insertMany(hidden);
  expect(after).toEqual(before);
});

test('a filtered stream catches up after a gap', async () => {
  const filter = { text: WORDS.rare } as const;
  const checked = checkFilter(filter);
  if (!checked.ok) throw new Error('the filter is good');
  const oldest = Math.min(
    ...plain.map(({ cursor }) => openCursor(world.hub.cursorKey, bindingOf({}), cursor) ?? 0),
  );
  const until = await world.hub.counters.current('sequence');
  // The rows of this feed are imported history, which a stream skips, so they are made to notify.
  await world.hub.feed.rows.updateMany({}, { $set: { isQuiet: false } });
  const got = await missedItems(world.hub, { actor, filter: checked.value, after: oldest - 1, until });
  expect(idsOf(got)).toEqual(idsOf(plain.filter((item) => fits(item, filter))).reverse());
});

const bindingOf = (filter: FeedFilter): string => {
  const checked = checkFilter(filter);
  if (!checked.ok) throw new Error('the filter is good');
  return checked.value.binding;
};

test('older rows without access classes are found, and filled in batch by batch', async () => {
  const asked: FeedFilter[] = [
    {},
    { text: WORDS.rare },
    { text: WORDS.hidden },
    { country: RARE_COUNTRY, sectors: ['energy', 'food'] },
  ];
  const answers = async (): Promise<string[][]> => {
    const all = [];
    for (const filter of asked) all.push(idsOf(await wholeFeed(lookingAt(300), filter, 40)));
    return all;
  };
  const expected = asked.map((filter) => idsOf(plain.filter((item) => fits(item, filter))));
  const { feed, database } = world.hub;
  const half = (await feed.rows.countDocuments()) / 2;
  const older = await feed.rows
    .find({}, { projection: { _id: 1 } })
    .limit(half)
    .toArray();
  await feed.rows.updateMany({ _id: { $in: older.map(({ _id }) => _id) } }, { $unset: { access: '' } });
  expect(await answers()).toEqual(expected);
  let filled = 0;
  let batches = 0;
  let position: string | null = null;
  for (;;) {
    const batch = await fillAccessClasses.next(database, position);
    if (batch === null) break;
    filled += await database.transaction((session) => batch.write(session));
    position = batch.position;
    batches += 1;
  }
  expect(filled).toBe(older.length);
  expect(batches).toBeGreaterThan(3);
  expect(await feed.rows.countDocuments({ access: { $exists: false } })).toBe(0);
  expect(await answers()).toEqual(expected);
});
