// The limits in front of GraphQL (I20, I21): each refuses with a code, without a 5xx and without stalling the process;
// requests just within them are answered.

import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { MAX_PAGE_SIZE } from '../../../../src/domain/limit/page-size.ts';
import { openTestEndpoint, type TestEndpoint } from '../../../support/endpoint.ts';

let endpoint: TestEndpoint;
let reader: string;
let publisher: string;
beforeAll(async () => {
  endpoint = await openTestEndpoint({
    env: { TOCSIN_REQUEST_BURST: '2000', TOCSIN_REQUESTS_PER_SECOND: '2000' },
  });
  reader = await endpoint.token('northGrid', 'analyst');
  publisher = await endpoint.token('cyberAgency', 'publisher');
});
afterAll(() => endpoint.close());

const refusalOf = async (query: string, variables?: object, token = reader) => {
  const { status, body } = await endpoint.ask(token, query, variables);
  return { status, code: body.errors?.[0]?.extensions?.code, hasData: 'data' in body };
};
const refused = (status: number, code: string) => ({ status, code, hasData: false });
const repeat = (count: number, make: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => make(index)).join(' ');

describe('the text of a query', () => {
  test('36 kB of nested braces is 400', async () => {
    expect(await refusalOf('{a'.repeat(18_000))).toEqual(refused(400, 'QUERY_TOO_NESTED'));
  });

  test('a nested list literal of 40 kB is 400', async () => {
    const query = `{ node(id: ${'['.repeat(20_000)}${']'.repeat(20_000)}) { id } }`;
    expect(await refusalOf(query)).toEqual(refused(400, 'QUERY_TOO_NESTED'));
  });

  test('64 brackets deep reaches the parser, 65 does not; brackets in strings and comments do not count', async () => {
    const nested = (depth: number) => `${'{a'.repeat(depth)}${'}'.repeat(depth)}`;
    expect((await refusalOf(nested(64))).code).toBe('QUERY_TOO_DEEP');
    expect((await refusalOf(nested(65))).code).toBe('QUERY_TOO_NESTED');
    const harmless = `{ me { role } } # ${'{'.repeat(200)}\n`;
    expect((await endpoint.ask(reader, harmless)).status).toBe(200);
    expect((await refusalOf(`{ node(id: "${'{'.repeat(200)}") { id } }`)).code).toBeUndefined();
    expect((await refusalOf(`{ node(id: """${'{"'.repeat(99)} """) { id } }`)).code).toBeUndefined();
  });

  test('a client that reads nothing before it has sent everything, slowly, still reads 413', async () => {
    const { hostname, port } = new URL(endpoint.url);
    const socket = connect(Number(port), hostname);
    const length = 12 * 1024 * 1024;
    socket.write(
      `POST /graphql HTTP/1.1\r\nHost: ${hostname}:${port}\r\nAuthorization: Bearer ${publisher}\r\n` +
        `Content-Type: application/json\r\nContent-Length: ${length}\r\n\r\n`,
    );
    socket.pause();
    // Longer than a moment: it needs four seconds for all of it.
    const steps = 16;
    for (let step = 0; step < steps; step += 1) {
      if (!socket.write(Buffer.alloc(length / steps, 32))) await once(socket, 'drain');
      await setTimeout(250);
    }
    socket.resume();
    const [answer] = (await once(socket, 'data')) as [Buffer];
    socket.destroy();
    expect(answer.toString()).toMatch(/^HTTP\/1\.1 413 [\s\S]*BODY_TOO_LARGE/);
  });

  test('the largest body is told beforehand', async () => {
    for (const [token, bytes] of [
      [reader, 131_072],
      [publisher, 8_388_608],
    ] as const)
      expect((await endpoint.ask(token, '{ me { maxBodyBytes } }')).body.data.me.maxBodyBytes).toBe(bytes);
  });

  test('4 MB is 413 for a reader and for a publisher, while others are answered', async () => {
    const query = `{ me { role } } # ${'x'.repeat(4 * 1024 * 1024)}`;
    const [ofReader, ofPublisher, health] = await Promise.all([
      refusalOf(query),
      refusalOf(query, undefined, publisher),
      endpoint.get(null, '/healthz'),
    ]);
    expect(ofReader).toEqual(refused(413, 'BODY_TOO_LARGE'));
    // A publisher hits the string limit of the JSON scan first.
    expect(ofPublisher).toEqual(refused(400, 'JSON_STRING_TOO_LONG'));
    expect(health.status).toBe(200);
    const query200 = `{ me { role } } # ${'x'.repeat(200 * 1024)}`;
    expect(await refusalOf(query200, undefined, publisher)).toEqual(refused(413, 'QUERY_TOO_LARGE'));
  });

  test('1,882 tokens of nested inline fragments are 400', async () => {
    const depth = 60;
    const query = `{ me { ${repeat(20, () => `${'... on Me { '.repeat(depth / 3)}role${' }'.repeat(depth / 3)}`)} } }`;
    expect(await refusalOf(query)).toEqual(refused(400, 'QUERY_TOO_LONG'));
    const shorter = `{ me { ${repeat(61, () => '... on Me { role }')} } }`;
    expect(await refusalOf(shorter)).toEqual(refused(400, 'QUERY_TOO_MANY_FRAGMENTS'));
    const within = `{ me { ${repeat(60, () => '... on Me { role }')} } }`;
    expect((await refusalOf(within)).code).toBeUndefined();
  });
});

