// Each code that refuses a whole request: over HTTP, with the status of the catalogue, a request id, and counted under
// its code. Refusals by limits and rates are in the tests of limits.
import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type RequestCode, statusOf, titleOf } from '../../../src/domain/problem-codes/catalogue.ts';
import { listen } from '../../../src/http/listen.ts';
import type { Hub } from '../../../src/hub.ts';
import { openBroker } from '../../../src/service/live/broker.ts';
import { openTestEndpoint, type TestEndpoint } from '../../support/endpoint.ts';
import { draft } from '../../support/hub.ts';
import { eventually } from '../../support/processes.ts';

let endpoint: TestEndpoint;
let reader: string;
let agency: string;
beforeAll(async () => {
  endpoint = await openTestEndpoint({
    env: { TOCSIN_REQUEST_BURST: '2000', TOCSIN_REQUESTS_PER_SECOND: '2000' },
  });
  reader = await endpoint.token('northGrid', 'analyst');
  agency = await endpoint.token('cyberAgency');
});
afterAll(() => endpoint.close());

const ME = '{ me { role } }';
const ACT = 'undoMerge(input: { id: "duplicate--0" }) { refusals { code } }';
const MUTATION = `mutation { ${ACT} }`;
const BEAT = 'subscription { heartbeat }';

type Sent = RequestInit & { readonly path?: string; readonly json?: unknown };

const sendTo = async (url: string, { path = '/graphql', json, ...sent }: Sent) => {
  const response = await fetch(`${url}${path}`, {
    ...sent,
    ...(json === undefined ? {} : { method: 'POST', body: JSON.stringify(json) }),
    headers: {
      authorization: `Bearer ${reader}`,
      ...(json === undefined ? {} : { 'content-type': 'application/json' }),
      ...sent.headers,
    },
  });
  return { status: response.status, headers: response.headers, body: JSON.parse(await response.text()) };
};

const latin1 = (text: string): Sent => ({
  method: 'POST',
  body: Buffer.from(text, 'latin1'),
  headers: { 'content-type': 'application/json' },
});

/** A GraphQL error with the status of the catalogue. */
const isRefused = async (code: RequestCode, sent: Sent, url = endpoint.url): Promise<Headers> => {
  const { status, headers, body } = await sendTo(url, sent);
  const [error] = body.errors;
  expect([status, error.extensions.code]).toEqual([statusOf(code), code]);
  expect(body.data).toBeUndefined();
  expect(error.message.length).toBeGreaterThan(10);
  expect(error.extensions.requestId).toBe(headers.get('x-request-id'));
  return headers;
};

