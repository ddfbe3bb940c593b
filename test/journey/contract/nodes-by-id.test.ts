// What has an id is found by it, by whoever may read it; connections that came of lists page on; each answer says what it
// cost and what is left; pages of configured origins may ask.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { MAX_PAGE_SIZE } from '../../../src/domain/limit/page-size.ts';
import { CAST, type CastName } from '../../support/cast.ts';
import { openTestEndpoint, type TestEndpoint } from '../../support/endpoint.ts';
import { bundleOf, made } from '../../support/objects.ts';
import { publishBy, to } from '../../support/publish.ts';

const ORIGIN = 'https://desk.example.org';
let endpoint: TestEndpoint;
const tokens = new Map<CastName, string>();
beforeAll(async () => {
  endpoint = await openTestEndpoint({
    env: {
      TOCSIN_CORS_ORIGINS: `${ORIGIN}, https://other.example.org:8443`,
      TOCSIN_PUBLISHES_PER_SECOND: '100',
      // Slow enough that what a request takes is seen.
      TOCSIN_REQUESTS_PER_SECOND: '1',
      TOCSIN_REQUEST_BURST: '400',
    },
  });
  for (const name of ['riverWater', 'northGrid', 'metroRail', 'cyberAgency'] as const)
    tokens.set(name, await endpoint.token(name, name === 'cyberAgency' ? 'publisher' : 'analyst'));
});
afterAll(() => endpoint.close());

const data = async (name: CastName, query: string, variables: object = {}) => {
  const { body } = await endpoint.ask(tokens.get(name) ?? '', query, variables);
  expect(body.errors).toBeUndefined();
  return body.data;
};
const NODE =
  'query ($id: ID!) { node(id: $id) { __typename id ... on Member { slug } ... on Sector { name } } }';
const node = async (name: CastName, id: string) => (await data(name, NODE, { id })).node;

