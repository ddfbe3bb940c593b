// Query texts by hash: Automatic Persisted Queries as the clients of Apollo and urql send them, and the documents of
// Tocsin's own clients, which the hub knows. Every limit applies to the text that a hash stands for.

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { MAX_PAGE_SIZE } from '../../../src/domain/limit/page-size.ts';
import { hashOfText } from '../../../src/graphql/persisted-texts.ts';
import { OPERATIONS } from '../../../src/operations/operations.ts';
import { type Answer, openTestEndpoint, type TestEndpoint } from '../../support/endpoint.ts';
import { eventually } from '../../support/processes.ts';

let endpoint: TestEndpoint;
let token: string;
beforeAll(async () => {
  endpoint = await openTestEndpoint({
    env: { TOCSIN_REQUEST_BURST: '2000', TOCSIN_REQUESTS_PER_SECOND: '2000', TOCSIN_PERSISTED_QUERIES: '5' },
  });
  token = await endpoint.token('northGrid', 'analyst');
});
afterAll(() => endpoint.close());

const persistedQuery = (query: string) => ({ version: 1, sha256Hash: hashOfText(query) });
const byHash = (query: string, more: object = {}): string =>
  JSON.stringify({ extensions: { persistedQuery: persistedQuery(query) }, ...more });
const withText = (query: string, more: object = {}): string => byHash(query, { query, ...more });

const errorOf = ({ status, body }: Answer) => [
  status,
  body.errors?.[0]?.message,
  body.errors?.[0]?.extensions?.code,
];
const NOT_FOUND = [200, 'PersistedQueryNotFound', 'PERSISTED_QUERY_NOT_FOUND'];