describe('the form of a request', () => {
  test('a byte order mark is taken off', async () => {
    const { status, body } = await sendTo(endpoint.url, {
      method: 'POST',
      body: `\uFEFF${JSON.stringify({ query: ME })}`,
      headers: { 'content-type': 'application/json' },
    });
    expect([status, body.data.me.role]).toEqual([200, 'ANALYST']);
  });

  test.each<[RequestCode, Sent]>([
    ['UNAUTHENTICATED', { headers: { authorization: 'Bearer toc_x' }, json: { query: ME } }],
    ['BODY_NOT_UTF_8', latin1(`{"query":"${ME} # café"}`)],
    ['BODY_NOT_UTF_8', { path: `/graphql?query=${encodeURIComponent(ME)}&operationName=%e9` }],
    ['METHOD_NOT_ALLOWED', { method: 'DELETE' }],
    ['METHOD_NOT_ALLOWED', { path: `/graphql?query=${encodeURIComponent(MUTATION)}` }],
    ['NOT_ACCEPTABLE', { headers: { accept: 'text/html' }, json: { query: ME } }],
    ['STREAM_NOT_ACCEPTED', { json: { query: BEAT } }],
    ['MEDIA_TYPE_UNSUPPORTED', { json: { query: ME }, headers: { 'content-type': 'text/plain' } }],
    ['REQUEST_MALFORMED', { json: 7 }],
    ['REQUEST_MALFORMED', { json: null }],
    ['BATCHING_OFF', { json: [{ query: ME }] }],
    ['QUERY_MISSING', { json: { query: 7 } }],
    ['VARIABLES_MALFORMED', { json: { query: ME, variables: [1] } }],
    ['EXTENSIONS_MALFORMED', { json: { query: ME, extensions: 'x' } }],
    ['OPERATION_NAME_MALFORMED', { json: { query: ME, operationName: 7 } }],
    ['OPERATION_NAME_MISSING', { json: { query: `query A ${ME} query B ${ME}` } }],
    ['OPERATION_UNKNOWN', { json: { query: `query A ${ME}`, operationName: 'B' } }],
    [
      'IDEMPOTENCY_KEY_AMBIGUOUS',
      { json: { query: `mutation { a: ${ACT} b: ${ACT} }` }, headers: { 'idempotency-key': 'one' } },
    ],
  ])('%s: %j', async (code, sent) => {
    await isRefused(code, sent);
  });

  test('an unsupported method lists the supported ones', async () => {
    expect((await isRefused('METHOD_NOT_ALLOWED', { method: 'PUT' })).get('allow')).toBe('GET, POST');
  });

  test('an Idempotency-Key is 1 to 255 characters', async () => {
    const PUBLISH =
      'mutation ($input: PublishWarningInput!) { publishWarning(input: $input) { warning { id } refusals { code } } }';
    const { kind: _, ...input } = draft();
    const codeWith = async (length: number) => {
      const headers = { 'idempotency-key': 'k'.repeat(length) };
      const { body } = await endpoint.ask(agency, PUBLISH, { input }, headers);
      return body.data.publishWarning.refusals[0]?.code ?? 'taken';
    };
    expect(await codeWith(254)).toBe('taken');
    expect(await codeWith(255)).toBe('taken');
    expect(await codeWith(256)).toBe('IDEMPOTENCY_KEY_MALFORMED');
    expect(await codeWith(0)).toBe('IDEMPOTENCY_KEY_MALFORMED');
  });

  test('BODY_INCOMPLETE: nobody reads the answer, but it is counted', async () => {
    const { hostname, port } = new URL(endpoint.url);
    const socket = connect(Number(port), hostname);
    await once(socket, 'connect');
    const head = [
      'POST /graphql HTTP/1.1',
      'Host: hub',
      `Authorization: Bearer ${reader}`,
      'Content-Type: application/json',
      'Content-Length: 900',
    ];
    socket.write(`${head.join('\r\n')}\r\n\r\n{"query":`);
    await new Promise((resolve) => setTimeout(resolve, 100));
    socket.destroy();
    const operator = await endpoint.token('cyberAgency', 'hub-operator');
    await eventually('it is counted', async () =>
      String((await endpoint.get(operator, '/metrics')).body).includes(
        'tocsin_refused_total{code="BODY_INCOMPLETE"} 1',
      ),
    );
  });
});

describe('a page', () => {
  const isProblem = async (code: RequestCode, path: string, url = endpoint.url): Promise<void> => {
    const { status, headers, body } = await sendTo(url, { path });
    expect(headers.get('content-type')).toContain('application/problem+json');
    expect([status, body.status, body.code]).toEqual([statusOf(code), statusOf(code), code]);
    expect(body.title).toBe(titleOf(code));
    expect(body.requestId).toBe(headers.get('x-request-id'));
  };

  test('ADDRESS_MALFORMED, NOT_FOUND', async () => {
    await isProblem('ADDRESS_MALFORMED', '/warnings/%ff');
    await isProblem('NOT_FOUND', '/warnings/warning--none');
    await isProblem('NOT_FOUND', '/nothing');
  });
});

/** The same hub with one part replaced, on its own port. */
const withBroken = async (parts: Partial<Hub>, use: (url: string) => Promise<void>): Promise<void> => {
  const hub: Hub = { ...endpoint.hub, ...parts };
  const broker = await openBroker(endpoint.hub);
  const listening = await listen(hub, broker);
  await use(listening.url).finally(() => listening.close());
};

