// T1 over HTTP: a generated world through GraphQL, lists, ids, nested edges in both directions, counts, and the live
// stream with resume. Each answer is compared with the oracle: nothing leaks, nothing is wrongly hidden.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createClient } from 'graphql-sse';
import { newIdentifier } from 'stix2-ts/identifier';
import type { Actor } from '../../src/domain/member.ts';
import { openTestEndpoint, type TestEndpoint } from '../support/endpoint.ts';
import { randomOf } from '../support/random.ts';
import { isSmallShare, seed } from '../support/seed.ts';
import { makeActs } from '../support/world/acts.ts';
import {
  type Expectation,
  expectationOf,
  givenText,
  openTally,
  type Tally,
} from '../support/world/expectation.ts';
import { admit, type Played, play, settle } from '../support/world/played-world.ts';
import { makePartnership, withLateJoiners } from '../support/world/worlds.ts';

/** Many thousands of comparisons: minutes on a small, busy machine. */
const READERS = isSmallShare() ? 4 : 12;
const ACTS = isSmallShare() ? 26 : 90;
const MINUTE_MS = 60_000;
let nowMs = Date.parse('2030-06-01T00:00:00.000Z');

type Reader = { readonly actor: Actor; readonly token: string; readonly expected: Expectation };

let endpoint: TestEndpoint;
let played: Played;
let tally: Tally;
let readers: Reader[];

beforeAll(async () => {
  const random = randomOf(seed());
  // Some join between the acts: what was issued before is not theirs.
  const joinedAt = new Date(nowMs + (ACTS / 2) * MINUTE_MS);
  const partnership = withLateJoiners(random, makePartnership(random, 16, READERS), joinedAt);
  endpoint = await openTestEndpoint({
    clock: { now: () => new Date(nowMs) },
    env: {
      TOCSIN_REQUESTS_PER_SECOND: '100000',
      TOCSIN_REQUEST_BURST: '100000',
      // What is compared here is bytes; time is compared elsewhere.
      TOCSIN_NOT_FOUND_MS: '1',
    },
  });
  await settle(endpoint, partnership);
  const people = [];
  for (const reader of partnership.readers) people.push(await admit(endpoint, reader));
  played = await play(endpoint, partnership, makeActs(random, partnership.members, ACTS), () => {
    nowMs += MINUTE_MS;
  });
  // A person of an inactive member may not use any endpoint.
  const active = people.filter(({ actor }) => actor.member.isActive);
  readers = active.map(({ actor, token }) => ({ actor, token, expected: expectationOf(played, actor) }));
  tally = openTally((entity) => JSON.stringify(played.assertions.get(entity)?.access ?? entity));
});
afterAll(() => endpoint.close());

const nothingFailed = (): void => {
  const failures = tally.failures();
  if (failures.length > 0)
    throw new Error(`TOCSIN_SEED=${seed()}: ${failures.length} differences: ${failures[0]}`);
};

const data = async (token: string, query: string, variables: object = {}) => {
  const { status, body } = await endpoint.ask(token, query, variables);
  if (status !== 200 || body.errors !== undefined) throw new Error(JSON.stringify(body));
  return body.data;
};

const PAGE = `query ($after: String, $filter: FeedFilter) {
  feed(first: 9, after: $after, filter: $filter) {
    edges { cursor node { id whyMe { kind rule } sources { warning } } }
    pageInfo { hasNextPage endCursor }
  }
}`;

test('the feed, page by page, with reasons and other sources', async () => {
  for (const { actor, token, expected } of readers) {
    for (const filter of [{}, { kind: 'PRACTICE' }, { exercise: 'winter-drill' }]) {
      const ids: string[] = [];
      for (let after: string | null = null; ; ) {
        const { feed } = await data(token, PAGE, { after, filter });
        for (const { node } of feed.edges) {
          ids.push(node.id);
          const shown = node.sources.map(({ warning }: { warning: string }) => warning);
          tally.compare('sources', actor, played.assertions.keys(), expected.sources(node.id), shown);
        }
        if (!feed.pageInfo.hasNextPage) break;
        after = feed.pageInfo.endCursor;
      }
      tally.compare('feed', actor, played.assertions.keys(), expected.feed(filter as object), ids);
      tally.same('order', actor, expected.feed(filter as object), ids);
    }
  }
  nothingFailed();
});

const BY_ID = `query ($id: ID!) {
  warning(id: $id) {
    id
    objects(first: 40) { edges { node { id raw sources { id: objectId warning } warnings(first: 8) { edges { node { id } } } } } pageInfo { hasNextPage } }
    deliveries(first: 50) { edges { node { member { slug } } } }
  }
  node(id: $id) { id }
}`;

