// T1 through real parts: generated warnings and readers, each read path of the services against the oracle. Nobody gets
// what the oracle denies or misses what it allows, and pages, counts and orders follow from the reader's view alone.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { REAL_FIRST } from '../../src/domain/exercise/partition.ts';
import { MAX_PAGE_SIZE } from '../../src/domain/limit/page-size.ts';
import type { Actor } from '../../src/domain/member.ts';
import { previewAudience } from '../../src/service/audience/preview-audience.ts';
import { listDeliveries } from '../../src/service/delivery/list-deliveries.ts';
import { readCorroborationOf, readRelatedOf } from '../../src/service/duplicate/read-related.ts';
import { readFeed } from '../../src/service/feed/read-feed.ts';
import { readSourcesOf } from '../../src/service/feed/read-sources.ts';
import type { FeedFilter, Item } from '../../src/service/item/item.ts';
import { readWarning, readWarnings } from '../../src/service/item/read-warning.ts';
import { bundleOfWarning } from '../../src/service/object/bundle/bundle-of-warning.ts';
import { objectWarnings } from '../../src/service/object/object-context.ts';
import { objectSources } from '../../src/service/object/object-sources.ts';
import { readObjects, readObjectsByIds } from '../../src/service/object/read-objects.ts';
import { readVersions, revokersOf } from '../../src/service/object/version/read-versions.ts';
import { openTestHub, type TestHub } from '../support/hub.ts';
import { isDefinition, isOfHub, namedIn } from '../support/objects.ts';
import { randomOf } from '../support/random.ts';
import { seed } from '../support/seed.ts';
import { makeActs } from '../support/world/acts.ts';
import {
  allPages,
  type Expectation,
  expectationOf,
  givenText,
  listedBy,
  openTally,
  type Tally,
} from '../support/world/expectation.ts';
import { POLICY_ENDS } from '../support/world/markings.ts';
import { isOne } from '../support/world/names.ts';
import { mayReadObject } from '../support/world/oracle.ts';
import {
  admit,
  afterPolicies,
  doesBetray,
  type Played,
  play,
  type Row,
  settle,
} from '../support/world/played-world.ts';
import { makePartnership, withLateJoiners } from '../support/world/worlds.ts';

const READERS = 20;
const ACTS = 110;
/** Between two acts. Some members join after half of them. */
const MINUTE_MS = 60_000;
const FILTERS: readonly FeedFilter[] = [
  {},
  { exercise: 'winter-drill' },
  { sectors: ['energy', 'health'] },
  { sectors: ['energy/electricity'] },
  { country: 'XA' },
  { severities: ['SEVERE'] },
  { urgencies: ['IMMEDIATE'] },
  { kind: 'PRACTICE' },
  { text: 'warning 1' },
  { text: 'tool alias 1' },
  { text: '198.51.100.1' },
  { text: 'shared-1' },
];

let nowMs = Date.parse('2030-06-01T00:00:00.000Z');
let world: TestHub;
let played: Played;
let tally: Tally;
/** How many warnings readers lose when policies end, and how many they read without their publisher. */
let ended = 0;
let unnamed = 0;
/** How many reports were copied, and how many withdrawn rows are still in a history. */
let copied = 0;
let withdrawn = 0;
/** Which version of which warning reached which member. */
let delivered: ReadonlySet<string>;
/** How often a version is told with several contents to one reader. */
let toldOtherwise = 0;
/** How often a version counts although another source has revoked the object. */
let outlived = 0;
let readers: readonly { readonly actor: Actor; readonly expected: Expectation }[];

