// The live feed over server-sent events, with the public client graphql-sse (distinct connections) and by hand: what
// arrives and why, that a dropped connection misses nothing, Last-Event-ID, and refusals as the protocol has them.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Hub } from '../../../../src/hub.ts';
import { revokeKey } from '../../../../src/service/access/revoke-key.ts';
import { openBroker } from '../../../../src/service/live/broker.ts';
import type { TestEndpoint } from '../../../support/endpoint.ts';
import {
  eventClient,
  headlines,
  openLiveEndpoint,
  publishAll,
  publishAs,
  RECEIVED,
  type Received,
  streamsOpen,
  take,
} from '../../../support/live.ts';
import { eventually } from '../../../support/processes.ts';
import { seed } from '../../../support/seed.ts';
import { dropWhileEventsFlow } from '../../../support/streams/drops.ts';
import { openFeedCopies } from '../../../support/streams/feed-copies.ts';

let endpoint: TestEndpoint;
let token: string;
beforeAll(async () => {
  ({ endpoint, token } = await openLiveEndpoint());
});
afterAll(() => endpoint.close());

const NOTHING = async (): Promise<void> => undefined;

/** One connection: opened, read for this many events, and dropped. */
const hear = async (after: string | null, count: number, meanwhile = NOTHING, headers = {}) => {
  const client = eventClient(endpoint, token, headers);
  const taken = take(client.iterate<Received>({ query: RECEIVED, variables: { after } }), count);
  await streamsOpen(endpoint, 1);
  await meanwhile();
  const items = await taken;
  client.dispose();
  await streamsOpen(endpoint, 0);
  return items;
};

describe('an idle stream ends', () => {
  test('within a second of the revocation of its key, though it carries no warnings', async () => {
    const doomed = await endpoint.token('northGrid', 'reader');
    const beats = eventClient(endpoint, doomed).iterate({ query: 'subscription { heartbeat }' });
    expect((await beats.next()).value?.data).toHaveProperty('heartbeat');
    const [, , id] = doomed.split('_');
    expect(await revokeKey(endpoint.hub, String(id))).toMatchObject({ ok: true, value: { wasActive: true } });
    const { value } = await beats.next();
    expect(value?.errors?.[0]?.extensions).toMatchObject({ code: 'RIGHTS_CHANGED' });
    expect((await beats.next()).done).toBe(true);
  });

  test('in an outage, with the cursor from which to resume', async () => {
    let isDown = false;
    const counters = {
      ...endpoint.hub.counters,
      current: (...given: Parameters<Hub['counters']['current']>) =>
        // InterruptedAtShutdown.
        isDown
          ? Promise.reject(Object.assign(new Error('gone'), { code: 11_600 }))
          : endpoint.hub.counters.current(...given),
    };
    const feed = {
      ...endpoint.hub.feed,
      since: (...given: Parameters<Hub['feed']['since']>) =>
        isDown ? counters.current('sequence').then(() => []) : endpoint.hub.feed.since(...given),
    };
    const broker = await openBroker({ ...endpoint.hub, counters, feed });
    const actor = await endpoint.actor('northGrid', 'analyst');
    const ended: string[] = [];
    const stop = broker.watch(actor, (code) => void ended.push(code));
    const signal = new AbortController().signal;
    const first = broker.subscribe(actor, { filter: {}, after: null }, signal).next();
    const told = expect(first).rejects.toMatchObject({
      code: 'UNAVAILABLE',
      resumeAfter: expect.any(String),
    });
    await eventually('the stream is open', async () => broker.counts().streams === 1);
    isDown = true;
    await broker.wake();
    await told;
    stop();
    isDown = false;
    expect(ended[0]).toBe('UNAVAILABLE');
    expect(broker.counts().streams).toBe(0);
    await broker.close();
  });
});

