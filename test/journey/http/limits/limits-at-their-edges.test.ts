// Ways around the limits on JSON, headers and filters that must stay closed: extreme depth, distinct types, a key in
// another header, an expression in a search. The limits themselves, at n - 1, n and n + 1, are in limits-each-at-n.
import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openTestEndpoint, type TestEndpoint } from '../../../support/endpoint.ts';
import { draft } from '../../../support/hub.ts';

const ME = '{ me { role } }';

let endpoint: TestEndpoint;
let reader: string;
let publisher: string;
beforeAll(async () => {
  endpoint = await openTestEndpoint({
    env: {
      TOCSIN_REQUEST_BURST: '2000',
      TOCSIN_REQUESTS_PER_SECOND: '2000',
    },
  });
  reader = await endpoint.token('northGrid', 'analyst');
  publisher = await endpoint.token('cyberAgency', 'publisher');
});
afterAll(() => endpoint.close());

test('a million levels of JSON are counted without recursion', async () => {
  const { status, body } = await endpoint.post(
    publisher,
    `{"query":"${ME}","extensions":{"x":${'['.repeat(1_000_000)}}}`,
  );
  expect([status, body.errors[0].extensions.code]).toEqual([400, 'JSON_TOO_DEEP']);
});

test('fields and list items in variables count, values of type JSON do not', async () => {
  const { inputItems } = endpoint.hub.config.limits;
  const PREVIEW =
    'query($input: AudiencePreviewInput!) { audiencePreview(input: $input) { refusals { code } } }';
  const preview = async (alternatives: number, excludes: number) => {
    const audience = {
      alternatives: Array.from({ length: alternatives }, () => ({ sectors: ['energy'] })),
      excludes: Array.from({ length: excludes }, () => 'member--nobody'),
    };
    const { status, body } = await endpoint.ask(publisher, PREVIEW, {
      input: { marking: 'GREEN', audience },
    });
    return [status, body.errors?.[0]?.extensions.code ?? body.data.audiencePreview.refusals[0].code];
  };
  // The request's own four fields: marking, audience, alternatives and excludes.
  expect(await preview(0, inputItems - 4)).toEqual([200, 'AUDIENCE_MISSING']);
  expect(await preview(0, inputItems - 3)).toEqual([400, 'VARIABLES_TOO_LARGE']);
  // An alternative, its one field, and that field's item.
  expect(await preview(Math.ceil(inputItems / 3), 0)).toEqual([400, 'VARIABLES_TOO_LARGE']);

  const PUBLISH =
    'mutation($input: PublishWarningInput!) { publishWarning(input: $input) { refusals { code } } }';
  const { kind: _, ...input } = draft({ bundle: Array.from({ length: 2 * inputItems }, () => 'x') });
  const { body } = await endpoint.ask(publisher, PUBLISH, { input });
  expect(body.data.publishWarning.refusals[0].code).toBe('NOT_A_BUNDLE');
});

test('deep variables are refused for a reader too, before anything processes them', async () => {
  const deep = `{"query":"query ($a: String) { node(id: \\"x\\") { id } feed(after: $a) { edges { cursor } } }","variables":{"a":${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}}}`;
  const { status, body } = await endpoint.post(reader, deep);
  expect([status, body.errors[0].extensions.code]).toEqual([400, 'JSON_TOO_DEEP']);
});

const statusWith = (headers: Record<string, string>): Promise<number> =>
  new Promise((resolve, reject) => {
    const sent = httpRequest(
      new URL('/graphql?query=%7B__typename%7D', endpoint.url),
      { headers, agent: false },
      (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      },
    );
    sent.on('error', reject);
    sent.end();
  });

test('headers: 16 kB, and a key in a cookie does not authenticate', async () => {
  const authorization = `Bearer ${reader}`;
  expect(await statusWith({ authorization, 'x-pad': 'x'.repeat(14_000) })).toBe(200);
  expect(await statusWith({ authorization, 'x-pad': 'x'.repeat(17_000) })).toBe(431);
  expect(
    await statusWith({ cookie: `authorization=${encodeURIComponent(authorization)}; token=${reader}` }),
  ).toBe(401);
  expect(await statusWith({ authorization: `Basic ${Buffer.from(`x:${reader}`).toString('base64')}` })).toBe(
    401,
  );
});

test('a search has at most 256 characters and no expressions, a filter at most ten sectors', async () => {
  const query = 'query ($filter: FeedFilter) { feed(first: 1, filter: $filter) { edges { cursor } } }';
  const codeOf = async (filter: object) => {
    const { status, body } = await endpoint.ask(reader, query, { filter });
    return [status, body.errors?.[0]?.extensions?.code ?? 'taken'];
  };
  expect(await codeOf({ text: 'x'.repeat(256) })).toEqual([200, 'taken']);
  expect((await codeOf({ text: 'x'.repeat(257) }))[1]).not.toBe('taken');
  // Taken literally: as expressions they would run for minutes, or match everything.
  for (const text of ['(a+)+$', '.*', '^', '$where', '\\'])
    expect(await codeOf({ text })).toEqual([200, 'taken']);
  const sectors = (count: number) => Array.from({ length: count }, () => 'energy');
  expect(await codeOf({ sectors: sectors(10) })).toEqual([200, 'taken']);
  expect((await codeOf({ sectors: sectors(11) }))[1]).not.toBe('taken');
  expect((await codeOf({ text: { $regex: '.*' } }))[0]).toBe(400);
});
