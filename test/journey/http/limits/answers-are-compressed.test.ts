// Long answers of queries leave as gzip where the client takes that, from their bound on; acts, streams, refusals and
// clients that do not ask get what they always got. The bytes are read as they come, by node:http.
import { type IncomingHttpHeaders, request } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { hashOfText } from '../../../../src/graphql/persisted-texts.ts';
import { COMPRESSION } from '../../../../src/http/graphql/compress.ts';
import { openTestEndpoint, type TestEndpoint } from '../../../support/endpoint.ts';
import { publishBy, to } from '../../../support/publish.ts';

let endpoint: TestEndpoint;
let token: string;
beforeAll(async () => {
  endpoint = await openTestEndpoint({ env: { TOCSIN_CORS_ORIGINS: 'https://page.example' } });
  for (let at = 0; at < 10; at += 1) await publishBy(endpoint, 'cyberAgency', { audience: to('northGrid') });
  token = await endpoint.token('northGrid', 'analyst');
});
afterAll(() => endpoint.close());

type Raw = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: Buffer };
type Sent = { readonly method?: string; readonly path?: string; readonly headers?: Record<string, string> };

const send = (body: string | null, { method = 'POST', path = '/graphql', headers = {} }: Sent = {}) =>
  new Promise<Raw>((resolve, reject) => {
    const all = { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers };
    const asked = request(`${endpoint.url}${path}`, { method, headers: all }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    });
    asked.on('error', reject);
    asked.end(body ?? undefined);
  });

const GZIP = { 'accept-encoding': 'gzip, deflate, br' };
const FEED =
  '{ feed(first: 10) { edges { node { id headline summary publisher { slug } translations { language summary } markingInWords publishedAt updatedAt actions { text } contacts { name } } } } }';
const ask = (query: string, headers: Record<string, string> = GZIP) =>
  send(JSON.stringify({ query }), { headers });
const codingOf = ({ headers }: Raw) => headers['content-encoding'] ?? null;

/** An answer of exactly so many bytes: names of fields come back as they were asked for. */
const answerOf = (bytes: number, headers: Record<string, string>): Promise<Raw> => {
  const frame = '{"data":{"":"Query"},"extensions":{"cost":{"points":1,"limit":5000,"requests":1}}}';
  return ask(`{ ${'a'.repeat(bytes - frame.length)}: __typename }`, headers);
};

test.each([
  [COMPRESSION.least - 1, null, 'origin'],
  [COMPRESSION.least, 'gzip', 'origin, accept-encoding'],
  [COMPRESSION.least + 1, 'gzip', 'origin, accept-encoding'],
])('an answer of %i bytes: %s', async (bytes, coding, vary) => {
  const plain = await answerOf(bytes, {});
  expect([plain.status, plain.body.length, codingOf(plain), plain.headers.vary]).toEqual([
    200,
    bytes,
    null,
    vary,
  ]);
  const sent = await answerOf(bytes, GZIP);
  expect([sent.status, codingOf(sent), sent.headers.vary]).toEqual([200, coding, vary]);
  expect(String(coding === null ? sent.body : gunzipSync(sent.body))).toBe(String(plain.body));
  expect(sent.headers['content-length']).toBe(String(sent.body.length));
  expect(sent.headers['transfer-encoding']).toBeUndefined();
});

test('a page of the feed is a fraction, by text, by hash, by GET and as a page that is shared', async () => {
  const plain = await ask(FEED, {});
  const read = JSON.parse(String(plain.body)) as object;
  expect(plain.body.length).toBeGreaterThan(COMPRESSION.least);
  const extensions = { persistedQuery: { version: 1, sha256Hash: hashOfText(FEED) } };
  const byHash = JSON.stringify({ extensions });
  await send(JSON.stringify({ query: FEED, extensions }), { headers: GZIP });
  const ways = [
    // Twice: the second time it is assembled of rows that are shared.
    ...[await ask(FEED), await ask(FEED), await send(byHash, { headers: GZIP })],
    await send(null, { method: 'GET', path: `/graphql?query=${encodeURIComponent(FEED)}`, headers: GZIP }),
  ];
  for (const way of ways) {
    expect([way.status, codingOf(way), way.headers['cache-control']]).toEqual([200, 'gzip', 'no-store']);
    expect(way.body.length).toBeLessThan(plain.body.length / 2);
    expect(JSON.parse(String(gunzipSync(way.body)))).toEqual(read);
  }
});

test('what CORS says that it depends on stays beside it', async () => {
  const { headers } = await ask(FEED, { ...GZIP, origin: 'https://page.example' });
  expect(
    headers.vary
      ?.split(/, */)
      .map((name) => name.toLowerCase())
      .sort(),
  ).toEqual(['accept-encoding', 'origin']);
});

test('an act, a stream, a refusal and HEAD are sent as they are', async () => {
  const name = 'a'.repeat(COMPRESSION.least);
  const act = await ask(`mutation { ${name}: changeAnswerPlan(input: {}) { refusals { code } } }`);
  expect([act.status, codingOf(act), Object.keys(JSON.parse(String(act.body)).data)]).toEqual([
    200,
    null,
    [name],
  ]);
  const event = await ask(FEED, { ...GZIP, accept: 'text/event-stream' });
  expect([codingOf(event), event.headers['content-type']]).toEqual([
    null,
    'text/event-stream; charset=utf-8',
  ]);
  expect(String(event.body)).toMatch(/^event: next\ndata: \{"data"/);
  const refused = await ask(`{ ${name} }`);
  expect([refused.status, codingOf(refused)]).toEqual([400, null]);
  const head = await send(null, { method: 'HEAD', headers: GZIP });
  expect([head.status, codingOf(head), head.body.length]).toEqual([405, null, 0]);
});

test('one that leaves while its answer is made costs nothing', async () => {
  const leaving = Array.from({ length: 20 }, async () => {
    const abort = new AbortController();
    const asked = fetch(`${endpoint.url}/graphql`, {
      method: 'POST',
      signal: abort.signal,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...GZIP },
      body: JSON.stringify({ query: FEED }),
    });
    setImmediate(() => abort.abort());
    await expect(asked).rejects.toThrow();
  });
  await Promise.all(leaving);
  // Whatever they began is done with: it leaves room for the next.
  const next = await ask(FEED);
  expect([next.status, codingOf(next)]).toEqual([200, 'gzip']);
});