describe('nodes', () => {
  test('a member: oneself, whoever publishes to one by name, and for publishers each', async () => {
    const agency = { __typename: 'Member', id: CAST.cyberAgency.id, slug: 'cyber-agency' };
    expect(await node('riverWater', CAST.riverWater.id)).toMatchObject({ slug: CAST.riverWater.slug });
    expect(await node('riverWater', CAST.cyberAgency.id)).toBeNull();
    expect(await node('riverWater', CAST.metroRail.id)).toBeNull();
    await publishBy(endpoint, 'cyberAgency', { audience: to('riverWater') });
    expect(await node('riverWater', CAST.cyberAgency.id)).toEqual(agency);
    expect(await node('metroRail', CAST.cyberAgency.id)).toBeNull();
    expect(await node('cyberAgency', CAST.metroRail.id)).toMatchObject({ slug: CAST.metroRail.slug });
    expect(await node('cyberAgency', 'member--00000000-0000-4000-8000-000000000000')).toBeNull();
  });

  test('sectors and schemes, for everybody', async () => {
    expect(await node('metroRail', 'energy/electricity')).toEqual({
      __typename: 'Sector',
      id: 'energy/electricity',
      name: 'Electricity',
    });
    expect(await node('metroRail', 'eu-nis2')).toMatchObject({ __typename: 'SectorScheme', id: 'eu-nis2' });
    const { sectors } = await data('metroRail', '{ sectors { scheme { id } definitions { id } } }');
    const ids = [...sectors.scheme, ...sectors.definitions].map(({ id }: { id: string }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('several at once, in their order; what one may not read is null', async () => {
    const [mine, hidden] = [
      await publishBy(endpoint, 'cyberAgency', { audience: to('riverWater') }),
      await publishBy(endpoint, 'cyberAgency', { audience: to('northGrid') }),
    ];
    const query = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }';
    const ids = [hidden, mine, 'energy', 'nothing', mine];
    expect((await data('riverWater', query, { ids })).nodes).toEqual([
      null,
      { id: mine },
      { id: 'energy' },
      null,
      { id: mine },
    ]);
    const many = await endpoint.ask(tokens.get('riverWater') ?? '', query, {
      ids: Array.from({ length: 101 }, () => mine),
    });
    expect(many.body.errors[0].extensions).toMatchObject({ code: 'TOO_MANY', path: '$.ids' });
    expect(
      (await data('riverWater', query, { ids: Array.from({ length: 100 }, () => mine) })).nodes,
    ).toHaveLength(100);
  });
});

describe('connections', () => {
  const tool = made('tool', { name: 'Held by many' });
  const note = made('note', { content: 'Of many', object_refs: Array.from({ length: 7 }, () => tool.id) });

  type Page = {
    readonly edges: readonly { readonly node: { readonly id: string } }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };

  test('the warnings of an object page on, each once', async () => {
    const held: string[] = [];
    for (let index = 0; index < 5; index += 1) {
      held.push(
        await publishBy(endpoint, 'cyberAgency', {
          audience: to('riverWater'),
          bundle: bundleOf(tool, note),
        }),
      );
      await publishBy(endpoint, 'cyberAgency', { audience: to('northGrid'), bundle: bundleOf(tool) });
    }
    const query = `query ($id: ID!, $after: String) { stixObject(id: $id) { warnings(first: 2, after: $after) {
      edges { cursor node { id } } pageInfo { hasNextPage endCursor } } } }`;
    const found: string[] = [];
    for (let after: string | null = null; ; ) {
      const { warnings }: { warnings: Page } = (await data('riverWater', query, { id: tool.id, after }))
        .stixObject;
      found.push(...warnings.edges.map(({ node: { id } }) => id));
      if (!warnings.pageInfo.hasNextPage) break;
      after = warnings.pageInfo.endCursor;
    }
    expect(found.toSorted()).toEqual(held.toSorted());
    const wrong = await endpoint.ask(tokens.get('riverWater') ?? '', query, {
      id: note.id,
      after: 'made-up',
    });
    expect(wrong.body.errors[0].extensions.code).toBe('CURSOR_INVALID');
  });

  test('the references of an object page on, in their order', async () => {
    const query = `query ($id: ID!, $first: Int, $after: String) { stixObject(id: $id) { references(first: $first, after: $after) {
      edges { cursor node { property targetId object { id } } } pageInfo { hasNextPage endCursor } } } }`;
    const page = async (first: number, after: string | null = null) =>
      (await data('riverWater', query, { id: note.id, first, after })).stixObject.references;
    const all = await page(50);
    expect(all.edges.map(({ node: { property } }: { node: { property: string } }) => property)).toEqual(
      Array.from({ length: 7 }, (_, index) => `object_refs[${index}]`),
    );
    const [one, two] = [await page(4), await page(4, (await page(4)).pageInfo.endCursor)];
    expect([...one.edges, ...two.edges]).toEqual(all.edges);
    expect([one.pageInfo.hasNextPage, two.pageInfo.hasNextPage]).toEqual([true, false]);
  });
});

describe('what an answer says beside its data', () => {
  const raw = (query: string, name: CastName = 'riverWater', headers: Record<string, string> = {}) =>
    fetch(`${endpoint.url}/graphql`, {
      method: 'POST',
      body: JSON.stringify({ query }),
      headers: {
        authorization: `Bearer ${tokens.get(name)}`,
        'content-type': 'application/json',
        ...headers,
      },
    });

  test('its cost, also of a page whose rows are shared', async () => {
    const feed = '{ feed(first: 100) { edges { node { id headline severity } } } }';
    for (let index = 0; index < 3; index += 1)
      expect((await (await raw(feed)).json()).extensions).toEqual({
        cost: { points: 301, limit: 5_000, requests: 1 },
      });
    const dear = `{ feed(first: ${MAX_PAGE_SIZE}) { edges { node { id headline severity summary marking state urgency } } } }`;
    const points = 1 + 7 * MAX_PAGE_SIZE;
    expect((await (await raw(dear)).json()).extensions.cost).toMatchObject({
      points,
      requests: Math.ceil(points / 1_000),
    });
  });

  test('what is left of the rate, which falls by what was asked', async () => {
    const left = async (query: string) => {
      const { headers } = await raw(query);
      const [, requests = ''] = /"requests";r=(\d+);t=\d+/.exec(headers.get('ratelimit') ?? '') ?? [];
      expect(headers.get('ratelimit-policy')).toBe('"requests";q=400;w=400');
      return Number(requests);
    };
    const before = await left('{ me { role } }');
    const dear = `{ ${'abcd'
      .split('')
      .map(
        (each) =>
          `${each}: feed(first: ${MAX_PAGE_SIZE}) { edges { node { id headline severity summary state } } }`,
      )
      .join(' ')} }`;
    expect(await left(dear)).toBeLessThanOrEqual(before - 2);
    const publisher = await raw('{ me { role } }', 'cyberAgency');
    expect(publisher.headers.get('ratelimit-policy')).toBe(
      '"requests";q=400;w=400, "publications";q=100;w=1',
    );
    expect(publisher.headers.get('ratelimit')).toMatch(
      /^"requests";r=\d+;t=\d+, "publications";r=\d+;t=\d+$/,
    );
    // Nothing is said to whoever has no key.
    const none = await fetch(`${endpoint.url}/graphql`, { method: 'POST', body: '{}' });
    expect([none.status, none.headers.get('ratelimit')]).toEqual([401, null]);
    const page = await endpoint.get(tokens.get('riverWater') ?? '', '/schema.graphql');
    expect(page.headers.get('ratelimit')).toMatch(/^"requests"/);
  });

  test('a page of a configured origin may ask and read; one of another may not', async () => {
    const preflight = (origin: string, path = '/graphql') =>
      fetch(`${endpoint.url}${path}`, {
        method: 'OPTIONS',
        headers: {
          origin,
          'access-control-request-method': 'POST',
          'access-control-request-headers': 'authorization',
        },
      });
    const allowed = await preflight(ORIGIN);
    expect([allowed.status, await allowed.text()]).toEqual([204, '']);
    expect(Object.fromEntries(allowed.headers)).toMatchObject({
      'access-control-allow-origin': ORIGIN,
      'access-control-allow-methods': 'GET, POST',
      'access-control-allow-headers': expect.stringContaining('authorization'),
      vary: 'origin',
    });
    expect(allowed.headers.get('access-control-allow-credentials')).toBeNull();
    const answer = await raw('{ me { role } }', 'riverWater', { origin: ORIGIN });
    expect(answer.headers.get('access-control-allow-origin')).toBe(ORIGIN);
    expect(answer.headers.get('access-control-expose-headers')).toContain('retry-after');
    // A refusal can be read too.
    const refused = await fetch(`${endpoint.url}/graphql`, {
      method: 'POST',
      body: '{}',
      headers: { origin: ORIGIN },
    });
    expect([refused.status, refused.headers.get('access-control-allow-origin')]).toEqual([401, ORIGIN]);
    // A page that varies by language goes on varying by origin.
    const { body } = await endpoint.ask(
      tokens.get('riverWater') ?? '',
      '{ feed(first: 1) { edges { node { id } } } }',
    );
    const page = await endpoint.get(
      tokens.get('riverWater') ?? '',
      `/warnings/${body.data.feed.edges[0].node.id}`,
    );
    expect([page.status, page.headers.get('vary')?.split(', ').toSorted()]).toEqual([
      200,
      ['accept-language', 'origin'],
    ]);
    for (const origin of [
      'https://desk.example.org.evil.example',
      'http://desk.example.org',
      'null',
      'https://other.example.org',
    ]) {
      const other = await preflight(origin);
      expect([origin, other.status, other.headers.get('access-control-allow-origin')]).toEqual([
        origin,
        401,
        null,
      ]);
    }
    expect((await preflight('https://other.example.org:8443')).status).toBe(204);
  });
});
