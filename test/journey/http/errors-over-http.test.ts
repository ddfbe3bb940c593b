// Bad input over HTTP: each answer has a sensible status, a stable code, the path and a remedy; nothing is written, no
// internals are disclosed, and nothing is a 5xx.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newIdentifier } from 'stix2-ts/identifier';
import { type Answer, openTestEndpoint, type TestEndpoint } from '../../support/endpoint.ts';
import { draft } from '../../support/hub.ts';

let endpoint: TestEndpoint;
let agency = '';
let neighbour = '';

beforeAll(async () => {
  endpoint = await openTestEndpoint({
    env: { TOCSIN_PUBLISHES_PER_SECOND: '1000', TOCSIN_REQUEST_BURST: '1000' },
  });
  agency = await endpoint.token('cyberAgency');
  neighbour = await endpoint.token('xbCsirt');
});
afterAll(() => endpoint.close());

const PUBLISH = `mutation ($input: PublishWarningInput!) {
  publishWarning(input: $input) { warning { id } recipients findings { code path } refusals { code message path remedy } }
}`;

/** The GraphQL input for a draft of the services. */
const inputOf = (changes: Record<string, unknown> = {}): Record<string, unknown> => {
  const { kind: _, ...input } = draft();
  return { ...input, ...changes };
};

const AT = '2026-01-01T00:00:00.000Z';
const indicator = (changes: object = {}) => ({
  type: 'indicator',
  spec_version: '2.1',
  id: newIdentifier('indicator'),
  created: AT,
  modified: AT,
  pattern: "[ipv4-addr:value = '198.51.100.7']",
  pattern_type: 'stix',
  valid_from: AT,
  ...changes,
});
const bundle = (...objects: unknown[]) => ({ type: 'bundle', id: newIdentifier('bundle'), objects });

/** Document counts of every collection, except `key_uses`, which records each authentication. */
const counts = async (): Promise<Record<string, number>> => {
  const collections = (await endpoint.hub.database.connection.db?.collections()) ?? [];
  const named = collections.filter(({ collectionName }) => collectionName !== 'key_uses');
  const counted = await Promise.all(
    named.map(async (each) => [each.collectionName, await each.countDocuments()] as const),
  );
  expect(counted.length).toBeGreaterThan(10);
  return Object.fromEntries(counted);
};

const INSIDE = /node_modules|\.ts:\d|\.js:\d|\n\s+at |MongoServerError|mongodb:|E11000/;