describe('the shape of a query', () => {
  test('101 aliases are 400, also of __typename; 15 are accepted', async () => {
    const aliased = (count: number) => `{ me { ${repeat(count, (index) => `a${index}: __typename`)} } }`;
    expect(await refusalOf(aliased(101))).toEqual(refused(400, 'QUERY_TOO_MANY_ALIASES'));
    expect(await refusalOf(aliased(16))).toEqual(refused(400, 'QUERY_TOO_MANY_ALIASES'));
    expect((await refusalOf(aliased(15))).code).toBeUndefined();
  });

  test('root fields, directives and depth', async () => {
    const roots = (count: number) => `{ ${repeat(count, () => 'me { role }')} }`;
    expect((await refusalOf(roots(10))).code).toBeUndefined();
    expect(await refusalOf(roots(11))).toEqual(refused(400, 'QUERY_TOO_MANY_ROOT_FIELDS'));
    const directives = (count: number) =>
      `{ me { ${repeat(count, () => '... @include(if: true) { role }')} } }`;
    expect((await refusalOf(directives(10))).code).toBeUndefined();
    expect(await refusalOf(directives(11))).toEqual(refused(400, 'QUERY_TOO_MANY_DIRECTIVES'));
    const inner = '{ objects(first: 1) { edges { node { sources { publisher { name } } } } } }';
    expect((await refusalOf(`{ feed(first: 1) { edges { node ${inner} } } }`)).code).toBeUndefined();
    const deeper =
      '{ objects(first: 1) { edges { node { warnings(first: 1) { sources { publisher { name } } } } } } }';
    expect(await refusalOf(`{ feed(first: 1) { edges { node ${deeper} } } }`)).toEqual(
      refused(400, 'QUERY_TOO_DEEP'),
    );
  });

  test('a cycle of fragments is refused by validation, and a ladder of them is cheap to count', async () => {
    expect(
      (await refusalOf('{ me { ...A } } fragment A on Me { ...B } fragment B on Me { ...A }')).code,
    ).toBe('GRAPHQL_VALIDATION_FAILED');
    const ladder = repeat(
      19,
      (index) => `fragment F${index} on Warning { sources { warning } ...F${index + 1} ...F${index + 1} }`,
    );
    const query = `{ feed { edges { node { ...F0 } } } } ${ladder} fragment F19 on Warning { id }`;
    const { code } = await refusalOf(query);
    expect(code).toBe('QUERY_TOO_COSTLY');
  });

  test('cost is fields times page sizes, also from variables', async () => {
    const query =
      'query ($n: Int!) { feed(first: 50) { edges { node { id objects(first: $n) { edges { node { id type } } } } } } }';
    expect((await refusalOf(query, { n: 20 })).code).toBeUndefined();
    expect(await refusalOf(query, { n: 100 })).toEqual(refused(400, 'QUERY_TOO_COSTLY'));
  });

  test('a page past the largest has its own code, wherever the page is', async () => {
    const { body } = await endpoint.ask(reader, `{ feed(first: ${MAX_PAGE_SIZE + 1}) { edges { cursor } } }`);
    expect(body.errors[0].extensions.code).toBe('PAGE_TOO_LARGE');
    expect((await refusalOf(`{ feed(first: ${MAX_PAGE_SIZE}) { edges { cursor } } }`)).code).toBeUndefined();
    expect(
      (await endpoint.ask(reader, '{ feed(first: -1) { edges { cursor } } }')).body.errors[0].extensions.code,
    ).toBe('PAGE_TOO_LARGE');
  });
});

