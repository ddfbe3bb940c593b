// The live feed over a WebSocket with the public client graphql-ws: who may connect, what arrives and why, that a
// dropped socket misses nothing, and that the limits of HTTP apply here too.

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { GraphQLError } from 'graphql';
import { type CloseEvent, WebSocket } from 'ws';
import { MAX_PAGE_SIZE } from '../../../../src/domain/limit/page-size.ts';
import { revokeKey } from '../../../../src/service/access/revoke-key.ts';
import type { TestEndpoint } from '../../../support/endpoint.ts';
import {
  headlines,
  openLiveEndpoint,
  publishAll,
  RECEIVED,
  type Received,
  socketClient,
  streamsOpen,
  take,
} from '../../../support/live.ts';
import { eventually } from '../../../support/processes.ts';

let endpoint: TestEndpoint;
let token: string;
beforeAll(async () => {
  ({ endpoint, token } = await openLiveEndpoint());
});
afterAll(() => endpoint.close());

describe('who may connect', () => {
  const closedWith = async (more: object) => {
    const client = socketClient(endpoint, 'toc_test_none_none', more);
    const refused = client.iterate({ query: RECEIVED }).next();
    await expect(refused).rejects.toMatchObject({ code: 4403, reason: 'Forbidden' });
    await client.dispose();
  };

  test('a wrong, malformed or missing key closes the socket with 4403', async () => {
    await closedWith({});
    await closedWith({ connectionParams: { authorization: `Bearer ${token.slice(0, -9)}AAAAAAAAA` } });
    await closedWith({ connectionParams: { authorization: { $ne: null } } });
    await closedWith({ connectionParams: {} });
    await closedWith({ connectionParams: undefined });
    expect(endpoint.broker.counts().streams).toBe(0);
  });

  type Raw = string | { readonly bytes: Buffer; readonly binary: boolean };
  const rawCloses = (...messages: readonly Raw[]): Promise<number> =>
    new Promise((resolve, reject) => {
      const socket = new WebSocket(`${endpoint.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
      socket.on('error', reject);
      socket.on('close', resolve);
      socket.on('open', () => {
        for (const message of messages) {
          if (typeof message === 'string') socket.send(message);
          else socket.send(message.bytes, { binary: message.binary });
        }
      });
    });
  const init = (authorization = `Bearer ${token}`) =>
    JSON.stringify({ type: 'connection_init', payload: { authorization } });

  test('an operation before the key, a second key, nonsense and bombs close it with protocol codes', async () => {
    const subscribe = JSON.stringify({ type: 'subscribe', id: '1', payload: { query: RECEIVED } });
    expect(await rawCloses(subscribe)).toBe(4401);
    expect(await rawCloses(init(), init())).toBe(4429);
    expect(await rawCloses('nonsense')).toBe(4400);
    // Bytes that are not UTF-8, in frames of text and of bytes; a byte order mark is taken off.
    for (const binary of [false, true])
      expect(await rawCloses({ bytes: Buffer.from(`${init()} é`, 'latin1'), binary })).toBe(1007);
    expect(await rawCloses(`\uFEFF${init()}`, init())).toBe(4429);
    expect(await rawCloses('{"type":"unheard-of"}')).toBe(4400);
    expect(await rawCloses('['.repeat(100_000))).toBe(4400);
    expect(await rawCloses('{"type":"connection_init","payload":{"__proto__":{"a":1}}}')).toBe(4400);
    // More than a query may have: the frame limit cuts it off.
    expect(await rawCloses(JSON.stringify({ type: 'ping', payload: { a: 'x'.repeat(200 * 1024) } }))).toBe(
      1009,
    );
  });

  test('a key in the upgrade request’s header is enough', async () => {
    const ofHeader = class extends WebSocket {
      constructor(url: string, protocols: string) {
        super(url, protocols, { headers: { authorization: `Bearer ${token}` } });
      }
    };
    const client = socketClient(endpoint, '', { connectionParams: undefined, webSocketImpl: ofHeader });
    const results = client.iterate({ query: 'subscription { heartbeat }' });
    expect((await results.next()).value?.data).toHaveProperty('heartbeat');
    await client.dispose();
  });
});

describe('what is asked', () => {
  test('an empty name of the operation is none, as over HTTP', async () => {
    const client = socketClient(endpoint, token);
    const results = client.iterate({ query: 'subscription { heartbeat }', operationName: '' });
    expect((await results.next()).value?.data).toHaveProperty('heartbeat');
    await client.dispose();
  });

  test('a filter that can never match is refused with its path', async () => {
    const query = 'subscription($f: FeedFilter) { warningReceived(filter: $f) { cursor } }';
    for (const [filter, path] of [
      [{ country: 'xa' }, '$.filter.country'],
      [{ exercise: '' }, '$.filter.exercise'],
    ] as const) {
      const client = socketClient(endpoint, token);
      const answer = await client
        .iterate({ query, variables: { f: filter } })
        .next()
        .catch((error: unknown) => ({ value: { errors: [error].flat() } }));
      expect(JSON.stringify(answer.value)).toContain(path);
      await client.dispose();
    }
  });
});

describe('what arrives', () => {
  test('a published warning, with why it came', async () => {
    const client = socketClient(endpoint, token);
    const results = client.iterate<Received>({ query: RECEIVED });
    const first = take(results, 1);
    await streamsOpen(endpoint, 1);
    await publishAll(endpoint, 'Alarm');
    const [item] = await first;
    expect(item?.node.headline).toBe('Alarm');
    expect(item?.node.whyMe.kind).toBe('DIRECT');
    expect(item?.node.whyMe.rule).toMatch(/\w+ \w+/);
    await client.dispose();
    await streamsOpen(endpoint, 0);
  });

  test('after a dropped socket nothing is missed or repeated, whatever arrives before, meanwhile and after', async () => {
    const hear = async (after: string | null, count: number, meanwhile: () => Promise<void>) => {
      let socket: WebSocket | undefined;
      const client = socketClient(endpoint, token, {
        on: { opened: (opened: WebSocket) => (socket = opened) },
      });
      const results = client.iterate<Received>({ query: RECEIVED, variables: { after } });
      const taken = take(results, count);
      await streamsOpen(endpoint, 1);
      await meanwhile();
      const items = await taken;
      const lost = (async () => {
        while ((await results.next()).done !== true);
      })();
      // The socket is destroyed as by a network failure: without a close frame.
      socket?.terminate();
      await expect(lost).rejects.toMatchObject({ code: 1006 });
      await streamsOpen(endpoint, 0);
      return items;
    };
    const first = await hear(null, 2, () => publishAll(endpoint, 'a', 'b'));
    await publishAll(endpoint, 'c', 'd', 'e');
    const second = await hear(first.at(-1)?.cursor ?? null, 2, () => Promise.resolve());
    const third = await hear(second.at(-1)?.cursor ?? null, 3, () => publishAll(endpoint, 'f', 'g'));
    expect(headlines([...first, ...second, ...third])).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g']);
    const cursors = [...first, ...second, ...third].map(({ cursor }) => cursor);
    expect(new Set(cursors).size).toBe(7);
    // Resuming from the middle of what was received delivers the same in the same order.
    const again = await hear(first[0]?.cursor ?? null, 6, () => Promise.resolve());
    expect(headlines(again)).toEqual(['b', 'c', 'd', 'e', 'f', 'g']);
  });

  test('sockets that are reset at once leave no stream open and no slot taken', async () => {
    const perMember = endpoint.hub.config.limits.streamsPerMember;
    for (let index = 0; index < perMember + 5; index += 1) {
      const socket = new WebSocket(`${endpoint.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
      await new Promise((resolve) => socket.on('open', resolve));
      socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } }));
      await new Promise((resolve) => socket.once('message', resolve));
      socket.send(JSON.stringify({ type: 'subscribe', id: '1', payload: { query: RECEIVED } }), () =>
        socket.terminate(),
      );
    }
    const operator = await endpoint.token('cyberAgency', 'hub-operator');
    await eventually('no stream open', async () =>
      String((await endpoint.get(operator, '/metrics')).body).includes('tocsin_streams_open 0'),
    );
    const client = socketClient(endpoint, token);
    const results = client.iterate<Received>({ query: RECEIVED });
    const first = take(results, 1);
    await streamsOpen(endpoint, 1);
    await publishAll(endpoint, 'After the storm');
    expect(headlines(await first)).toEqual(['After the storm']);
    await client.dispose();
  });
});

