// GraphQL over HTTP, its MUSTs and SHOULDs as one table (github.com/graphql/graphql-over-http, including the rows of the
// public audit suite of graphql-http), behind a key; and each SHOULD that this hub deliberately deviates from.
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openTestEndpoint, type TestEndpoint } from '../support/endpoint.ts';

const MODERN = 'application/graphql-response+json';
const LEGACY = 'application/json';

let endpoint: TestEndpoint;
let token: string;
beforeAll(async () => {
  endpoint = await openTestEndpoint({
    env: { TOCSIN_REQUEST_BURST: '5000', TOCSIN_REQUESTS_PER_SECOND: '5000' },
  });
  token = await endpoint.token('cyberAgency', 'publisher');
});
afterAll(() => endpoint.close());

type Sent = {
  readonly method?: string;
  readonly path?: string;
  readonly accept?: string;
  readonly type?: string;
  readonly body?: string | Buffer;
  readonly anonymous?: true;
};
type Came = {
  readonly status: number;
  readonly type: string;
  readonly text: string;
  readonly headers: IncomingHttpHeaders;
};

/** `fetch` adds an Accept header; this sends only what the row states. */
const send = ({ method = 'POST', path = '/graphql', accept, type, body, anonymous }: Sent): Promise<Came> =>
  new Promise((resolve, reject) => {
    const headers = {
      ...(anonymous === true ? {} : { authorization: `Bearer ${token}` }),
      ...(accept === undefined ? {} : { accept }),
      ...(type === undefined ? {} : { 'content-type': type }),
      ...(body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }),
    };
    const sent = httpRequest(new URL(path, endpoint.url), { method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        // `fatal`: the answer must be valid UTF-8.
        const text = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
        const { statusCode = 0, headers: came } = response;
        resolve({ status: statusCode, type: came['content-type'] ?? '', text, headers: came });
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });

const post = (body: unknown, accept?: string): Sent => ({
  type: LEGACY,
  body: typeof body === 'string' ? body : JSON.stringify(body),
  ...(accept === undefined ? {} : { accept }),
});
const get = (fields: Record<string, string>, accept?: string): Sent => ({
  method: 'GET',
  path: `/graphql?${new URLSearchParams(fields)}`,
  ...(accept === undefined ? {} : { accept }),
});

/** `data`: data and no error; `errors`: errors and no `data` entry; `both`: executed, and a field failed. */
type Shape = 'data' | 'errors' | 'both';
type Row = readonly [rule: string, sent: Sent, status: number, type: string, shape: Shape];

const TYPENAME = '{ __typename }';
const ACT = 'undoMerge(input: { id: "duplicate--0" }) { refusals { code } }';
const MUTATION = `mutation { ${ACT} }`;
const NAMED = 'query A { __typename } query B { me { role } }';
const WITH_VARIABLE = 'query ($name: String!) { __type(name: $name) { name } }';
const FAILING = '{ me { role } node(id: "x") { id } feed(first: 500) { edges { cursor } } }';
const INVALID: readonly unknown[] = [{ obj: 'ect' }, 0, false, ['array']];
const INVALID_MAPS: readonly unknown[] = ['string', 0, false, ['array']];

const MEDIA_TYPES: readonly Row[] = [
  ['graphql-response+json is answered with it', post({ query: TYPENAME }, MODERN), 200, MODERN, 'data'],
  ['json is answered with it', post({ query: TYPENAME }, LEGACY), 200, LEGACY, 'data'],
  ['*/* is answered with json', post({ query: TYPENAME }, '*/*'), 200, LEGACY, 'data'],
  ['application/* is answered with json', post({ query: TYPENAME }, 'application/*'), 200, LEGACY, 'data'],
  ['no Accept counts as graphql-response+json', post({ query: TYPENAME }), 200, MODERN, 'data'],
  [
    'the recommended Accept',
    post({ query: TYPENAME }, `${MODERN}; charset=utf-8, ${LEGACY}; charset=utf-8`),
    200,
    MODERN,
    'data',
  ],
  [
    'the highest weight is respected',
    post({ query: TYPENAME }, `${MODERN};q=0.3, ${LEGACY};q=0.9`),
    200,
    LEGACY,
    'data',
  ],
  ['and the other way round', post({ query: TYPENAME }, `${LEGACY}; q=0.3, ${MODERN}`), 200, MODERN, 'data'],
  [
    'a weight of 0 is a refusal',
    post({ query: TYPENAME }, `${MODERN};q=0, ${LEGACY};q=0.1`),
    200,
    LEGACY,
    'data',
  ],
  ['case does not matter', post({ query: TYPENAME }, 'Application/JSON'), 200, LEGACY, 'data'],
  ['nothing that the hub offers: 406', post({ query: TYPENAME }, 'text/html'), 406, LEGACY, 'errors'],
  ['nothing left after weights: 406', post({ query: TYPENAME }, `${LEGACY};q=0`), 406, LEGACY, 'errors'],
  [
    'a request that declares UTF-8',
    { ...post({ query: TYPENAME }, LEGACY), type: 'application/json; charset=utf-8' },
    200,
    LEGACY,
    'data',
  ],
  ['UTF-8 is assumed', post({ query: '{ node(id: "é☃") { id } }' }, LEGACY), 200, LEGACY, 'data'],
  [
    'another charset: 415',
    { ...post({ query: TYPENAME }, LEGACY), type: 'application/json; charset=latin1' },
    415,
    LEGACY,
    'errors',
  ],
  [
    'no Content-Type on POST: 4xx',
    { body: JSON.stringify({ query: TYPENAME }), accept: MODERN },
    415,
    MODERN,
    'errors',
  ],
  [
    'no Content-Type, json asked for: still 4xx',
    { body: JSON.stringify({ query: TYPENAME }), accept: LEGACY },
    415,
    LEGACY,
    'errors',
  ],
  [
    'another Content-Type: 4xx',
    { ...post({ query: TYPENAME }, LEGACY), type: 'text/plain' },
    415,
    LEGACY,
    'errors',
  ],
  ['POST must have a body', { type: LEGACY, accept: MODERN }, 400, MODERN, 'errors'],
];

const METHODS: readonly Row[] = [
  ['GET executes a query', get({ query: TYPENAME }, MODERN), 200, MODERN, 'data'],
  ['GET without Accept', get({ query: TYPENAME }), 200, MODERN, 'data'],
  [
    'GET with variables as JSON text',
    get({ query: WITH_VARIABLE, variables: '{"name":"Me"}' }, LEGACY),
    200,
    LEGACY,
    'data',
  ],
  [
    'GET with variables null',
    get({ query: TYPENAME, variables: 'null', extensions: 'null' }, LEGACY),
    200,
    LEGACY,
    'data',
  ],
  ['GET with an operationName', get({ query: NAMED, operationName: 'A' }, MODERN), 200, MODERN, 'data'],
  [
    'an empty operationName counts as none',
    get({ query: TYPENAME, operationName: '' }, MODERN),
    200,
    MODERN,
    'data',
  ],
  [
    'operationName=null is a name',
    get({ query: 'query null { __typename }', operationName: 'null' }, MODERN),
    200,
    MODERN,
    'data',
  ],
  [
    'GET with variables that are not JSON',
    get({ query: TYPENAME, variables: '{' }, MODERN),
    400,
    MODERN,
    'errors',
  ],
  ['a mutation by GET: 405', get({ query: MUTATION }, MODERN), 405, MODERN, 'errors'],
  ['also with json', get({ query: MUTATION }, LEGACY), 405, LEGACY, 'errors'],
  [
    'also one picked by name',
    get({ query: `query A { __typename } mutation B { ${ACT} }`, operationName: 'B' }, LEGACY),
    405,
    LEGACY,
    'errors',
  ],
  [
    'the query beside a mutation is executed',
    get({ query: `query A { __typename } mutation B { ${ACT} }`, operationName: 'A' }, MODERN),
    200,
    MODERN,
    'data',
  ],
  ['a mutation by POST', post({ query: MUTATION }, MODERN), 200, MODERN, 'data'],
  ['PUT: 405', { ...post({ query: TYPENAME }, MODERN), method: 'PUT' }, 405, MODERN, 'errors'],
  ['DELETE: 405', { method: 'DELETE', accept: LEGACY }, 405, LEGACY, 'errors'],
];

const PARAMETERS: readonly Row[] = [
  ...[MODERN, LEGACY].flatMap((accept): Row[] => [
    ['no query', post({ notquery: TYPENAME }, accept), 400, accept, 'errors'],
    ...INVALID.map(
      (query): Row => [`query ${JSON.stringify(query)}`, post({ query }, accept), 400, accept, 'errors'],
    ),
    ...INVALID.map(
      (operationName): Row => [
        `operationName ${JSON.stringify(operationName)}`,
        post({ query: TYPENAME, operationName }, accept),
        400,
        accept,
        'errors',
      ],
    ),
    ...['variables', 'extensions'].flatMap((name) =>
      INVALID_MAPS.map(
        (value): Row => [
          `${name} ${JSON.stringify(value)}`,
          post({ query: TYPENAME, [name]: value }, accept),
          400,
          accept,
          'errors',
        ],
      ),
    ),
    ...['variables', 'operationName', 'extensions'].map(
      (name): Row => [
        `${name} null is as if it were not there`,
        post({ query: TYPENAME, [name]: null }, accept),
        200,
        accept,
        'data',
      ],
    ),
    ['an operationName', post({ query: NAMED, operationName: 'B' }, accept), 200, accept, 'data'],
    [
      'variables',
      post({ query: WITH_VARIABLE, variables: { name: 'sometype' } }, accept),
      200,
      accept,
      'data',
    ],
    ['extensions', post({ query: TYPENAME, extensions: { some: 'value' } }, accept), 200, accept, 'data'],
    ['broken JSON', post('{ "not a JSON', accept), 400, accept, 'errors'],
    ['JSON that is not an object', post('"query"', accept), 400, accept, 'errors'],
    [
      'a byte that is not UTF-8',
      { ...post('', accept), body: Buffer.from([0x7b, 0x22, 0xff]) },
      400,
      accept,
      'errors',
    ],
  ]),
];

/** Well-formed requests: with JSON the answer is 200 whatever the outcome. */
const OUTCOMES: readonly Row[] = [
  ...[
    [MODERN, 400],
    [LEGACY, 200],
  ].flatMap(([accept, status]): Row[] => {
    const row = (rule: string, body: object): Row => [
      rule,
      post(body, String(accept)),
      Number(status),
      String(accept),
      'errors',
    ];
    return [
      row('a document that cannot be parsed', { query: '{' }),
      row('a document that does not fit', { query: '{ noSuchField }' }),
      row('several operations and no name', { query: NAMED }),
      row('a name that is not there', { query: NAMED, operationName: 'C' }),
      row('a name in a document of one', { query: TYPENAME, operationName: 'C' }),
      row('no operation at all', { query: 'fragment A on Me { role }' }),
      row('a variable that is missing', { query: WITH_VARIABLE }),
      row('a variable of another type', { query: WITH_VARIABLE, variables: { name: [1] } }),
    ];
  }),
  ['a field that failed', post({ query: FAILING }, MODERN), 200, MODERN, 'both'],
  ['a field that failed, as json', post({ query: FAILING }, LEGACY), 200, LEGACY, 'both'],
  // SHOULD be 200 with JSON; a request over a limit is refused before parsing, and is 400 here for every media type.
  ['over a limit', post({ query: '{a'.repeat(100) }, LEGACY), 400, LEGACY, 'errors'],
];

const ACCESS: readonly Row[] = [
  ['without a key: 401', { ...post({ query: TYPENAME }, MODERN), anonymous: true }, 401, MODERN, 'errors'],
  ['401 as json too', { ...post({ query: TYPENAME }, LEGACY), anonymous: true }, 401, LEGACY, 'errors'],
  [
    '401 before reading anything',
    { ...post('{ "not a JSON', LEGACY), anonymous: true },
    401,
    LEGACY,
    'errors',
  ],
  ['401 before the method', { method: 'PUT', accept: LEGACY, anonymous: true }, 401, LEGACY, 'errors'],
];

const shapeOf = (text: string): Shape | 'neither' => {
  const { data, errors } = JSON.parse(text) as {
    data?: unknown;
    errors?: { message: unknown; extensions: { code: unknown } }[];
  };
  for (const { message, extensions } of errors ?? []) {
    expect([typeof message, typeof extensions.code]).toEqual(['string', 'string']);
  }
  if (errors === undefined) return data === undefined || data === null ? 'neither' : 'data';
  return errors.length > 0 ? (data === undefined ? 'errors' : 'both') : 'neither';
};

describe.each([
  ['media types', MEDIA_TYPES],
  ['methods', METHODS],
  ['parameters', PARAMETERS],
  ['outcomes', OUTCOMES],
  ['access', ACCESS],
] as const)('%s', (_, rows) => {
  test.each(rows)('%s', async (_rule, sent, status, type, shape) => {
    const came = await send(sent);
    expect([came.status, came.type]).toEqual([status, `${type}; charset=utf-8`]);
    expect(shapeOf(came.text)).toBe(shape);
    if (status === 405) expect(came.headers.allow).toMatch(/POST/);
    if (status === 401) expect(came.headers['www-authenticate']).toMatch(/^Bearer/);
  });
});

describe('a client that accepts only events (GraphQL over SSE, distinct connections)', () => {
  const STREAM = 'text/event-stream';
  const eventsOf = (text: string) =>
    text
      .split('\n\n')
      .filter((block) => block.includes('event:'))
      .map((block) => {
        const lines = block.split('\n');
        const field = (name: string) =>
          lines
            .find((line) => line.startsWith(`${name}:`))
            ?.slice(name.length + 1)
            .trim();
        return { event: field('event'), data: field('data') };
      });

  test.each([
    ['a query is a stream of one event', post({ query: TYPENAME }, STREAM), 'data'],
    ['a mutation too', post({ query: MUTATION }, STREAM), 'data'],
    ['also by GET, as EventSource does', get({ query: TYPENAME }, STREAM), 'data'],
    ['an invalid query is reported in the stream', post({ query: '{ noSuchField }' }, STREAM), 'errors'],
    [
      'so is an invalid subscription',
      post({ query: 'subscription { warningReceived(filter: 3) { cursor } }' }, STREAM),
      'errors',
    ],
    [
      'so is an invalid variable',
      post(
        {
          query: 'subscription ($after: String) { warningReceived(after: $after, filter: {}) { cursor } }',
          variables: { after: [] },
        },
        STREAM,
      ),
      'errors',
    ],
    ['so is a limit', post({ query: '{a'.repeat(100) }, STREAM), 'errors'],
  ] as const)('%s', async (_rule, sent, shape) => {
    const came = await send(sent);
    expect([came.status, came.type]).toEqual([200, `${STREAM}; charset=utf-8`]);
    const [next, complete, ...others] = eventsOf(came.text);
    expect([next?.event, complete, others]).toEqual(['next', { event: 'complete', data: '' }, []]);
    expect(shapeOf(next?.data ?? '')).toBe(shape);
  });

  test('authentication and method errors are HTTP errors', async () => {
    const anonymous = await send({ ...post({ query: TYPENAME }, STREAM), anonymous: true });
    expect([anonymous.status, anonymous.type]).toEqual([401, 'application/json; charset=utf-8']);
    const byGet = await send(get({ query: MUTATION }, STREAM));
    expect(byGet.status).toBe(405);
    const json = await send(post({ query: 'subscription { heartbeat }' }, LEGACY));
    expect([json.status, shapeOf(json.text)]).toEqual([406, 'errors']);
  });
});