describe('what arrives', () => {
  test('a published warning, with why it came', async () => {
    const [item] = await hear(null, 1, () => publishAll(endpoint, 'Alarm'));
    expect(item?.node.headline).toBe('Alarm');
    expect(item?.node.whyMe.kind).toBe('DIRECT');
    expect(item?.node.whyMe.rule).toMatch(/\w+ \w+/);
  });

  test('after a dropped connection nothing is missed or repeated', async () => {
    const first = await hear(null, 2, () => publishAll(endpoint, 'a', 'b'));
    await publishAll(endpoint, 'c', 'd', 'e');
    const second = await hear(first.at(-1)?.cursor ?? null, 2);
    const third = await hear(second.at(-1)?.cursor ?? null, 3, () => publishAll(endpoint, 'f', 'g'));
    const all = [...first, ...second, ...third];
    expect(headlines(all)).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g']);
    expect(new Set(all.map(({ cursor }) => cursor)).size).toBe(7);
    // Last-Event-ID is newer than the `after` of a query that a client resends unchanged, so it wins.
    const resumed = await hear(first[0]?.cursor ?? null, 2, NOTHING, {
      'last-event-id': all[4]?.cursor ?? '',
    });
    expect(headlines(resumed)).toEqual(['f', 'g']);
  });

  test('a stream can resume from the cursor of a feed page', async () => {
    await publishAll(endpoint, 'On the page');
    const { body } = await endpoint.ask(token, '{ feed(first: 1) { edges { cursor node { headline } } } }');
    const [edge] = body.data.feed.edges;
    expect(edge.node.headline).toBe('On the page');
    expect(headlines(await hear(edge.cursor, 1, () => publishAll(endpoint, 'After the page')))).toEqual([
      'After the page',
    ]);
  });
});

/** The raw events of a stream, until `count` of them with data have arrived. */
const readWire = async (headers: Record<string, string>, count: number, query = RECEIVED) => {
  const response = await fetch(`${endpoint.url}/graphql?${new URLSearchParams({ query })}`, {
    headers: { authorization: `Bearer ${token}`, accept: 'text/event-stream', ...headers },
  });
  const events: {
    id: string | undefined;
    event: string | undefined;
    data: Received & { errors?: unknown };
  }[] = [];
  let text = '';
  for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    text += chunk;
    const blocks = text.split('\n\n');
    text = blocks.pop() ?? '';
    for (const block of blocks.filter((each) => each.includes('data: '))) {
      const field = (name: string) =>
        block
          .split('\n')
          .find((line) => line.startsWith(`${name}: `))
          ?.slice(name.length + 2);
      events.push({ id: field('id'), event: field('event'), data: JSON.parse(field('data') ?? '').data });
    }
    if (events.length >= count) break;
  }
  return { response, events };
};

describe('on the wire', () => {
  test('each event has its cursor as id, so that EventSource resumes through Last-Event-ID', async () => {
    const reading = readWire({}, 3);
    await streamsOpen(endpoint, 1);
    await publishAll(endpoint, '1', '2', '3');
    const { response, events } = await reading;
    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(events.map(({ event }) => event)).toEqual(['next', 'next', 'next']);
    for (const { id, data } of events) expect(id).toBe(data.warningReceived.cursor);
    await streamsOpen(endpoint, 0);
    await publishAll(endpoint, '4');
    const resumed = await readWire({ 'last-event-id': events[1]?.id ?? '' }, 2);
    expect(headlines(resumed.events.map(({ data }) => data.warningReceived))).toEqual(['3', '4']);
    await streamsOpen(endpoint, 0);
  });

  test('nobody receives what is not for them, and an id of another filter or hub is refused', async () => {
    const foreign = await eventClient(endpoint, token, { 'last-event-id': 'AAAAAAAAAAAAAAAAAAAAAA' })
      .iterate({ query: RECEIVED })
      .next();
    expect(foreign.value?.errors?.[0]?.extensions).toMatchObject({ code: 'CURSOR_INVALID' });
    const other = await endpoint.token('metroRail', 'analyst');
    const client = eventClient(endpoint, other);
    const heard = take(client.iterate<Received>({ query: RECEIVED }), 1);
    await streamsOpen(endpoint, 1);
    await publishAll(endpoint, 'Not for rail');
    const audience = { alternatives: [{ sectors: ['transport/rail'] }], excludes: [] };
    await publishAs(endpoint, { headline: 'For rail', audience });
    expect(headlines(await heard)).toEqual(['For rail']);
    client.dispose();
    await streamsOpen(endpoint, 0);
  });
});