beforeAll(async () => {
  const random = randomOf(seed());
  const joinedAt = new Date(nowMs + (ACTS / 2) * MINUTE_MS);
  const partnership = withLateJoiners(random, makePartnership(random, 18, READERS), joinedAt);
  world = await openTestHub({ clock: { now: () => new Date(nowMs) } });
  await settle(world, partnership);
  const acts = makeActs(random, partnership.members, ACTS);
  const before = await play(world, partnership, acts, () => {
    nowMs += MINUTE_MS;
  });
  const actors = [];
  for (const reader of partnership.readers) actors.push((await admit(world, reader)).actor);
  // Everything is read again after some policies end: every read decides as of now.
  nowMs = Date.parse(POLICY_ENDS);
  played = afterPolicies(before);
  const seenBefore = actors.map((actor) => expectationOf(before, actor).visible.size);
  const deliveries = await world.hub.deliveries.rows.find({ state: { $ne: 'WITHHELD' } }).toArray();
  delivered = new Set(deliveries.map(({ warning, version, member }) => `${warning}.${version} ${member}`));
  readers = actors.map((actor) => ({ actor, expected: expectationOf(played, actor) }));
  ended = readers.reduce(
    (sum, { expected }, index) => sum + (seenBefore[index] ?? 0) - expected.visible.size,
    0,
  );
  tally = openTally((entity) => JSON.stringify(played.assertions.get(entity)?.access ?? entity));
});
afterAll(() => world.close());

const nothingFailed = (): void => {
  const [smallest] = tally.failures();
  if (smallest !== undefined) {
    throw new Error(
      `TOCSIN_SEED=${seed()}: ${tally.failures().length} differences, the smallest: ${smallest}`,
    );
  }
};

const wholeFeed = async (actor: Actor, filter: FeedFilter, first: number): Promise<Item[]> => {
  const sizes: number[] = [];
  const items = await allPages(
    first,
    async (after) => {
      const page = await readFeed(world.hub, actor, { first, after, filter });
      if (!page.ok) throw new Error(page.problems[0]?.message);
      const { items: each, hasNextPage } = page.value;
      return { each, cursor: each.at(-1)?.cursor ?? null, more: hasNextPage };
    },
    (size) => sizes.push(size),
  );
  const full = Math.floor(items.length / first);
  const rest = items.length % first;
  const expected = [...Array<number>(full).fill(first), ...(rest > 0 || full === 0 ? [rest] : [])];
  tally.same('page sizes', actor, expected, sizes);
  return items;
};

test('the hub refused and kept what the played world expects', () => {
  expect(played.unexpected).toEqual([]);
  expect(played.refused).toBeGreaterThan(0);
  expect(played.assertions.size).toBeGreaterThan(60);
  expect(played.distinct.count).toBeGreaterThan(0);
});

test('feed: rows, order and page sizes under every filter', async () => {
  for (const { actor, expected } of readers) {
    for (const filter of FILTERS) {
      const ids = (await wholeFeed(actor, filter, 7)).map(({ summary }) => summary.id);
      const endpoint = `feed ${JSON.stringify(filter)}`;
      tally.compare(endpoint, actor, expected.matching(filter), expected.feed(filter), ids);
      tally.same('feed order', actor, expected.feed(filter), ids);
    }
  }
  nothingFailed();
});

test('by id, with other sources', async () => {
  const all = [...played.assertions.keys()];
  for (const { actor, expected } of readers) {
    const items = await readWarnings(world.hub, actor, all);
    tally.compare('warning by id', actor, all, expected.visible.keys(), items.keys());
    const assertedOf = await readSourcesOf(world.hub, actor, [...items.values()]);
    for (const item of items.values()) {
      const asserted = assertedOf.get(item.summary.id) ?? [];
      const sources = asserted.map(({ warning }) => warning);
      const named = (each: string): string | undefined => {
        const assertion = played.assertions.get(each);
        return assertion === undefined ? undefined : expected.publisherOf(assertion);
      };
      if (named(item.summary.id) !== played.assertions.get(item.summary.id)?.access.publisher) unnamed += 1;
      tally.same('publisher', actor, named(item.summary.id), item.summary.publisher.id);
      const publishers = asserted.map(({ publisher }) => publisher.id);
      tally.same('publishers of sources', actor, sources.map(named), publishers);
      tally.compare('sources', actor, all, expected.sources(item.summary.id), sources);
    }
  }
  nothingFailed();
});

