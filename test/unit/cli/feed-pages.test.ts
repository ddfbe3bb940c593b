// Reading the feed to its end: what is new by number may be old by time, as after an import.
import { expect, test } from '@jest/globals';
import { readFeedPages } from '../../../src/cli/feed/feed-pages.ts';
import { isOutOfOrder } from '../../../src/cli/feed/list-feed.ts';

type Asked = { first: number; after: string | null; since: string | null };

/** A hub whose rows are in the order of their numbers, the newest first. */
const hubWith = (updated: readonly string[]) => ({
  ask: async (_: string, { first, after, since }: Asked) => {
    const from = after === null ? 0 : Number(after) + 1;
    const page = updated.slice(from, from + first).map((updatedAt, at) => ({
      cursor: String(from + at),
      node: { id: String(from + at), updatedAt, marking: 'GREEN' },
    }));
    const edges = page.filter(({ node }) => since === null || node.updatedAt >= since);
    const end = from + page.length;
    const pageInfo = { hasNextPage: end < updated.length, endCursor: String(end - 1) };
    return { feed: { edges, pageInfo } };
  },
});

const OLD = '2020-01-01T00:00:00.000Z';
const RECENT = '2026-11-29T00:00:00.000Z';

test.each([null, { keeps: () => true }])(
  '--since finds what lies behind pages of imported history (%p)',
  async (sieve) => {
    const rows = [...Array.from({ length: 260 }, () => OLD), ...Array.from({ length: 3 }, () => RECENT), OLD];
    const since = new Date('2026-11-28T00:00:00Z');
    const { edges, older } = await readFeedPages(hubWith(rows) as never, {
      first: 20,
      after: null,
      filter: {},
      since,
      sieve,
    });
    expect(edges.map(({ cursor }) => cursor)).toEqual(['260', '261', '262']);
    expect(older).toBeNull();
  },
);

test('history before what is days newer is out of order; moments are not', () => {
  const [old, day, minute] = ['2024-09-18T10:00:00Z', '2026-11-29T18:00:00Z', '2026-11-29T18:01:00Z'];
  expect(isOutOfOrder([old, day])).toBe(true);
  expect(isOutOfOrder([day, minute, old])).toBe(false);
  expect(isOutOfOrder([])).toBe(false);
});