test('by id: forbidden equals absent to the byte, and edges lead only to readable objects', async () => {
  const absent = `warning--${newIdentifier('report').slice('report--'.length)}`;
  for (const { actor, token, expected } of readers) {
    const nothing = JSON.stringify(await data(token, BY_ID, { id: absent }));
    const got: string[] = [];
    for (const id of played.assertions.keys()) {
      const answer = await data(token, BY_ID, { id });
      if (answer.warning === null) tally.same('absent', actor, nothing, JSON.stringify(answer));
      else {
        got.push(id);
        tally.same('node', actor, id, answer.node?.id);
        const assertion = played.assertions.get(id);
        const should = assertion === undefined ? [] : expected.shownOf(assertion, false).map((row) => row.id);
        const objects = answer.warning.objects.edges.map(
          ({ node }: { node: { raw: { id: string } } }) => givenText(node.raw).id,
        );
        tally.compare('objects', actor, [], should, objects);
        for (const { node } of answer.warning.objects.edges) {
          for (const held of node.warnings.edges)
            tally.same('held by', actor, true, expected.visible.has(held.node.id));
          for (const each of node.sources)
            tally.same('source', actor, true, isReadableWarning(expected, each.warning));
        }
        const isOwner = assertion?.access.publisher === actor.member.id;
        if (!isOwner) tally.same('deliveries', actor, null, answer.warning.deliveries);
      }
    }
    tally.compare('by id', actor, played.assertions.keys(), expected.visible.keys(), got);
  }
  nothingFailed();
});

/** A source is identified by the warning it is read through, at any version. */
const isReadableWarning = (expected: Expectation, id: string): boolean => expected.visible.has(id);

test('a STIX object by id, and what it refers to', async () => {
  const query =
    'query ($id: ID!) { stixObject(id: $id) { id references { edges { node { id: targetId object { id } } } } } }';
  const ids = [...new Set(played.rows.map(({ id }) => id))];
  for (const { actor, token, expected } of readers.slice(0, 6)) {
    const isVisible = (id: string, exercise?: string | null): boolean =>
      expected.readableRows(
        played.rows.filter((row) => row.id === id),
        exercise,
      ).length > 0;
    const visible = new Set(ids.filter((id) => isVisible(id)));
    const got: string[] = [];
    for (const id of ids) {
      const { stixObject } = await data(token, query, { id });
      if (stixObject === null) continue;
      got.push(id);
      // What it refers to is read in the traffic in which it is read itself.
      const exercise = isVisible(id, null) ? null : 'winter-drill';
      for (const { node: reference } of stixObject.references.edges) {
        if (!ids.includes(reference.id)) continue;
        tally.same(
          'reference',
          actor,
          [reference.id, isVisible(reference.id, exercise)],
          [reference.id, reference.object !== null],
        );
      }
    }
    tally.compare('stixObject', actor, ids, visible, got);
  }
  nothingFailed();
});

test('the stream, resumed from the beginning: each assertion once, oldest first, and nothing else', async () => {
  for (const { actor, token, expected } of readers.slice(0, 6)) {
    const { feed } = await data(token, PAGE, { after: null, filter: {} });
    const wanted = expected.feed({}).toReversed();
    const oldest = await lastCursor(token, feed);
    if (oldest === null) continue;
    const client = createClient({
      url: `${endpoint.url}/graphql`,
      headers: { authorization: `Bearer ${token}` },
      singleConnection: false,
    });
    const stream = client.iterate<{ warningReceived: { node: { id: string } } }>({
      query:
        'subscription ($after: String) { warningReceived(after: $after, filter: {}) { cursor node { id } } }',
      variables: { after: oldest },
    });
    const got: string[] = [];
    for await (const { data: event } of stream) {
      if (event?.warningReceived !== undefined) got.push(event.warningReceived.node.id);
      if (got.length >= wanted.length - 1) break;
    }
    client.dispose();
    tally.same('stream', actor, wanted.slice(1), got);
  }
  nothingFailed();
});

const lastCursor = async (
  token: string,
  first: { edges: { cursor: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } },
) => {
  let feed = first;
  while (feed.pageInfo.hasNextPage) {
    feed = (await data(token, PAGE, { after: feed.pageInfo.endCursor, filter: {} })).feed;
  }
  return feed.edges.length > 0 && first.edges.length + Number(first.pageInfo.hasNextPage) > 1
    ? feed.pageInfo.endCursor
    : null;
};

test('enough was compared', () => {
  const pairs = Object.values(tally.pairs()).reduce((sum, count) => sum + count, 0);
  process.stdout.write(`T1 over HTTP, pairs by read path: ${JSON.stringify(tally.pairs())}\n`);
  expect(pairs).toBeGreaterThan(3 * READERS * ACTS);
});