/** What every answer to bad input has in common. */
const isClean = (answer: Answer): void => {
  expect(answer.status).toBeLessThan(500);
  expect(JSON.stringify(answer.body)).not.toMatch(INSIDE);
  expect(answer.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
};

const publish = (input: unknown, headers?: Record<string, string>) =>
  endpoint.ask(agency, PUBLISH, { input }, headers);

/** Refused as data: 200, no errors, each refusal with code, path, reason and remedy; the counts are unchanged. */
const refusalsOf = async (send: () => Promise<Answer>): Promise<[code: string, path: string][]> => {
  const before = await counts();
  const answer = await send();
  isClean(answer);
  expect(answer.body.errors).toBeUndefined();
  expect(answer.status).toBe(200);
  const { warning, recipients, refusals } = answer.body.data.publishWarning;
  expect([warning, recipients]).toEqual([null, null]);
  expect(refusals.length).toBeGreaterThan(0);
  for (const { code, message, path, remedy } of refusals) {
    expect(code).toMatch(/^[A-Z][A-Z0-9_]+$/);
    expect(path).toMatch(/^\$/);
    expect(message.length).toBeGreaterThan(5);
    expect(remedy.length).toBeGreaterThan(5);
  }
  expect(await counts()).toEqual(before);
  return refusals.map(({ code, path }: { code: string; path: string }) => [code, path]);
};

/** Refused before execution: status, one code in `extensions`, the request id; the counts are unchanged. */
const errorOf = async (
  send: () => Promise<Answer>,
): Promise<{ code: string; message: string; status: number; place: object }> => {
  const before = await counts();
  const answer = await send();
  isClean(answer);
  expect(answer.body.data ?? null).toBeNull();
  const [error] = answer.body.errors;
  expect(error.extensions.requestId).toBe(answer.headers.get('x-request-id'));
  expect(error.message.length).toBeGreaterThan(5);
  expect(await counts()).toEqual(before);
  const { code, variable, path, remedy } = error.extensions;
  return { code, message: error.message, status: answer.status, place: { variable, path, remedy } };
};

const OBJECT = '$.bundle.objects[0]';
const BAD_DRAFTS: readonly [
  what: string,
  change: () => Record<string, unknown>,
  code: string,
  path: string,
][] = [
  ['a report instead of a bundle', () => ({ bundle: indicator() }), 'NOT_A_BUNDLE', '$.bundle'],
  ['a list instead of a bundle', () => ({ bundle: [indicator()] }), 'NOT_A_BUNDLE', '$.bundle'],
  ['a number instead of a bundle', () => ({ bundle: 7 }), 'NOT_A_BUNDLE', '$.bundle'],
  ['null among the objects', () => ({ bundle: bundle(null) }), 'NOT_AN_OBJECT', OBJECT],
  [
    'a malformed type',
    () => ({ bundle: bundle(indicator({ type: 'Indi cator' })) }),
    'TYPE_MALFORMED',
    `${OBJECT}.type`,
  ],
  [
    'a marking that does not exist',
    () => ({ bundle: bundle(indicator({ object_marking_refs: [newIdentifier('marking-definition')] })) }),
    'MARKING_NOT_FOUND',
    `${OBJECT}.object_marking_refs[0]`,
  ],
  [
    'an invalid marking',
    () => ({ bundle: bundle(indicator({ object_marking_refs: ['TLP:RED'] })) }),
    'REFERENCE_MALFORMED',
    `${OBJECT}.object_marking_refs[0]`,
  ],
  [
    'a broken pattern',
    () => ({ bundle: bundle(indicator({ pattern: "[ipv4-addr:value = '198.51.100.7'" })) }),
    'PATTERN_INVALID',
    `${OBJECT}.pattern`,
  ],
  [
    'the same object twice with other content',
    () => {
      const id = newIdentifier('indicator');
      return { bundle: bundle(indicator({ id, name: 'one' }), indicator({ id, name: 'other' })) };
    },
    'DUPLICATE_OBJECT',
    '$.bundle.objects[1]',
  ],
  [
    'a bundle over the limit of objects',
    () => ({ bundle: bundle(...Array.from({ length: 5_001 }, () => indicator())) }),
    'BUNDLE_TOO_LARGE',
    '$.bundle.objects',
  ],
  [
    'a validUntil in the past',
    () => ({ validUntil: '2020-01-01T00:00:00Z' }),
    'VALID_UNTIL_PAST',
    '$.validUntil',
  ],
  [
    'an audience without members',
    () => ({ audience: { alternatives: [{ countries: ['ZZ'] }] } }),
    'AUDIENCE_EMPTY',
    '$.audience',
  ],
  [
    'a member that does not exist',
    () => ({ audience: { alternatives: [{ members: ['$where'] }] } }),
    'MEMBER_UNKNOWN',
    '$.audience.alternatives[0].members[0]',
  ],
  ['no text', () => ({ headline: '' }), 'TEXT_EMPTY', '$.headline'],
];

describe('a draft that cannot be published', () => {
  test.each(BAD_DRAFTS)('%s', async (_what, change, code, path) => {
    expect(await refusalsOf(() => publish(inputOf(change())))).toContainEqual([code, path]);
  });

  test('an Idempotency-Key reused for another draft', async () => {
    const key = { 'idempotency-key': 'one-act' };
    const first = await publish(inputOf({ headline: 'The first' }), key);
    expect(first.body.data.publishWarning.warning.id).toMatch(/^warning--/);
    const again = await publish(inputOf({ headline: 'The first' }), key);
    expect(again.body).toEqual(first.body);
    const refusals = await refusalsOf(() => publish(inputOf({ headline: 'Another' }), key));
    expect(refusals.map(([code]) => code)).toEqual(['IDEMPOTENCY_KEY_REUSED']);
  });
});

const body = (variables: string): string => `{"query":${JSON.stringify(PUBLISH)},"variables":${variables}}`;

describe('a request that cannot be read', () => {
  const BAD_BODIES: readonly [what: string, text: () => string, status: number, code: string][] = [
    ['no JSON', () => 'publish this, please', 400, 'JSON_SYNTAX'],
    ['truncated JSON', () => body('{"input":{').slice(0, -1), 400, 'JSON_SYNTAX'],
    ['an empty body', () => '', 400, 'JSON_SYNTAX'],
    [
      'a duplicate key',
      () => body('{"input":{"headline":"one","headline":"two"}}'),
      400,
      'JSON_DUPLICATE_KEY',
    ],
    ['a prototype-polluting key', () => body('{"input":{"__proto__":{}}}'), 400, 'JSON_FORBIDDEN_KEY'],
    ['41 levels', () => body(`{"input":${'['.repeat(39)}${']'.repeat(39)}}`), 400, 'JSON_TOO_DEEP'],
    ['no query', () => '{}', 400, 'QUERY_MISSING'],
    ['variables that are a list', () => body('[]'), 400, 'VARIABLES_MALFORMED'],
    [
      'a text over the limit',
      () => body(JSON.stringify({ input: 'x'.repeat(262_145) })),
      400,
      'JSON_STRING_TOO_LONG',
    ],
    ['a body over the limit', () => body(`{"input":"${' '.repeat(8_388_608)}"}`), 413, 'BODY_TOO_LARGE'],
  ];
  test.each(BAD_BODIES)('%s', async (_what, text, status, code) => {
    const error = await errorOf(() => endpoint.post(agency, text()));
    expect([error.status, error.code]).toEqual([status, code]);
  });

  test('what does not fit the contract names the field', async () => {
    const send = (changes: Record<string, unknown>) => errorOf(() => publish(inputOf(changes)));
    for (const [changes, path] of [
      [{ marking: 'PURPLE' }, '$.marking'],
      [{ headline: 7 }, '$.headline'],
      [{ headline: null }, '$.headline'],
      [{ headline: undefined }, '$.headline'],
      [{ validUntil: 'tomorrow' }, '$.validUntil'],
      [{ surprise: true }, '$.surprise'],
      [{ audience: { alternatives: [{ kinds: ['KING'] }] } }, '$.audience.alternatives[0].kinds[0]'],
    ] as const) {
      const error = await send(changes);
      expect([path, error.status, error.code]).toEqual([path, 400, 'BAD_USER_INPUT']);
      expect(error.place).toMatchObject({ variable: 'input', path, remedy: expect.any(String) });
    }
  });

  test('a query that does not parse, and one that names an unknown field', async () => {
    const parse = await errorOf(() => endpoint.ask(agency, 'mutation {'));
    expect([parse.status, parse.code]).toEqual([400, 'GRAPHQL_PARSE_FAILED']);
    const fit = await errorOf(() => endpoint.ask(agency, '{ passwords }'));
    expect([fit.status, fit.code]).toEqual([400, 'GRAPHQL_VALIDATION_FAILED']);
  });

  test('a malformed key and no key get the same answer', async () => {
    const none = await errorOf(() => endpoint.ask(null, '{ me { role } }'));
    const wrong = await errorOf(() => endpoint.ask('toc_test_0_0_0', '{ me { role } }'));
    expect(none).toEqual({ ...wrong, status: 401, code: 'UNAUTHENTICATED' });
  });
});

describe('the same id and modified with other content', () => {
  const open = { audience: { alternatives: [{}] }, marking: 'CLEAR' };
  const hidden = { audience: { alternatives: [{ members: ['north-grid'] }] }, marking: 'AMBER_STRICT' };
  const send = (token: string, input: object, object: object) =>
    endpoint.ask(token, PUBLISH, { input: inputOf({ ...input, bundle: bundle(object) }) });

  test('is refused to its own source, and flagged for a publisher who may read the first', async () => {
    const first = indicator({ name: 'first' });
    const kept = await send(agency, open, first);
    expect(kept.body.data.publishWarning.refusals).toEqual([]);
    const refusals = await refusalsOf(() => send(agency, open, { ...first, name: 'other' }));
    expect(refusals).toEqual([['OBJECT_CONFLICT', OBJECT]]);
    const { body: answered } = await send(neighbour, open, { ...first, name: 'other' });
    const { findings, refusals: none } = answered.data.publishWarning;
    expect(none).toEqual([]);
    expect(findings.map(({ code, path }: { code: string; path: string }) => `${code} ${path}`)).toContain(
      `OBJECT_DIFFERS ${OBJECT}`,
    );
  });

  test('is accepted from a publisher who may not read the first, as if there were none', async () => {
    const secret = indicator({ name: 'first' });
    const kept = await send(agency, hidden, secret);
    expect(kept.body.data.publishWarning.refusals).toEqual([]);
    const onDuplicate = await send(neighbour, open, { ...secret, name: 'other' });
    const onNothing = await send(neighbour, open, indicator({ name: 'other' }));
    const answers = [onDuplicate, onNothing].map(({ status, body: answered }) => {
      const { warning, ...rest } = answered.data.publishWarning;
      expect(warning.id).toMatch(/^warning--/);
      return { status, rest };
    });
    expect(answers[0]).toEqual(answers[1]);
    expect(await endpoint.hub.objects.rows.countDocuments({ stixId: secret.id })).toBe(2);
  });
});
