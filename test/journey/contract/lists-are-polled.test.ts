// A program that polls the feed oldest first, with a cursor that only moves on, gets each version that it may read once, in
// the order of their numbers, whatever is numbered late, corrected or hidden meanwhile (I16, I31, I35).
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Actor } from '../../../src/domain/member.ts';
import type { Hub } from '../../../src/hub.ts';
import { type FeedPage, type FeedRequest, readFeed } from '../../../src/service/feed/read-feed.ts';
import { importAdvisory } from '../../../src/service/import/import-advisory.ts';
import { publishWarning } from '../../../src/service/warning/publish-warning.ts';
import { updateWarning } from '../../../src/service/warning/update-warning.ts';
import { draft, openTestHub, type TestHub } from '../../support/hub.ts';
import { publicSet } from '../../support/inputs/public-set.ts';
import { to } from '../../support/publish.ts';
import { seed } from '../../support/seed.ts';

let world: TestHub;
let reader: Actor;
let publisher: Actor;
let nowMs = Date.parse('2026-05-01T08:00:00.000Z');

beforeAll(async () => {
  world = await openTestHub({ clock: { now: () => new Date(nowMs) } });
  reader = await world.actor('riverWater', 'analyst');
  publisher = await world.actor('cyberAgency');
});
afterAll(() => world.close());

const read = async (request: Partial<FeedRequest>, hub: Hub = world.hub): Promise<FeedPage> => {
  const page = await readFeed(hub, reader, { first: 50, after: null, filter: {}, ...request });
  if (!page.ok) throw new Error(page.problems[0]?.message);
  return page.value;
};

const OLDEST = 'OLDEST_FIRST' as const;
const named = ({ items }: Pick<FeedPage, 'items'>): string[] =>
  items.map(({ summary }) => `${summary.id} ${summary.version}`);

/** Everything in one order, in pages of this size. */
const whole = async (request: Partial<FeedRequest>, hub?: Hub): Promise<string[]> => {
  const found: string[] = [];
  for (let after: string | null = request.after ?? null; ; ) {
    const page = await read({ ...request, after }, hub);
    found.push(...named(page));
    if (!page.hasNextPage) return found;
    expect(page.endCursor).not.toBe(after);
    after = page.endCursor;
  }
};

/** What happens between two polls. */
const STEPS = ['visible', 'hidden', 'exercise', 'correct', 'number', 'number'] as const;
type Step = (typeof STEPS)[number];

const published: { id: string; version: number }[] = [];

const publish = async (changes: Parameters<typeof draft>[0]): Promise<string> => {
  const outcome = await publishWarning(world.hub, publisher, draft({ headline: `At ${nowMs}`, ...changes }));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  return outcome.value.warning;
};

const correct = async (): Promise<void> => {
  const known = published.at(-1);
  if (known === undefined) return;
  const { kind: _, audience: _a, marking: _m, exercise: _e, allowEmptyAudience: _w, ...changed } = draft();
  const request = {
    id: known.id,
    expectedVersion: known.version,
    draft: { ...changed, headline: `At ${nowMs}` },
  };
  const outcome = await updateWarning(world.hub, publisher, request);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  known.version += 1;
};

const take: Readonly<Record<Step, () => Promise<void>>> = {
  visible: async () => void published.push({ id: await publish({ audience: to('riverWater') }), version: 1 }),
  hidden: async () => void (await publish({ audience: to('xbCsirt') })),
  exercise: async () => void (await publish({ audience: to('riverWater'), exercise: 'winter-drill' })),
  correct,
  number: () => world.drain(),
};

test('a poller gets each version once, in order, whatever happens between its polls', async () => {
  const script = fc.array(fc.array(fc.constantFrom(...STEPS), { maxLength: 4 }), {
    minLength: 3,
    maxLength: 6,
  });
  await fc.assert(
    fc.asyncProperty(script, fc.integer({ min: 1, max: 3 }), async (polls, first) => {
      const got: string[] = [];
      let cursor: string | null = (await read({ order: OLDEST, after: null, first: 1 })).endCursor;
      const before = new Set(await whole({ order: OLDEST }));
      // Up to here everything is known; from here on each poll brings what is new.
      for (;;) {
        const page: FeedPage = await read({ order: OLDEST, after: cursor, first: 50 });
        cursor = page.endCursor;
        if (!page.hasNextPage) break;
      }
      for (const steps of polls) {
        for (const step of steps) {
          nowMs += 1_000;
          await take[step]();
        }
        for (let hasMore = true; hasMore; ) {
          const page: FeedPage = await read({ order: OLDEST, after: cursor, first });
          expect(page.endCursor).not.toBeNull();
          got.push(...named(page));
          cursor = page.endCursor;
          hasMore = page.hasNextPage;
        }
      }
      await world.drain();
      got.push(...(await whole({ order: OLDEST, after: cursor, first })));
      expect(got.length).toBe(new Set(got).size);
      const now = await whole({ order: OLDEST });
      // The last version of everything that is new came to the poller, in the order of the feed.
      const fresh = now.filter((each) => !before.has(each));
      expect(got.filter((each) => fresh.includes(each))).toEqual(fresh);
      // What it got besides are versions that were replaced since.
      const ids = new Set(fresh.map((each) => each.split(' ')[0]));
      expect(got.filter((each) => !ids.has(each.split(' ')[0]))).toEqual([]);
    }),
    { seed: seed(), numRuns: 8 },
  );
});

