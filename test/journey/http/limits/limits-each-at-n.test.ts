// Every configured limit just below, at and above its value: at n - 1 and n it does not apply, at n + 1 it refuses with
// its code, and nothing is a 5xx. The table must name every limit; one that cannot be counted over HTTP names the test
// that covers it.
import { existsSync, readFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { isObjectType } from 'graphql';
import type { Limits } from '../../../../src/config/config.ts';
import { openSchema } from '../../../../src/graphql/schema.ts';
import { recallWarning } from '../../../../src/service/warning/recall/recall-warning.ts';
import type { CastName } from '../../../support/cast.ts';
import { openTestEndpoint, type TestEndpoint } from '../../../support/endpoint.ts';
import { draft } from '../../../support/hub.ts';
import { eventClient, RECEIVED, streamsOpen } from '../../../support/live.ts';
import { bundleOf, made } from '../../../support/objects.ts';
import { good } from '../../../support/outcome.ts';
import { publishBy, to } from '../../../support/publish.ts';

const ROOT = path.join(import.meta.dirname, '../../../..');
const PER_MEMBER = 4;
const STREAMS = 6;

let endpoint: TestEndpoint;
let reader: string;
let publisher: string;
beforeAll(async () => {
  endpoint = await openTestEndpoint({
    env: {
      TOCSIN_REQUEST_BURST: '5000',
      TOCSIN_REQUESTS_PER_SECOND: '5000',
      TOCSIN_PUBLISHES_PER_SECOND: '1000',
      TOCSIN_MAX_PUBLISH_BYTES: '2000000',
      TOCSIN_MAX_QUERY_COST: '1300',
      TOCSIN_MAX_BUNDLE_OBJECTS: '20',
      TOCSIN_MAX_STREAMS: String(STREAMS),
      TOCSIN_MAX_STREAMS_PER_MEMBER: String(PER_MEMBER),
    },
  });
  reader = await endpoint.token('northGrid', 'analyst');
  publisher = await endpoint.token('cyberAgency', 'publisher');
});
afterAll(() => endpoint.close());

/** The code of the answer, wherever it is; null when there is none. */
type Probe = (n: number) => Promise<string | null>;

const repeat = (count: number, make: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => make(index)).join(' ');

const codeOf = ({ status, body }: { status: number; body: unknown }): string | null => {
  expect(status).toBeLessThan(500);
  return /"code":"([A-Z_]+)"/.exec(JSON.stringify(body))?.[1] ?? null;
};
const ask = async (query: string, variables: object = {}, token = reader) =>
  codeOf(await endpoint.ask(token, query, variables));
const post = async (token: string, body: string) => codeOf(await endpoint.post(token, body));

const ME = '{ me { role } }';
/** This many bytes in all, padded between two values. */
const padded = (bytes: number): string => {
  const [before, after] = [`{"query":"${ME}",`, '"extensions":{}}'];
  return `${before}${' '.repeat(bytes - before.length - after.length)}${after}`;
};
const withExtension = (json: string) => post(publisher, `{"query":"${ME}","extensions":{"x":${json}}}`);

const PUBLISH =
  'mutation ($input: PublishWarningInput!) { publishWarning(input: $input) { refusals { code path } } }';
const publish = (changes: object) => {
  const { kind: _, ...input } = draft();
  return ask(PUBLISH, { input: { ...input, ...changes } }, publisher);
};

let recalledId: string | null = null;
/** A warning to others that its publisher recalled. */
const recalled = async (): Promise<string> => {
  if (recalledId !== null) return recalledId;
  const id = await publishBy(endpoint, 'cyberAgency', { audience: to('riverWater') });
  const request = {
    ...{ id, expectedVersion: 1, reason: 'It was shared too widely.' },
    ...{ whatToDo: null, language: 'en' },
  };
  good(await recallWarning(endpoint.hub, await endpoint.actor('cyberAgency', 'publisher'), request));
  recalledId = id;
  return id;
};

/** Selections this deep, alternating between warnings and objects. */
const deep = (depth: number): string => {
  const names = ['feed(first: 1)', 'edges', 'node'];
  const round = ['objects(first: 1)', 'edges', 'node', 'warnings(first: 1)', 'edges', 'node'];
  for (let at = 0; names.length < depth; at += 1) names.push(round[at % round.length] ?? '');
  return `{ ${names.join(' { ')} { __typename ${'} '.repeat(depth + 1)}`;
};

/** An operation that costs this many points. */
const costing = (points: number): [string, object] => {
  const fields = 'id headline summary severity urgency certainty version';
  const first = Math.floor((points - 3) / 7);
  const rest = points - 2 - 7 * first;
  return [
    `query ($n: Int!) { feed(first: $n) { edges { node { ${fields} } } } me { ${repeat(rest, () => 'role')} } }`,
    { n: first },
  ];
};

/** Opens this many streams, over these members in turn; the code of the first refusal. */
const streams =
  (...members: readonly CastName[]): Probe =>
  async (n) => {
    const tokens = await Promise.all(members.map((name) => endpoint.token(name, 'analyst')));
    const clients = tokens.map((token) => eventClient(endpoint, token));
    const refused: string[] = [];
    const open = Array.from({ length: n }, (_, index) =>
      clients[index % clients.length]
        ?.iterate({ query: RECEIVED })
        .next()
        .catch(async (error: { response?: Response }) => {
          const answer = (await error.response?.json()) as { errors: { extensions: { code: string } }[] };
          refused.push(answer.errors[0]?.extensions.code ?? 'NONE');
        }),
    );
    const allowed = Math.min(n, members.length === 1 ? PER_MEMBER : STREAMS);
    await streamsOpen(endpoint, allowed);
    if (n > allowed) await Promise.race(open);
    for (const client of clients) client.dispose();
    await Promise.allSettled(open);
    await streamsOpen(endpoint, 0);
    return refused[0] ?? null;
  };

type Edge =
  /** `below` is the code of the answer when the limit does not apply; none where the request is accepted. */
  | { readonly code: string; readonly probe: Probe; readonly below?: string }
  /** The test that covers it at its edge, keyed by the name of the limit. */
  | { readonly test: string };

/** A list that is asked for N rows. */
const paged = (selection: string, by: 'READER' | 'PUBLISHER' = 'READER'): Edge => ({
  code: 'PAGE_TOO_LARGE',
  probe: (n) => ask(`{ ${selection.replace('N', String(n))} }`, {}, by === 'READER' ? reader : publisher),
});
const pagedOfObject = (selection: string): Edge =>
  paged(`feed(first: 1) { edges { node { objects(first: 1) { edges { node { ${selection} } } } } } }`);

const EDGES: Record<keyof Limits, readonly Edge[]> = {
  queryBytes: [
    { code: 'BODY_TOO_LARGE', probe: (n) => post(reader, padded(n)) },
    { code: 'QUERY_TOO_LARGE', probe: (n) => ask(`${ME}#${'x'.repeat(n - ME.length - 1)}`, {}, publisher) },
  ],
  publishBytes: [{ code: 'BODY_TOO_LARGE', probe: (n) => post(publisher, padded(n)) }],
  bundleObjects: [
    {
      code: 'BUNDLE_TOO_LARGE',
      probe: (n) =>
        publish({
          bundle: bundleOf(...Array.from({ length: n }, (_, at) => made('tool', { name: `t${at}` }))),
        }),
    },
  ],
  queryTokens: [
    {
      code: 'QUERY_TOO_LONG',
      below: 'GRAPHQL_VALIDATION_FAILED',
      probe: (n) => ask(`{ me { ${repeat(n - 5, () => 'role')} } }`),
    },
  ],
  queryDepth: [{ code: 'QUERY_TOO_DEEP', probe: (n) => ask(deep(n)) }],
  queryCost: [{ code: 'QUERY_TOO_COSTLY', probe: (n) => ask(...costing(n)) }],
  aliases: [
    { code: 'QUERY_TOO_MANY_ALIASES', probe: (n) => ask(`{ me { ${repeat(n, (at) => `a${at}: role`)} } }`) },
  ],
  rootFields: [
    { code: 'QUERY_TOO_MANY_ROOT_FIELDS', probe: (n) => ask(`{ ${repeat(n, () => 'me { role }')} }`) },
  ],
  fragments: [
    {
      code: 'QUERY_TOO_MANY_FRAGMENTS',
      probe: (n) => ask(`{ me { ${repeat(n, () => '... on Me { role }')} } }`),
    },
  ],
  directives: [
    {
      code: 'QUERY_TOO_MANY_DIRECTIVES',
      probe: (n) => ask(`{ me { ${repeat(n, () => 'role @include(if: true)')} } }`),
    },
  ],
  textDepth: [
    {
      code: 'QUERY_TOO_NESTED',
      below: 'GRAPHQL_VALIDATION_FAILED',
      probe: (n) => ask(`{ node(id: ${'['.repeat(n - 2)}${']'.repeat(n - 2)}) { id } }`),
    },
  ],
  // Some of the depth, keys and values are the request's own.
  jsonDepth: [{ code: 'JSON_TOO_DEEP', probe: (n) => withExtension('['.repeat(n - 2) + ']'.repeat(n - 2)) }],
  jsonKeys: [
    {
      code: 'JSON_TOO_MANY_KEYS',
      probe: (n) =>
        withExtension(
          `{${Array.from({ length: n - 3 }, () => '')
            .map((_, at) => `"${at.toString(36)}":0`)
            .join(',')}}`,
        ),
    },
  ],
  jsonValues: [{ code: 'JSON_TOO_MANY_VALUES', probe: (n) => withExtension(`[${'0,'.repeat(n - 4)}0]`) }],
  stringLength: [{ code: 'JSON_STRING_TOO_LONG', probe: (n) => withExtension(`"${'s'.repeat(n)}"`) }],
  inputItems: [
    {
      code: 'VARIABLES_TOO_LARGE',
      below: 'AUDIENCE_MISSING',
      // The request's own four fields: marking, audience, alternatives and excludes.
      probe: (n) =>
        ask(
          'query ($input: AudiencePreviewInput!) { audiencePreview(input: $input) { refusals { code } } }',
          {
            input: {
              marking: 'GREEN',
              audience: { alternatives: [], excludes: Array.from({ length: n - 4 }, () => 'x') },
            },
          },
          publisher,
        ),
    },
  ],
  pageSize: [
    paged('applicants(first: N) { edges { cursor } }'),
    paged('cases(first: N) { edges { cursor } }'),
    paged('proposals(first: N) { edges { cursor } }'),
    paged('auditTrail(first: N) { edges { cursor } }'),
    paged('feed(first: N) { edges { cursor } }'),
    paged('feed(first: 1) { edges { node { objects(first: N) { __typename } } } }'),
    paged('feed(first: 1) { edges { node { deliveries(first: N) { edges { cursor } } } } }', 'PUBLISHER'),
    paged('feed(first: 1) { edges { node { versions(first: N) { edges { cursor } } } } }'),
    paged('feed(first: 1) { edges { node { difference(from: 1) { objects(first: N) { __typename } } } } }'),
    pagedOfObject('versions(first: N) { edges { cursor } }'),
    pagedOfObject('warnings(first: N) { edges { cursor } }'),
    pagedOfObject('references(first: N) { edges { cursor } }'),
    paged('indicators(first: N) { edges { cursor } }'),
    paged('channelDeliveries(first: N) { edges { cursor } }'),
    {
      code: 'PAGE_TOO_LARGE',
      probe: async (n) =>
        ask(
          `query ($id: ID!) { warning(id: $id) { recall { unconfirmed(first: ${n}) { edges { cursor } } } } }`,
          { id: await recalled() },
          publisher,
        ),
    },
    paged('duplicateProposals(first: N) { __typename }', 'PUBLISHER'),
    paged('stixVersions(id: "tool--00000000-0000-4000-8000-000000000000", first: N) { edges { cursor } }'),
    paged('objectDuplicateProposals(first: N) { __typename }', 'PUBLISHER'),
  ],
  operationMs: [{ test: 'test/journey/http/request-codes.test.ts' }],
  searchRows: [{ test: 'test/journey/feed/selective-filters.test.ts' }],
  persistedQueries: [{ test: 'test/journey/http/persisted-queries.test.ts' }],
  streams: [{ code: 'TOO_MANY_STREAMS', probe: streams('northGrid', 'riverWater', 'cityHospital') }],
  streamsPerMember: [{ code: 'TOO_MANY_STREAMS', probe: streams('southGrid') }],
  streamBufferEvents: [{ test: 'test/unit/service/stream.test.ts' }],
  streamBufferBytes: [{ test: 'test/unit/service/stream.test.ts' }],
  streamGraceMs: [{ test: 'test/fault/edge/readers-that-never-read.test.ts' }],
  bufferBytes: [{ test: 'test/unit/http/bounds.test.ts' }],
  unsentBytesPerConnection: [{ test: 'test/unit/http/bounds.test.ts' }],
  bytesPerSecond: [{ test: 'test/unit/http/bodies.test.ts' }],
  bodyGraceMs: [{ test: 'test/unit/http/bodies.test.ts' }],
  largeBodies: [{ test: 'test/unit/http/bodies.test.ts' }],
  largeBodiesPerMember: [{ test: 'test/unit/http/bodies.test.ts' }],
  bodyBytesInWork: [{ test: 'test/unit/http/bodies.test.ts' }],
  connections: [{ test: 'test/unit/http/bounds.test.ts' }],
  socketsWithoutKey: [{ test: 'test/unit/http/bounds.test.ts' }],
  socketInitMs: [{ test: 'test/fault/edge/readers-that-never-read.test.ts' }],
  requestsPerSecond: [{ test: 'test/unit/http/bounds.test.ts' }],
  requestBurst: [{ test: 'test/unit/http/bounds.test.ts' }],
  publishesPerSecond: [{ test: 'test/unit/http/bounds.test.ts' }],
  keyFailuresPerMinute: [{ test: 'test/journey/http/limits/keys-in-memory.test.ts' }],
  signInsPerMinute: [{ test: 'test/journey/sign-in/nothing-else-lets-in.test.ts' }],
  notFoundMs: [{ test: 'test/unit/http/answer-floor.test.ts' }],
};

const cases = Object.entries(EDGES).flatMap(([limit, edges]) =>
  edges.map(
    (edge, index) =>
      [`${limit}${index === 0 ? '' : ` (${index + 1})`}`, limit as keyof Limits, edge] as const,
  ),
);

describe('each limit', () => {
  beforeAll(async () => {
    const bundle = bundleOf(made('tool', { name: 'To page over' }));
    expect(await publish({ bundle, audience: { alternatives: [{}], excludes: [] } })).toBeNull();
    await endpoint.drain();
  });

  test('of the configuration has its row', () => {
    expect(Object.keys(EDGES).sort()).toEqual(Object.keys(endpoint.hub.config.limits).sort());
  });

  test.each(cases)('%s', async (_, limit, edge) => {
    if ('test' in edge) {
      const file = path.join(ROOT, edge.test);
      expect([edge.test, existsSync(file)]).toEqual([edge.test, true]);
      expect(readFileSync(file, 'utf8')).toMatch(new RegExp(`\\b(?:${limit}|${variableOf(limit)})\\b`));
      return;
    }
    const n = endpoint.hub.config.limits[limit];
    const below = edge.below ?? null;
    expect([n - 1, await edge.probe(n - 1)]).toEqual([n - 1, below]);
    expect([n, await edge.probe(n)]).toEqual([n, below]);
    expect([n + 1, await edge.probe(n + 1)]).toEqual([n + 1, edge.code]);
  });
});

test('every field of the schema that takes `first` is probed at the page limit', () => {
  const source = readFileSync(import.meta.filename, 'utf8');
  const probes = source.slice(source.indexOf('  pageSize: ['), source.indexOf('  operationMs: ['));
  const paged = Object.values(openSchema().getTypeMap()).flatMap((type) =>
    isObjectType(type)
      ? Object.values(type.getFields())
          .filter(({ args }) => args.some(({ name }) => name === 'first'))
          .map(({ name }) => name)
      : [],
  );
  expect(paged.length).toBeGreaterThan(6);
  expect([...new Set(paged)].filter((name) => !new RegExp(`${name}\\([^)]*first: `).test(probes))).toEqual(
    [],
  );
});

/** `streamGraceMs` is set by TOCSIN_STREAM_GRACE_MS. */
const variableOf = (limit: string): string =>
  `TOCSIN_(?:MAX_)?${limit.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`;

describe('limits that are documented and fixed', () => {
  const action = (text: string) => ({ text, by: null });
  const contact = (name: string) => ({ name, number: '+999 1 555 0100', hours: '24x7' });
  const reference = (source: string) => ({ source, url: null, id: 'x' });
  const filled = <Item>(n: number, item: Item): Item[] => Array.from({ length: n }, () => item);
  const audience = (alternatives: object[], excludes: string[] = []) => ({
    audience: { alternatives, excludes },
  });
  const FEED = 'query ($filter: FeedFilter) { feed(first: 1, filter: $filter) { edges { cursor } } }';

  test.each<[string, number, string, Probe]>([
    ['headline', 140, 'TEXT_TOO_LONG', (n) => publish({ headline: 'h'.repeat(n) })],
    ['summary', 4_000, 'TEXT_TOO_LONG', (n) => publish({ summary: 's'.repeat(n) })],
    ['an action', 500, 'TEXT_TOO_LONG', (n) => publish({ actions: [action('a'.repeat(n))] })],
    ['actions', 5, 'TOO_MANY', (n) => publish({ actions: filled(n, action('a')) })],
    ['a contact', 120, 'TEXT_TOO_LONG', (n) => publish({ contacts: [contact('c'.repeat(n))] })],
    ['contacts', 5, 'TOO_MANY', (n) => publish({ contacts: filled(n, contact('c')) })],
    [
      'external references',
      50,
      'TOO_MANY',
      (n) => publish({ externalReferences: filled(n, reference('r')) }),
    ],
    ['alternatives', 8, 'TOO_MANY', (n) => publish(audience(filled(n, { sectors: ['energy'] })))],
    ['values', 60, 'TOO_MANY', (n) => publish(audience([{ sectors: filled(n, 'energy') }]))],
    ['exclusions', 60, 'TOO_MANY', (n) => publish(audience([{}], filled(n, 'metro-rail')))],
    ['search', 256, 'TEXT_TOO_LONG', (n) => ask(FEED, { filter: { text: 'x'.repeat(n) } })],
    ['sectors of a filter', 10, 'TOO_MANY', (n) => ask(FEED, { filter: { sectors: filled(n, 'energy') } })],
  ])('%s: %i', async (_, n, code, probe) => {
    expect([n - 1, await probe(n - 1)]).toEqual([n - 1, null]);
    expect([n, await probe(n)]).toEqual([n, null]);
    expect([n + 1, await probe(n + 1)]).toEqual([n + 1, code]);
  });

  const statusWith = (headers: Record<string, string>): Promise<number> =>
    new Promise((resolve, reject) => {
      const url = new URL('/graphql?query=%7B__typename%7D', endpoint.url);
      const sent = httpRequest(url, { headers, agent: false }, (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      });
      sent.on('error', reject);
      sent.end();
    });

  test('headers: 100', async () => {
    // Two are Node's own (Host, Connection); the last is the key.
    const withKeyAsHeader = (n: number) =>
      statusWith({
        ...Object.fromEntries(Array.from({ length: n - 3 }, (_, at) => [`x-${at}`, '1'])),
        host: 'hub',
        connection: 'close',
        authorization: `Bearer ${reader}`,
      });
    expect(await withKeyAsHeader(99)).toBe(200);
    expect(await withKeyAsHeader(100)).toBe(200);
    expect(await withKeyAsHeader(101)).toBe(431);
  });
});