describe('the limits of HTTP apply over a socket', () => {
  const refusalOf = async (query: string, variables: Record<string, unknown> = {}): Promise<unknown> => {
    const client = socketClient(endpoint, token);
    const refused = await client
      .iterate({ query, variables })
      .next()
      .then(
        ({ value }) => value?.errors,
        (errors: unknown) => errors,
      );
    await client.dispose();
    return (refused as readonly GraphQLError[])[0]?.extensions['code'];
  };
  const repeat = (count: number, make: (index: number) => string) =>
    Array.from({ length: count }, (_, index) => make(index)).join(' ');
  const onNode = (fields: string) => `subscription { warningReceived { node { ${fields} } } }`;

  test.each([
    ['36 kB of braces', '{a'.repeat(18_000), 'QUERY_TOO_NESTED'],
    ['tokens', onNode(repeat(1_100, () => 'id')), 'QUERY_TOO_LONG'],
    ['aliases', onNode(repeat(16, (index) => `a${index}: id`)), 'QUERY_TOO_MANY_ALIASES'],
    ['fragments', onNode(repeat(61, () => '... on Warning { id }')), 'QUERY_TOO_MANY_FRAGMENTS'],
    ['directives', onNode(repeat(11, () => '... @include(if: true) { id }')), 'QUERY_TOO_MANY_DIRECTIVES'],
    [
      'depth',
      onNode(
        'objects(first: 1) { edges { node { warnings(first: 1) { edges { node { objects(first: 1) { edges { node { id } } } } } } } } }',
      ),
      'QUERY_TOO_DEEP',
    ],
    [
      'cost',
      onNode(
        `objects(first: ${MAX_PAGE_SIZE}) { edges { node { warnings(first: 50) { edges { node { id headline } } } } } }`,
      ),
      'QUERY_TOO_COSTLY',
    ],
    ['an unknown field', onNode('noSuchField'), 'GRAPHQL_VALIDATION_FAILED'],
    ['a query', '{ me { role } }', 'SUBSCRIPTION_EXPECTED'],
    [
      'a mutation',
      'mutation { undoMerge(input: { id: "duplicate--0" }) { refusals { code } } }',
      'SUBSCRIPTION_EXPECTED',
    ],
    [
      'a query over the limits',
      `{ me { ${repeat(16, (index) => `a${index}: role`)} } }`,
      'QUERY_TOO_MANY_ALIASES',
    ],
    [
      'a cursor of another hub',
      'subscription { warningReceived(after: "AAAA") { cursor } }',
      'CURSOR_INVALID',
    ],
  ])('%s', async (_, query, code) => {
    expect(await refusalOf(query)).toBe(code);
    await streamsOpen(endpoint, 0);
  });

  test('ten subscriptions per socket; the eleventh is refused without ending the others', async () => {
    const client = socketClient(endpoint, token);
    const open = Array.from({ length: 10 }, () => take(client.iterate<Received>({ query: RECEIVED }), 1));
    await streamsOpen(endpoint, 10);
    await expect(client.iterate({ query: RECEIVED }).next()).rejects.toMatchObject([
      { extensions: { code: 'TOO_MANY_SUBSCRIPTIONS' } },
    ]);
    await publishAll(endpoint, 'To each of the ten');
    for (const heard of await Promise.all(open)) expect(headlines(heard)).toEqual(['To each of the ten']);
    await client.dispose();
    await streamsOpen(endpoint, 0);
  });

  test('a revoked key ends the stream with a resumable code, and everything else that it opened', async () => {
    const doomed = await endpoint.token('northGrid', 'reader');
    const closings: string[] = [];
    const closed = ({ code, reason }: CloseEvent): void => void closings.push(`${code} ${reason}`);
    const client = socketClient(endpoint, doomed);
    const idle = socketClient(endpoint, doomed, {
      lazy: false,
      onNonLazyError: () => undefined,
      on: { closed },
    });
    const beats = client.iterate({ query: 'subscription { heartbeat }' });
    await beats.next();
    const results = client.iterate<Received>({ query: RECEIVED });
    const first = results.next();
    await streamsOpen(endpoint, 1);
    const [, , id] = doomed.split('_');
    expect(await revokeKey(endpoint.hub, String(id))).toMatchObject({ ok: true, value: { wasActive: true } });
    const { value } = await first;
    expect(value?.errors?.[0]?.extensions).toMatchObject({
      code: 'RIGHTS_CHANGED',
      resumeAfter: expect.any(String),
    });
    const { value: last } = await beats.next();
    expect(last?.errors?.[0]?.extensions).toMatchObject({ code: 'RIGHTS_CHANGED' });
    await eventually('the idle socket is closed', async () => closings.length > 0);
    expect(closings).toEqual(['4403 RIGHTS_CHANGED']);
    await expect(client.iterate({ query: RECEIVED }).next()).rejects.toMatchObject({ code: 4403 });
    await client.dispose();
    await idle.dispose();
  });
});