describe('the JSON of a request', () => {
  test('__proto__ in variables is 400, in a literal too', async () => {
    const body = '{"query":"{ me { role } }","variables":{"__proto__":{"isAdmin":true}}}';
    const { status, body: answer } = await endpoint.post(reader, body);
    expect([status, answer.errors[0].extensions.code]).toEqual([400, 'JSON_FORBIDDEN_KEY']);
    const escaped = body.replace('__proto__', '\\u005f_proto__');
    expect((await endpoint.post(reader, escaped)).status).toBe(400);
    const literal = `mutation { publishPractice(input: {headline: "h", summary: "s", kind: MEASURE, problem: "p", steps: ["a"],
      marking: CLEAR, audience: {alternatives: [{}]}, bundle: {__proto__: {a: 1}}}) { refusals { code } } }`;
    const answered = await endpoint.ask(publisher, literal);
    expect(answered.status).toBeLessThan(500);
    expect(answered.body.errors.length).toBeGreaterThan(0);
  });

  test('depth, batches, other media types and broken JSON', async () => {
    const deep = `{"query":"{ me { role } }","variables":{"a":${'['.repeat(60)}${']'.repeat(60)}}}`;
    expect((await endpoint.post(reader, deep)).body.errors[0].extensions.code).toBe('JSON_TOO_DEEP');
    expect(
      (await endpoint.post(reader, '[{"query":"{ me { role } }"}]')).body.errors[0].extensions.code,
    ).toBe('BATCHING_OFF');
    expect((await endpoint.post(reader, '{"query":')).body.errors[0].extensions.code).toBe('JSON_SYNTAX');
    for (const type of [
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'text/plain',
      'application/graphql',
    ]) {
      const { status, body } = await endpoint.post(reader, 'query=%7Bme%7Brole%7D%7D', {
        'content-type': type,
      });
      expect([type, status, body.errors[0].extensions.code]).toEqual([type, 415, 'MEDIA_TYPE_UNSUPPORTED']);
    }
  });
});

describe('introspection', () => {
  test('needs a key, and is bounded', async () => {
    const { getIntrospectionQuery } = await import('graphql');
    const { body } = await endpoint.ask(reader, getIntrospectionQuery());
    expect(body.data.__schema.types.length).toBeGreaterThan(40);
    expect((await endpoint.ask(null, getIntrospectionQuery())).status).toBe(401);
    const bomb =
      '{ __schema { types { fields { type { fields { type { fields { type { name } } } } } } } } }';
    expect((await refusalOf(bomb)).code).toBe('GRAPHQL_VALIDATION_FAILED');
  });
});
