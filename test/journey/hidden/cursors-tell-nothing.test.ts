// A cursor reveals nothing by being equal or unequal to another (I35): at a delivered row it says what the row says, and
// anywhere else it is made anew each time. When the key that seals cursors is replaced, old ones are answered with RESYNC,
// by every hub within a second, and streams go on.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newIdentifier } from 'stix2-ts/identifier';
import { revokeKey } from '../../../src/service/access/revoke-key.ts';
import { rotateCursorKey } from '../../../src/service/access/rotate-cursor-key.ts';
import {
  openBlock,
  openCursor,
  openSealer,
  sealBlock,
  sealCursor,
  sealPage,
  sealPlace,
} from '../../../src/service/cursor.ts';
import { openTestEndpoint, type TestEndpoint } from '../../support/endpoint.ts';
import {
  eventClient,
  publishAll,
  publishAs,
  RECEIVED,
  type Received,
  streamsOpen,
  take,
} from '../../support/live.ts';
import { bundleOf, made } from '../../support/objects.ts';
import { eventually } from '../../support/processes.ts';
import { to } from '../../support/publish.ts';

let endpoint: TestEndpoint;
let token: string;
let publisher: string;
beforeAll(async () => {
  endpoint = await openTestEndpoint({
    env: { TOCSIN_REQUEST_BURST: '2000', TOCSIN_MAX_SEARCH_ROWS: '2', TOCSIN_PUBLISHES_PER_SECOND: '1000' },
  });
  token = await endpoint.token('northGrid', 'analyst');
  publisher = await endpoint.token('cyberAgency', 'publisher');
});
afterAll(() => endpoint.close());

const FEED = `query ($first: Int, $after: String, $filter: FeedFilter) {
  feed(first: $first, after: $after, filter: $filter) {
    edges { cursor node { id headline } } pageInfo { hasNextPage endCursor } } }`;

type Page = {
  edges: { cursor: string; node: { id: string } }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
};
const feed = async (variables: object): Promise<Page> =>
  (await endpoint.ask(token, FEED, { first: 10, ...variables })).body.data.feed;

const hide = () => publishAs(endpoint, { audience: to('riverWater'), marking: 'AMBER+STRICT' });

describe('sealing', () => {
  const BINDING = 'feed:test';

  test('of a delivered row is the same each time, of any other position never', () => {
    const key = endpoint.hub.cursorKey;
    const row = Buffer.from(newIdentifier('tool')).subarray(0, 12);
    const rows = [
      () => sealPage(key, BINDING, [7])[0],
      () => openSealer(key, BINDING)(7),
      () => sealBlock(key, BINDING, row),
    ];
    for (const seal of rows) expect(seal()).toBe(seal());
    const places = [() => sealCursor(key, BINDING, 7), () => sealPlace(key, BINDING, row)];
    for (const seal of places) {
      const all = Array.from({ length: 200 }, seal);
      expect(new Set(all).size).toBe(200);
      // No part of it is the same either.
      for (let at = 0; at < (all[0]?.length ?? 0) - 2; at += 1)
        expect(new Set(all.map((each) => each.slice(at, at + 3))).size).toBeGreaterThan(1);
    }
  });

  test('opens again for its binding only, and not when a bit is changed', () => {
    const key = endpoint.hub.cursorKey;
    const row = Buffer.from('twelve bytes');
    for (const position of [0, 1, 2 ** 31, Number.MAX_SAFE_INTEGER]) {
      for (const sealed of [
        sealCursor(key, BINDING, position),
        sealPage(key, BINDING, [position])[0] ?? '',
      ]) {
        expect(openCursor(key, BINDING, sealed)).toBe(position);
        expect(openCursor(key, `${BINDING}!`, sealed)).toBeNull();
      }
    }
    for (const sealed of [sealPlace(key, BINDING, row), sealBlock(key, BINDING, row)]) {
      expect(openBlock(key, BINDING, sealed)?.equals(row)).toBe(true);
      expect(openBlock(key, `${BINDING}!`, sealed)).toBeNull();
    }
    const bytes = Buffer.from(sealCursor(key, BINDING, 7), 'base64url');
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const changed = Buffer.from(bytes);
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(openCursor(key, BINDING, changed.toString('base64url'))).toBeNull();
    }
  });
});