test('which warnings corroborate each other, and how many sources that makes', async () => {
  const pairs = await world.hub.pairs.rows.find({ state: 'LINKED' }).toArray();
  expect(pairs.length).toBeGreaterThan(0);
  const all = [...played.assertions.keys()];
  for (const { actor, expected } of readers) {
    const items = [...(await readWarnings(world.hub, actor, all)).values()];
    const related = await readRelatedOf(world.hub, actor, items);
    const counts = await readCorroborationOf(world.hub, actor, items);
    for (const { summary } of items) {
      const own = expected.visible.get(summary.id);
      const others = pairs
        .filter(({ warnings }) => warnings.includes(summary.id))
        .flatMap(({ warnings }) => warnings.filter((id) => id !== summary.id))
        .filter((id) => {
          const other = expected.visible.get(id);
          return (
            own?.isCancelled === false &&
            other?.isCancelled === false &&
            other.access.exercise === own.access.exercise
          );
        });
      const got = (related.get(summary.id) ?? []).map(({ item }) => item.summary.id);
      tally.compare('related', actor, all, others, got);
      // Nobody in these worlds relays another's report; an unnamed publisher counts when nobody else does.
      const asserted = [summary.id, ...others, ...expected.sources(summary.id)].map((id) =>
        played.assertions.get(id),
      );
      const named = asserted.flatMap((each) =>
        each !== undefined && expected.publisherOf(each) === each.access.publisher
          ? [each.access.publisher]
          : [],
      );
      tally.same('corroboration', actor, Math.max(new Set(named).size, 1), counts.get(summary.id));
    }
  }
  nothingFailed();
});

/** As a reader should get it, and as it did. */
const keyOfRow = (expected: Expectation, row: Row): string => `${row.id} ${expected.textOf(row)}`;
const keyOf = (object: { readonly id: string }): string => {
  const { id, text } = givenText(object);
  return `${id} ${text}`;
};

test('the objects of a warning, page by page and as a bundle', async () => {
  for (const { actor, expected } of readers) {
    for (const { id, version } of [...expected.visible.values()].filter((_, index) => index % 3 === 0)) {
      const assertion = played.assertions.get(id);
      const item = await readWarning(world.hub, actor, id);
      if (item === null || assertion === undefined) throw new Error('a visible warning is read');
      const objects = await allPages(
        4,
        async (after) => {
          const page = await readObjects(world.hub, actor, item, { first: 4, after });
          if (!page.ok) throw new Error(page.problems[0]?.message);
          return {
            each: page.value.objects.map(({ object }) => object.object),
            cursor: page.value.objects.at(-1)?.cursor ?? null,
            more: page.value.hasNextPage,
          };
        },
        () => undefined,
      );
      const ids = new Set(
        played.rows
          .filter(({ holders }) =>
            holders.some((holder) => holder.warning === id && holder.version === version),
          )
          .map((row) => row.id),
      );
      const universe = played.rows.filter((row) => ids.has(row.id));
      const keysOf = (rows: readonly Row[]): string[] => rows.map((row) => keyOfRow(expected, row));
      const should = keysOf(expected.shownOf(assertion, false));
      const idsOf = (each: readonly { readonly id: string }[]) => each.map(keyOf);
      copied += objects.filter((object) => givenText(object).id !== object.id).length;
      tally.compare('objects of a warning', actor, keysOf(universe), should, idsOf(objects));
      const newest = { isNewest: true, hasContext: false };
      const bundle = ((await bundleOfWarning(world.hub, actor, item, newest))['objects'] ??
        []) as unknown as readonly {
        readonly id: string;
      }[];
      const given = bundle.filter(({ id: each }) => !isDefinition(each) && !isOfHub(each));
      const others = (keys: readonly string[]) => keys.filter((key) => !isDefinition(key) && !isOfHub(key));
      const inBundle = others(keysOf(expected.shownOf(assertion, true)));
      tally.compare('bundle', actor, others(keysOf(universe)), inBundle, idsOf(given));
      // What the version published: nothing but what it holds and the reader may read.
      const held = new Set(keysOf(expected.objectsOf(assertion)));
      const { objects: published = [] } = await bundleOfWarning(world.hub, actor, item);
      const own = published.filter(({ id: each }) => !isDefinition(each) && !isOfHub(each));
      const beyond = idsOf(own).filter((key) => !held.has(key));
      tally.same('published bundle', actor, [], beyond);
      const definitions = bundle.map((object) => object.id).filter(isDefinition);
      tally.same('definitions of a bundle', actor, namedIn(bundle), definitions.sort());
    }
  }
  nothingFailed();
});