test('both orders list the same, by one cursor, and at any budget', async () => {
  // However few the polls above drew.
  for (let nth = 0; nth < 4; nth += 1) {
    nowMs += 1_000;
    await take.visible();
  }
  await world.drain();
  const newest = await whole({});
  expect(newest.length).toBeGreaterThan(3);
  const { config } = world.hub;
  for (const searchRows of [1, 2, 1_000]) {
    const hub = { ...world.hub, config: { ...config, limits: { ...config.limits, searchRows } } };
    for (const first of [1, 3]) {
      expect(await whole({ order: OLDEST, first }, hub)).toEqual(newest.toReversed());
      expect(await whole({ first }, hub)).toEqual(newest);
    }
  }
  const middle = (await read({ first: 2 })).items[1]?.cursor ?? '';
  expect(await whole({ order: OLDEST, after: middle })).toEqual(newest.slice(0, 1));
  expect(await whole({ after: middle })).toEqual(newest.slice(2));
});

test('since leaves out what the hub took before, in both orders, and a late number is no late date', async () => {
  nowMs += 3_600_000;
  const since = new Date(nowMs).toISOString();
  await take.visible();
  nowMs += 60_000;
  // Taken in after `since`, and numbered an hour later.
  await take.visible();
  nowMs += 3_600_000;
  await world.drain();
  const expected = published.slice(-2).map(({ id, version }) => `${id} ${version}`);
  expect(await whole({ order: OLDEST, since })).toEqual(expected);
  expect(await whole({ since, first: 1 })).toEqual(expected.toReversed());
  const later = new Date(Date.parse(since) + 1).toISOString();
  expect(await whole({ order: OLDEST, since: later })).toEqual(expected.slice(1));
  expect(await whole({ since: new Date(nowMs).toISOString() })).toEqual([]);
  expect(await whole({ order: OLDEST, since: '2020-01-01T00:00:00.000Z' })).toEqual(
    (await whole({})).toReversed(),
  );
});

test('since goes by when the hub took it in, whatever date its issuer gave an advisory', async () => {
  nowMs += 3_600_000;
  const since = new Date(nowMs).toISOString();
  const [text] = [...publicSet('csaf-cisa-revisions')].flatMap(([name, each]) =>
    name.endsWith('.json') ? [each] : [],
  );
  const outcome = await importAdvisory(world.hub, await world.actor('cyberAgency'), text ?? '', {
    audience: { alternatives: [{}], excludes: [] },
  });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  await world.drain();
  const { items } = await read({ order: OLDEST, since });
  expect(items.map(({ summary }) => summary.id)).toEqual([outcome.value.warning]);
  expect(items[0]?.summary.takenAt).toBe(since);
  expect(items[0]?.summary.updatedAt).not.toBe(since);
  expect(await whole({ since: new Date(nowMs + 1).toISOString() })).toEqual([]);
});

test('an empty poll says where to go on, each time in other words, and finds what comes next', async () => {
  await world.drain();
  const last = (await read({ first: 1 })).endCursor ?? '';
  const [one, other] = [
    await read({ order: OLDEST, after: last }),
    await read({ order: OLDEST, after: last }),
  ];
  expect([one.items, one.hasNextPage]).toEqual([[], false]);
  // A cursor that is not a delivered row's differs each time, whether or not something hidden follows (I35).
  expect(one.endCursor).not.toBe(other.endCursor);
  await take.hidden();
  await world.drain();
  const third = await read({ order: OLDEST, after: one.endCursor });
  expect([third.items, third.endCursor?.length]).toEqual([[], one.endCursor?.length]);
  await take.visible();
  await world.drain();
  const expected = `${published.at(-1)?.id} 1`;
  for (const after of [last, one.endCursor, other.endCursor, third.endCursor])
    expect(named(await read({ order: OLDEST, after }))).toEqual([expected]);
});