describe('what a reader is given', () => {
  beforeAll(() => publishAll(endpoint, 'One', 'Two', 'Three', 'Four', 'Five'));

  test('a search that ends early leads on by another cursor each time', async () => {
    // The same words, and nothing happened meanwhile: the rows are the same, the cursor is not.
    const pages = [];
    for (let turn = 0; turn < 5; turn += 1) pages.push(await feed({ filter: { text: 'Two' } }));
    const [first] = pages;
    expect(first?.pageInfo).toEqual({ hasNextPage: true, endCursor: expect.any(String) });
    expect(pages.every(({ edges }) => JSON.stringify(edges) === JSON.stringify(first?.edges))).toBe(true);
    expect(new Set(pages.map(({ pageInfo }) => pageInfo.endCursor)).size).toBe(pages.length);
    // Each leads to the same rows.
    const next = [];
    for (const { pageInfo } of pages)
      next.push((await feed({ after: pageInfo.endCursor, filter: { text: 'Two' } })).edges);
    expect(new Set(next.map((each) => JSON.stringify(each))).size).toBe(1);
  });

  test('the cursor of a delivered row stays the same, so that a client can compare it with what it stored', async () => {
    const before = (await feed({})).edges.map(({ cursor }) => cursor);
    await hide();
    expect((await feed({})).edges.map(({ cursor }) => cursor)).toEqual(before);
  });

  /** Where a stream that delivered nothing says to resume. */
  const resumeAfter = async (): Promise<string> => {
    const key = await endpoint.token('southGrid', 'reader');
    const results = eventClient(endpoint, key).iterate<Received>({ query: RECEIVED });
    const ended = results.next();
    await streamsOpen(endpoint, 1);
    await revokeKey(endpoint.hub, key.split('_')[2] ?? '');
    endpoint.hub.directory.forget();
    await endpoint.broker.wake();
    const { value } = await ended;
    await streamsOpen(endpoint, 0);
    return String(value?.errors?.[0]?.extensions?.['resumeAfter']);
  };

  test('a stream that ends before it delivered anything: equal or not says nothing of what happened', async () => {
    const quiet = [await resumeAfter(), await resumeAfter(), await resumeAfter()];
    await hide();
    const all = [...quiet, await resumeAfter()];
    expect(new Set(all).size).toBe(all.length);
    expect(new Set(all.map(({ length }) => length)).size).toBe(1);
  });

  test('a stream that resumes and delivers nothing gives the reader its own cursor back', async () => {
    const [newest] = (await feed({})).edges;
    const client = eventClient(endpoint, token);
    const results = client.iterate<Received>({ query: RECEIVED, variables: { after: newest?.cursor } });
    const next = results.next();
    await streamsOpen(endpoint, 1);
    await hide();
    await publishAs(endpoint, { headline: 'Six' });
    const { value } = await next;
    expect(value?.data?.warningReceived.node.headline).toBe('Six');
    // The id of a live event is the cursor of its row, as in the feed.
    expect(value?.data?.warningReceived.cursor).toBe((await feed({ first: 1 })).edges[0]?.cursor);
    client.dispose();
    await streamsOpen(endpoint, 0);
  });

  test('deliveries, whose order counts hidden rows, never repeat a cursor', async () => {
    const [newest] = (await feed({ first: 1 })).edges;
    const ask = async () => {
      const query = 'query ($id: ID!) { warning(id: $id) { deliveries(first: 1) { edges { cursor } } } }';
      return (await endpoint.ask(publisher, query, { id: newest?.node.id })).body.data.warning.deliveries
        .edges[0].cursor;
    };
    expect(new Set([await ask(), await ask(), await ask()]).size).toBe(3);
  });
});