describe('failures of the hub', () => {
  const FEED = { query: '{ feed(first: 1) { edges { cursor } } }' };

  test('INTERNAL: the failure is masked, in an answer and on a page', async () => {
    const fails = () => Promise.reject(new Error('a secret of the store'));
    await withBroken({ directory: { ...endpoint.hub.directory, key: fails } }, async (url) => {
      await isRefused('INTERNAL', { json: FEED }, url);
      const page = await sendTo(url, { path: '/warnings/warning--x' });
      expect([page.status, page.body.code]).toEqual([500, 'INTERNAL']);
      expect(JSON.stringify(page.body)).not.toContain('secret');
    });
  });

  test('OPERATION_TIMEOUT: an operation is aborted when its time is up, and may be retried', async () => {
    const limits = { ...endpoint.hub.config.limits, operationMs: 200 };
    const slowly = async (...given: Parameters<Hub['feed']['page']>) => {
      await new Promise((resolve) => setTimeout(resolve, 600));
      return endpoint.hub.feed.page(...given);
    };
    const slow = { ...endpoint.hub.feed, page: slowly };
    await withBroken({ feed: slow, config: { ...endpoint.hub.config, limits } }, async (url) => {
      const headers = await isRefused('OPERATION_TIMEOUT', { json: FEED }, url);
      expect(headers.get('retry-after')).toBe('5');
      expect((await sendTo(url, { json: { query: ME } })).status).toBe(200);
    });
  });

  /** Reads on for ever, as if all rows were hidden, and counts. */
  const endless = () => {
    const counted = { reads: 0 };
    const page = async (): Promise<never> => {
      for (;;) {
        counted.reads += 1;
        await endpoint.hub.warnings.heads(['warning--none']);
      }
    };
    return { counted, feed: { ...endpoint.hub.feed, page } };
  };
  const hasEnded = async (counted: { readonly reads: number }): Promise<void> => {
    await eventually('the work ends', async () => {
      const before = counted.reads;
      await new Promise((resolve) => setTimeout(resolve, 100));
      return counted.reads === before;
    });
    expect(counted.reads).toBeGreaterThan(0);
  };

  test('work ends with the time of its operation', async () => {
    const { counted, feed } = endless();
    const limits = { ...endpoint.hub.config.limits, operationMs: 300 };
    await withBroken({ feed, config: { ...endpoint.hub.config, limits } }, async (url) => {
      await isRefused('OPERATION_TIMEOUT', { json: FEED }, url);
      await hasEnded(counted);
    });
  });

  test('work ends with its client, and is not counted as a failure', async () => {
    const { counted, feed } = endless();
    const limits = { ...endpoint.hub.config.limits, operationMs: 60_000 };
    const errors: unknown[] = [];
    const log = { ...endpoint.hub.log, error: (error: unknown) => errors.push(error) };
    await withBroken({ feed, log, config: { ...endpoint.hub.config, limits } }, async (url) => {
      const leaves = new AbortController();
      const left = sendTo(url, { json: FEED, signal: leaves.signal }).catch(() => 'gone');
      await eventually('it reads', async () => counted.reads > 10);
      leaves.abort();
      expect(await left).toBe('gone');
      await hasEnded(counted);
      expect(errors).toEqual([]);
    });
  });

  test('an operation within its time is answered', async () => {
    const limits = { ...endpoint.hub.config.limits, operationMs: 200 };
    const slowly = async (...given: Parameters<Hub['feed']['page']>) => {
      await new Promise((resolve) => setTimeout(resolve, 600));
      return endpoint.hub.feed.page(...given);
    };
    const slow = { ...endpoint.hub.feed, page: slowly };
    const patient = { ...limits, operationMs: 5_000 };
    await withBroken({ feed: slow, config: { ...endpoint.hub.config, limits: patient } }, async (url) => {
      expect((await sendTo(url, { json: FEED })).status).toBe(200);
    });
  });
});