/** What was withdrawn may refer to what was withdrawn with it: only which versions are shown is compared. */
const versionOf = (object: { readonly id: string; readonly [property: string]: unknown }): string =>
  `${givenText(object).id} ${String(object['modified'])}`;

/** Taken out, and shown in the history: to its publisher, and to whom a version that held it was delivered. */
const isWithdrawnFor = (
  { actor, expected }: { readonly actor: Actor; readonly expected: Expectation },
  row: Row,
  exercise: string | null,
): boolean =>
  expected.readableRows([row], exercise).length === 0 &&
  row.holders.some(({ warning, version }) => {
    const assertion = expected.visible.get(warning);
    if (assertion === undefined || assertion.version === version) return false;
    const { access } = assertion;
    if (access.exercise !== exercise || doesBetray(assertion, row.object, actor)) return false;
    if (!mayReadObject(actor, access, row.tlp ?? access.tlp)) return false;
    return access.publisher === actor.member.id || delivered.has(`${warning}.${version} ${actor.member.id}`);
  });

/** Real traffic before any exercise, then the version that counts: what an id means to a reader. */
const bestOf = (expected: Expectation, rows: readonly Row[]): string[] => {
  const real = expected.readableRows(rows, null);
  const isReal = real.length > 0;
  const readable = isReal ? real : expected.readableRows(rows);
  const dated = readable.filter(({ modified }) => !modified.startsWith('~'));
  // Without a timestamp no version is the newest.
  return (dated.length > 0 ? expected.newestOf(dated, isReal ? null : undefined) : readable).map((row) =>
    keyOfRow(expected, row),
  );
};