describe('a client that registers its texts', () => {
  test.each(['application/json', 'application/graphql-response+json'])(
    'learns that a hash is unknown, sends the text once, and only the hash from then on: %s',
    async (accept) => {
      const query = `query ByHash { me { role } } # ${accept}`;
      const ask = (body: string) => endpoint.post(token, body, { accept });
      const unknown = await ask(byHash(query));
      expect(errorOf(unknown)).toEqual(NOT_FOUND);
      expect([unknown.headers.get('content-type'), 'data' in unknown.body]).toEqual([
        `${accept}; charset=utf-8`,
        false,
      ]);
      const registered = await ask(withText(query));
      expect(registered.body).toMatchObject({ data: { me: { role: 'ANALYST' } } });
      const known = await ask(byHash(query, { operationName: 'ByHash', variables: null }));
      expect([known.status, known.body]).toEqual([200, registered.body]);
      expect(known.headers.get('content-length')).toBe(String(JSON.stringify(known.body).length));
    },
  );

  test('by GET as well, with variables; a mutation stays with POST', async () => {
    const query = 'query ($name: String!) { __type(name: $name) { name } }';
    const get = (text: string, fields: Record<string, string>) => {
      const extensions = JSON.stringify({ persistedQuery: persistedQuery(text) });
      return endpoint.get(token, `/graphql?${new URLSearchParams({ ...fields, extensions })}`);
    };
    const variables = '{"name":"Me"}';
    expect(errorOf(await get(query, { variables }))).toEqual(NOT_FOUND);
    expect((await get(query, { query, variables })).body).toMatchObject({ data: { __type: { name: 'Me' } } });
    expect((await get(query, { variables })).body).toMatchObject({ data: { __type: { name: 'Me' } } });
    const mutation = 'mutation { undoMerge(input: { id: "duplicate--0" }) { refusals { code } } }';
    const refused = { data: { undoMerge: { refusals: [{ code: 'NOT_FOUND' }] } } };
    expect((await endpoint.post(token, withText(mutation))).body).toMatchObject(refused);
    expect(errorOf(await get(mutation, {}))[0]).toBe(405);
    expect((await endpoint.post(token, byHash(mutation))).body).toMatchObject(refused);
  });

  test('in an event stream both answers are events, and a subscription works by its hash', async () => {
    const query = 'subscription ByHash { heartbeat }';
    const ask = (body: string) =>
      fetch(`${endpoint.url}/graphql`, {
        method: 'POST',
        body,
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': 'application/json',
          accept: 'text/event-stream',
        },
      });
    const unknown = await ask(byHash(query));
    expect([unknown.status, unknown.headers.get('content-type')]).toEqual([
      200,
      'text/event-stream; charset=utf-8',
    ]);
    expect(await unknown.text()).toMatch(
      /^event: next\ndata: \{"errors":\[\{"message":"PersistedQueryNotFound"/,
    );
    for (const body of [withText(query), byHash(query)]) {
      const reader = (await ask(body)).body?.pipeThrough(new TextDecoderStream()).getReader();
      let text = '';
      while (!text.includes('"heartbeat"')) text += (await reader?.read())?.value ?? '(ended) "heartbeat"';
      expect(text).toMatch(/event: next\ndata: \{"data":\{"heartbeat":"20/);
      await reader?.cancel();
    }
    await eventually('no stream', async () => endpoint.broker.counts().streams === 0, 10_000);
  });

  test('a wrong hash, another version and no hash are refused, and nothing is registered', async () => {
    const query = '{ me { role } } # mismatch';
    const other = hashOfText('{ me { role } }');
    const mismatch = JSON.stringify({
      query,
      extensions: { persistedQuery: { version: 1, sha256Hash: other } },
    });
    expect(errorOf(await endpoint.post(token, mismatch))).toEqual([
      400,
      'provided sha does not match query',
      'PERSISTED_QUERY_MISMATCH',
    ]);
    expect(errorOf(await endpoint.post(token, byHash(query)))).toEqual(NOT_FOUND);
    expect(errorOf(await endpoint.post(token, byHash('{ me { role } }')))).toEqual(NOT_FOUND);
    for (const persistedQuery of [
      { version: 2, sha256Hash: hashOfText(query) },
      { version: 1 },
      { version: 1, sha256Hash: hashOfText(query).toUpperCase() },
      { version: 1, sha256Hash: '__proto__' },
      'x',
      [],
      7,
    ]) {
      const body = JSON.stringify({ query, extensions: { persistedQuery } });
      expect([persistedQuery, errorOf(await endpoint.post(token, body))[2]]).toEqual([
        persistedQuery,
        'PERSISTED_QUERY_MALFORMED',
      ]);
    }
    expect(
      errorOf(await endpoint.post(token, JSON.stringify({ extensions: { persistedQuery: null } })))[2],
    ).toBe('QUERY_MISSING');
  });

  test('limits apply to the text: a refused one is not registered, and cost limits hold by hash', async () => {
    for (const [query, code] of [
      ['{ noSuchField }', 'GRAPHQL_VALIDATION_FAILED'],
      ['{a'.repeat(100), 'QUERY_TOO_NESTED'],
      [`{ ${'a '.repeat(1_100)} }`, 'QUERY_TOO_LONG'],
    ] as const) {
      expect(errorOf(await endpoint.post(token, withText(query)))[2]).toBe(code);
      expect(errorOf(await endpoint.post(token, byHash(query)))).toEqual(NOT_FOUND);
    }
    const costly =
      'query ($first: Int) { feed(first: $first) { edges { node { objects(first: 100) { edges { node { id } } } } } } }';
    const small = { variables: { first: 1 } };
    expect((await endpoint.post(token, withText(costly, small))).body.data).toBeDefined();
    expect((await endpoint.post(token, byHash(costly, small))).body.data).toBeDefined();
    const large = await endpoint.post(token, byHash(costly, { variables: { first: MAX_PAGE_SIZE } }));
    expect(errorOf(large)).toEqual([400, expect.any(String), 'QUERY_TOO_COSTLY']);
  });

  test('a text registered by one key is unknown to another, of the same member or not', async () => {
    const query = '{ me { person } } # mine';
    await endpoint.post(token, withText(query));
    for (const other of [
      await endpoint.token('northGrid', 'reader'),
      await endpoint.token('riverWater', 'analyst'),
    ])
      expect(errorOf(await endpoint.post(other, byHash(query)))).toEqual(NOT_FOUND);
    expect((await endpoint.post(token, byHash(query))).status).toBe(200);
  });

  test('a key that registers without end evicts its own texts only', async () => {
    const greedy = await endpoint.token('riverWater', 'reader');
    const kept = '{ me { person } } # kept';
    await endpoint.post(token, withText(kept));
    for (let index = 0; index < 20; index += 1) {
      const answer = await endpoint.post(greedy, withText(`{ me { role } } # ${index}`));
      expect(answer.status).toBe(200);
    }
    expect(errorOf(await endpoint.post(greedy, byHash('{ me { role } } # 0')))).toEqual(NOT_FOUND);
    expect((await endpoint.post(greedy, byHash('{ me { role } } # 19'))).body.data).toBeDefined();
    expect((await endpoint.post(token, byHash(kept))).body.data).toBeDefined();
  });
});

/** Documents that read what is administered, for those who administer. */
const ADMINISTER: readonly string[] = ['persons'];

describe('Tocsin’s own clients', () => {
  test('the hub knows each of their documents by hash, for every key', async () => {
    const reader = await endpoint.token('cityHospital', 'reader');
    const refused: string[] = [];
    for (const [name, text] of Object.entries(OPERATIONS)) {
      const { body } = await endpoint.post(reader, byHash(text), { accept: 'application/json' });
      const code = body.errors?.[0]?.extensions?.code ?? 'taken';
      // Sent without variables, and as plain JSON, it may be refused, but its hash is known. What a reader may not ask for is
      // what is administered.
      if (code === 'ROLE_MAY_NOT') refused.push(name);
      else
        expect([name, code]).toEqual([
          name,
          expect.stringMatching(/^(?:taken|BAD_USER_INPUT|STREAM_NOT_ACCEPTED)$/),
        ]);
    }
    expect(refused.sort()).toEqual(ADMINISTER);
    expect((await endpoint.post(reader, byHash(OPERATIONS.who))).body.data.me).toMatchObject({
      role: 'READER',
    });
  });
});

describe('a hub that keeps no texts', () => {
  let other: TestEndpoint;
  beforeAll(async () => {
    other = await openTestEndpoint({ env: { TOCSIN_PERSISTED_QUERIES: '0' } });
  });
  afterAll(() => other.close());

  test('says so in the clients’ protocol, runs a text sent with its hash, and knows Tocsin’s own', async () => {
    const key = await other.token('northGrid', 'analyst');
    const query = '{ me { role } }';
    const unsupported = [200, 'PersistedQueryNotSupported', 'PERSISTED_QUERY_NOT_SUPPORTED'];
    expect(errorOf(await other.post(key, byHash(query)))).toEqual(unsupported);
    expect((await other.post(key, withText(query))).body).toMatchObject({
      data: { me: { role: 'ANALYST' } },
    });
    expect(errorOf(await other.post(key, byHash(query)))).toEqual(unsupported);
    expect((await other.post(key, byHash(OPERATIONS.who))).body.data.me.role).toBe('ANALYST');
  });
});