describe('when the key that seals cursors is replaced', () => {
  test('old cursors are answered with RESYNC everywhere, made-up ones as before, and new ones work', async () => {
    const other = await openTestEndpoint({ env: { TOCSIN_DATABASE: endpoint.database } });
    const bundle = bundleOf(made('tool', { name: 'one' }), made('tool', { name: 'two' }));
    await publishAs(endpoint, { headline: 'With objects', bundle });
    const [newest] = (await feed({ first: 1 })).edges;
    const id = newest?.node.id ?? '';
    const ALL = `query ($id: ID!, $objects: String, $deliveries: String, $versions: String) { warning(id: $id) {
      objects(first: 1, after: $objects) { edges { cursor node { versions(first: 1, after: $versions) { edges { cursor } } } } }
      deliveries(first: 1, after: $deliveries) { edges { cursor } } } }`;
    const read = (cursors: object) => endpoint.ask(publisher, ALL, { id, ...cursors });
    const { warning } = (await read({})).body.data;
    const old = {
      objects: warning.objects.edges[0].cursor,
      deliveries: warning.deliveries.edges[0].cursor,
      versions: warning.objects.edges[0].node.versions.edges[0].cursor,
    };
    const search = (await feed({ filter: { text: 'Two' } })).pageInfo.endCursor;

    await rotateCursorKey(endpoint.hub);
    const codesOf = ({ body }: Awaited<ReturnType<typeof read>>): string[] =>
      (body.errors ?? []).map((each: { extensions: { code: string } }) => each.extensions.code);
    for (const [name, cursor] of Object.entries(old))
      expect([name, codesOf(await read({ [name]: cursor }))]).toEqual([name, ['RESYNC']]);
    const reads = (at: TestEndpoint, after: string | null | undefined, filter = {}) =>
      at.ask(token, FEED, { first: 10, after, filter });
    const refused = await reads(endpoint, newest?.cursor);
    expect(refused.body.errors[0]).toMatchObject({
      message: 'This hub has replaced the key that seals cursors; this cursor is of the key before.',
      extensions: { code: 'RESYNC', path: '$.after' },
    });
    expect(codesOf(await reads(endpoint, search, { text: 'Two' }))).toEqual(['RESYNC']);
    // Of another filter, or changed, it is none of this hub's.
    expect(codesOf(await reads(endpoint, newest?.cursor, { text: 'Two' }))).toEqual(['CURSOR_INVALID']);
    expect(codesOf(await reads(endpoint, 'made-up'))).toEqual(['CURSOR_INVALID']);
    await eventually(
      'the other hub has the key',
      async () => codesOf(await reads(other, newest?.cursor))[0] === 'RESYNC',
      1_000,
    );
    const fresh = (await feed({ first: 2 })).edges;
    expect(fresh[0]?.cursor).not.toBe(newest?.cursor);
    const next = await reads(other, fresh[0]?.cursor);
    expect(next.body.data.feed.edges[0]).toEqual(fresh[1]);
    // A second time: both keys before are known.
    await rotateCursorKey(endpoint.hub);
    for (const cursor of [newest?.cursor, fresh[0]?.cursor])
      expect(codesOf(await reads(endpoint, cursor))).toEqual(['RESYNC']);
    await other.shut();
    await other.hub.close();
  });

  test('a stream is refused with RESYNC, and one that is open goes on with cursors of the new key', async () => {
    const client = eventClient(endpoint, token);
    const results = client.iterate<Received>({ query: RECEIVED });
    const first = take(results, 1);
    await streamsOpen(endpoint, 1);
    await publishAs(endpoint, { headline: 'Before' });
    const [before] = await first;
    await rotateCursorKey(endpoint.hub);
    const second = take(results, 1);
    await publishAs(endpoint, { headline: 'After' });
    const [after] = await second;
    expect(after?.cursor).toBe((await feed({ first: 1 })).edges[0]?.cursor);
    client.dispose();
    await streamsOpen(endpoint, 0);
    const resume = async (cursor: string | undefined) => {
      const again = eventClient(endpoint, token);
      const result = await again.iterate<Received>({ query: RECEIVED, variables: { after: cursor } }).next();
      again.dispose();
      return result.value?.errors?.[0]?.extensions;
    };
    expect(await resume(before?.cursor)).toMatchObject({ code: 'RESYNC', resumeAfter: null });
    expect(await resume('made-up')).toMatchObject({ code: 'CURSOR_INVALID' });
  });

  test('the key is nowhere but in the settings, and an older one is forgotten in the end', async () => {
    for (let turn = 0; turn < 25; turn += 1) await endpoint.hub.cursorKeys.rotate();
    endpoint.hub.directory.forget();
    await endpoint.hub.directory.current();
    expect(endpoint.hub.cursorKey.former).toHaveLength(20);
  });
});