test('an object by id, who asserted the same entity, and which warnings hold it', async () => {
  const rowsById = Map.groupBy(played.rows, ({ id }) => id);
  const { members } = await world.hub.directory.current();
  for (const { actor, expected } of readers) {
    const found = await readObjectsByIds(world.hub, actor, [...rowsById.keys()], REAL_FIRST);
    const readable = [...rowsById].filter(([, rows]) => expected.readableRows(rows).length > 0);
    tally.compare(
      'object by id',
      actor,
      rowsById.keys(),
      readable.map(([id]) => id),
      found.keys(),
    );
    let asked = 0;
    for (const [id, visible] of found) {
      const candidates = bestOf(expected, rowsById.get(id) ?? []);
      const got = keyOf(visible.object);
      tally.same('version by id', actor, true, candidates.includes(got));
      const { exercise } = visible.through.content.access;
      const revoking = expected
        .readableRows(rowsById.get(id) ?? [], exercise)
        .filter(({ object }) => object['revoked'] === true);
      if (revoking.length > 0 && visible.object['revoked'] !== true) outlived += 1;
      const revokers = revoking.map((each) => expected.assertedBy(each, exercise));
      if (revokers.every((each) => each !== null)) {
        const [got] = await revokersOf(world.hub, actor, [visible]);
        const universe = (rowsById.get(id) ?? []).map(({ source }) => source);
        const gotIds = (got ?? []).map((publisher) => publisher.id);
        tally.compare('who revoked an object', actor, universe, revokers, gotIds);
      }
      asked += 1;
      const isToldOtherwise = expected.isToldOtherwise(rowsById.get(id) ?? [], exercise);
      if (isToldOtherwise) toldOtherwise += 1;
      if (asked % 4 !== 0 && !isToldOtherwise) continue;
      const row = (rowsById.get(id) ?? []).find((each) => keyOfRow(expected, each) === got);
      const same = played.rows.filter((each) => each.id === id || (row !== undefined && isOne(row, each)));
      const sources = await objectSources(world.hub, actor, visible);
      const tellers = sources.tellers.map((each) => `${each.id} of ${each.publisher.id}`);
      const should = expected.readableRows(same, exercise);
      const isClear = should.every((each) => expected.assertedBy(each, exercise) !== null);
      const isAllNamed = should.every((each) => expected.assertedBy(each, exercise) === each.source);
      const named = (rows: readonly Row[]) =>
        rows.map((each) => `${each.id} of ${expected.assertedBy(each, exercise) ?? each.source}`);
      if (isClear) tally.compare('sources of an object', actor, named(same), named(should), tellers);
      // A relay of another's object adds nothing to the independent sources.
      const isRelay = ({ object, source }: Row): boolean =>
        object['created_by_ref'] !== undefined && object['created_by_ref'] !== members.get(source)?.identity;
      if (!should.some(isRelay) && isAllNamed) {
        const lineOf = (each: Row): string => `${each.id} of ${each.source}`;
        const ended = new Set(should.filter(({ object }) => object['revoked'] === true).map(lineOf));
        const standing = should.filter((each) => !ended.has(lineOf(each)));
        const publishers = new Set(standing.map(({ source }) => source)).size;
        tally.same('corroboration of an object', actor, publishers, sources.corroboration);
      }
      const history = await allPages(
        3,
        async (after) => {
          const page = await readVersions(world.hub, actor, visible, { first: 3, after });
          if (!page.ok) throw new Error(page.problems[0]?.message);
          const { versions: each, hasNextPage: more } = page.value;
          return { each, cursor: each.at(-1)?.cursor ?? null, more };
        },
        () => undefined,
      );
      const rows = rowsById.get(id) ?? [];
      const current = history.filter(({ version }) => !version.isWithdrawn);
      const shown = history.filter(({ version }) => version.isWithdrawn).map(({ version }) => version.object);
      const seen = expected.readableRows(rows, exercise);
      const former = rows.filter((each) => isWithdrawnFor({ actor, expected }, each, exercise));
      // What its source asserts still, under another marking, is not shown as withdrawn as well, unless one of the two is unnamed.
      const held = new Set(
        former
          .filter((each) =>
            seen.some(
              (row) => row.source === each.source && versionOf(row.object) === versionOf(each.object),
            ),
          )
          .map(({ object }) => versionOf(object)),
      );
      const isSure = (version: string): boolean => !held.has(version);
      withdrawn += former.length;
      tally.compare(
        'withdrawn versions',
        actor,
        rows.map(({ object }) => versionOf(object)),
        former.map(({ object }) => versionOf(object)).filter(isSure),
        shown.map(versionOf).filter(isSure),
      );
      const keyOfVersion = (each: Row): string =>
        `${keyOfRow(expected, each)} of ${expected.assertedBy(each, exercise) ?? each.source}`;
      if (seen.every((each) => expected.assertedBy(each, exercise) !== null))
        tally.compare(
          'versions',
          actor,
          rows.map(keyOfVersion),
          seen.map(keyOfVersion),
          current.map(({ version: { object, source } }) => `${keyOf(object)} of ${source?.id}`),
        );
      if (!seen.some(({ modified }) => modified.startsWith('~'))) {
        const order = current.map(({ version: { object } }) => String(object['modified']));
        tally.same('versions, newest first', actor, order.toSorted().reverse(), order);
        const latest = current.filter(({ version }) => version.isLatest).map(({ version }) => version.object);
        const newest = expected.newestOf(seen, exercise).map((each) => keyOfRow(expected, each));
        tally.same('the latest version', actor, [...new Set(newest)], [...new Set(latest.map(keyOf))]);
      }
      const page = await objectWarnings(world.hub, actor, visible, { first: MAX_PAGE_SIZE, after: null });
      const holders = (rowsById.get(id) ?? []).flatMap((each) =>
        each.holders.filter(({ warning, version }) => {
          const assertion = played.assertions.get(warning);
          return (
            assertion !== undefined &&
            assertion.version === version &&
            assertion.access.exercise === exercise &&
            expected.visible.has(warning) &&
            expected.objectsOf(assertion).includes(each)
          );
        }),
      );
      tally.compare(
        'warnings of an object',
        actor,
        (rowsById.get(id) ?? []).flatMap((each) => each.holders.map(({ warning }) => warning)),
        holders.map(({ warning }) => warning),
        page.ok ? page.value.items.map(({ summary }) => summary.id) : [],
      );
    }
  }
  nothingFailed();
});