describe('refusals', () => {
  const refusalOf = async (key: string, query: string) => {
    const client = eventClient(endpoint, key);
    return client
      .iterate({ query })
      .next()
      .then(
        ({ value }) => value?.errors?.[0]?.extensions?.['code'],
        (error: { response?: { status: number } }) => error.response?.status,
      )
      .finally(() => client.dispose());
  };

  test('authentication fails over HTTP; a bad query is reported in the stream', async () => {
    expect(await refusalOf('toc_hub_none', RECEIVED)).toBe(401);
    expect(await refusalOf(token, '{'.repeat(36_000))).toBe('QUERY_TOO_NESTED');
    expect(await refusalOf(token, 'subscription { noSuchField }')).toBe('GRAPHQL_VALIDATION_FAILED');
    expect(await refusalOf(token, 'subscription { warningReceived(after: 3) { cursor } }')).toBe(
      'GRAPHQL_VALIDATION_FAILED',
    );
  });

  test('streams per member are limited, and the slot of a closed one is free again', async () => {
    const { streamsPerMember } = endpoint.hub.config.limits;
    const clients = Array.from({ length: streamsPerMember }, () => eventClient(endpoint, token));
    const heard = clients.map((client) => take(client.iterate<Received>({ query: RECEIVED }), 1));
    await streamsOpen(endpoint, streamsPerMember);
    expect(await refusalOf(token, RECEIVED)).toBe(429);
    expect(await refusalOf(await endpoint.token('northGrid', 'reader'), RECEIVED)).toBe(429);
    await publishAll(endpoint, 'To all twenty');
    for (const items of await Promise.all(heard)) expect(headlines(items)).toEqual(['To all twenty']);
    clients[0]?.dispose();
    await streamsOpen(endpoint, streamsPerMember - 1);
    const late = eventClient(endpoint, token);
    const items = take(late.iterate<Received>({ query: RECEIVED }), 1);
    await streamsOpen(endpoint, streamsPerMember);
    await publishAll(endpoint, 'To the late one');
    expect(headlines(await items)).toEqual(['To the late one']);
    for (const client of [late, ...clients]) client.dispose();
    await streamsOpen(endpoint, 0);
  });
});

test('connections that break at random: each subscriber receives every event once, in order', async () => {
  const world = { endpoint, copies: await openFeedCopies(endpoint) };
  const load = { subscribers: 15, events: 150, cutsInThousand: 150, seed: seed() };
  const { received, cuts, faults, behind } = await dropWhileEventsFlow(world, load);
  expect({ faults, behind, received }).toEqual({ faults: [], behind: 0, received: 15 * 150 });
  expect(cuts).toBeGreaterThan(0);
  await streamsOpen(endpoint, 0);
});

test('a hub that closes says so in every stream, with the cursor to resume by', async () => {
  const client = eventClient(endpoint, token);
  const results = client.iterate<Received>({ query: RECEIVED });
  const first = take(results, 1);
  await streamsOpen(endpoint, 1);
  await publishAll(endpoint, 'The last');
  const [item] = await first;
  const last = results.next();
  await endpoint.shut();
  expect((await last).value?.errors?.[0]?.extensions).toMatchObject({
    code: 'HUB_CLOSING',
    resumeAfter: item?.cursor,
  });
  expect((await results.next()).done).toBe(true);
});