test('deliveries for the publisher alone, and the preview: those whom it may know of, and nobody else', async () => {
  const directory = await world.hub.directory.current();
  const members = [...directory.members.values()];
  const slugOf = (id: string): string => directory.members.get(id)?.slug ?? id;
  const followUp = ['publisher', 'approver', 'manager', 'analyst'];
  for (const { actor, expected } of readers) {
    for (const assertion of expected.visible.values()) {
      const item = await readWarning(world.hub, actor, assertion.id);
      if (item === null) throw new Error('a visible warning is read');
      const outcome = await listDeliveries(world.hub, actor, item, { first: 100, after: null });
      const isShown =
        assertion.access.publisher === actor.member.id && actor.roles.some((role) => followUp.includes(role));
      tally.same('deliveries are shown', actor, isShown, outcome !== null);
      if (outcome?.ok !== true) continue;
      const got = outcome.value.deliveries.map(({ delivery }) => slugOf(delivery.member));
      tally.compare(
        'deliveries',
        actor,
        members.map(({ slug }) => slug),
        // It was sent while its policy was in force.
        listedBy({ ...assertion.access, tlp: assertion.tlpThen }, members),
        got,
      );
    }
    if (!actor.member.mayPublish || !actor.roles.some((role) => ['publisher', 'manager'].includes(role)))
      continue;
    for (const { act } of [...played.assertions.values()].slice(0, 30)) {
      const { marking, audience, exercise } = act.draft;
      const preview = await previewAudience(world.hub, actor, { marking, audience, exercise });
      if (!preview.ok) throw new Error(preview.problems[0]?.message);
      const { receives, doesNotReceive } = preview.value;
      const stored = [...played.assertions.values()].find((each) => each.act === act)?.access;
      if (stored === undefined || act.tlp !== marking) continue;
      // Not issued yet: whoever is a member now would get it.
      const { issuedMs: _, ...unissued } = stored;
      const should = listedBy({ ...unissued, tlp: marking, publisher: actor.member.id }, members);
      const got = receives.map(({ member }) => member.slug);
      tally.compare(
        'preview',
        actor,
        members.map(({ slug }) => slug),
        should,
        got,
      );
      const others = doesNotReceive.map(({ member }) => member.slug);
      tally.same(
        'preview names each once',
        actor,
        new Set([...got, ...others]).size,
        got.length + others.length,
      );
    }
  }
  nothingFailed();
});

test('enough was compared', () => {
  expect(readers.some(({ actor }) => actor.member.joinedAt != null)).toBe(true);
  expect(ended).toBeGreaterThan(0);
  expect(unnamed).toBeGreaterThan(0);
  expect(outlived).toBeGreaterThan(0);
  expect(copied).toBeGreaterThan(0);
  expect(toldOtherwise).toBeGreaterThan(0);
  expect(withdrawn).toBeGreaterThan(0);
  const pairs = tally.pairs();
  process.stdout.write(
    `T1 pairs by read path: ${JSON.stringify({ ...pairs, outlived, toldOtherwise, copied, withdrawn })}\n`,
  );
  for (const endpoint of [
    'feed {}',
    'warning by id',
    'sources',
    'objects of a warning',
    'bundle',
    'object by id',
  ]) {
    expect([endpoint, (pairs[endpoint] ?? 0) >= 1_000]).toEqual([endpoint, true]);
  }
});
