// The request spine: a resource that takes a bundle is a few lines. Authentication, rate limit, body limits, problems
// with the request id and metrics come from the spine.
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { openApp } from '../../../src/http/app.ts';
import { readJsonBody } from '../../../src/http/read-body.ts';
import { keyed } from '../../../src/http/spine.ts';
import { revokeKey } from '../../../src/service/access/revoke-key.ts';
import { idInToken } from '../../../src/service/access/token.ts';
import { type Broker, openBroker } from '../../../src/service/live/broker.ts';
import { openTestHub, type TestHub } from '../../support/hub.ts';
import { eventually } from '../../support/processes.ts';

const taken: unknown[] = [];

/** Everything a new resource has to declare. */
const bundles = keyed<unknown>({
  method: 'post',
  path: '/bundles',
  rate: 'PUBLISH',
  counted: 'other',
  does: 'CHANGE',
  read: readJsonBody,
  act: async (_deps, { actor }, bundle) => {
    taken.push(bundle);
    if ((bundle as { fails?: true }).fails === true) throw new Error('a secret of the inside');
    for (const tell of underWay.splice(0)) tell();
    if (gate !== null) await gate;
    return {
      ok: true,
      value: { status: 201, type: 'application/json', body: JSON.stringify({ by: actor.roles }) },
    };
  },
});

/** Acts that are under way wait here. */
let gate: Promise<void> | null = null;
const underWay: (() => void)[] = [];

let world: TestHub;
let broker: Broker;
let app: ReturnType<typeof openApp>;
let server: Server;
let url = '';
const logged: object[] = [];
beforeAll(async () => {
  const note = (fields: object): void => void logged.push(fields);
  world = await openTestHub({
    env: {
      TOCSIN_REQUESTS_PER_SECOND: '10',
      TOCSIN_REQUEST_BURST: '100',
      TOCSIN_PUBLISHES_PER_SECOND: '20',
      TOCSIN_MAX_PUBLISH_BYTES: '1000',
    },
    log: { info: note, warn: note, error: note },
  });
  broker = await openBroker(world.hub);
  app = openApp(world.hub, broker, { resources: [bundles] });
  server = createServer(app.serve).listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
});
afterAll(async () => {
  server.close();
  server.closeAllConnections();
  await app.close();
  await broker.close();
  await world.close();
});
beforeEach(() => {
  taken.length = 0;
  logged.length = 0;
});

const post = (token: string | null, body: string, type = 'application/json') =>
  fetch(`${url}/bundles`, {
    method: 'POST',
    body,
    headers: { 'content-type': type, ...(token === null ? {} : { authorization: `Bearer ${token}` }) },
  });

/** Status and code of a problem, after checking that it carries the request id. */
const problemOf = async (response: Response) => {
  expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  const problem = (await response.json()) as { status: number; code: string; requestId: string };
  expect([problem.status, problem.requestId]).toEqual([
    response.status,
    response.headers.get('x-request-id'),
  ]);
  return [problem.status, problem.code];
};

describe('a resource that takes a bundle', () => {
  test('takes it with a key, within its body limits, and answers', async () => {
    const token = await world.token('cyberAgency');
    const answer = await post(token, '{"type":"bundle"}');
    expect([answer.status, await answer.json()]).toEqual([201, { by: ['publisher'] }]);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('content-length')).toBe('20');
    expect(taken).toEqual([{ type: 'bundle' }]);
  });

  test('without a key the body is not read', async () => {
    expect(await problemOf(await post(null, '{'))).toEqual([401, 'UNAUTHENTICATED']);
    expect(await problemOf(await post('toc_hub_none', '{'))).toEqual([401, 'UNAUTHENTICATED']);
    expect(taken).toEqual([]);
  });

  test('a body that is too large, not JSON or of another type is refused before the act', async () => {
    const token = await world.token('xbCsirt');
    const sized = (bytes: number) => `{"a":"${'x'.repeat(bytes - 8)}"}`;
    expect((await post(token, sized(1_000))).status).toBe(201);
    const large = await post(token, sized(1_001));
    expect(await problemOf(large)).toEqual([413, 'BODY_TOO_LARGE']);
    expect(taken).toHaveLength(1);
    const other = await world.token('xbCsirt', 'manager');
    expect(await problemOf(await post(other, '{'))).toEqual([400, 'JSON_SYNTAX']);
    expect(await problemOf(await post(other, '{}', 'text/plain'))).toEqual([415, 'MEDIA_TYPE_UNSUPPORTED']);
    expect(taken).toHaveLength(1);
  });

  test('the rate limit is per member and act, and applies before the body is read', async () => {
    const keys = [await world.token('northGrid', 'publisher'), await world.token('northGrid', 'manager')];
    const answers = await Promise.all(
      Array.from({ length: 120 }, (_, index) => post(keys[index % 2] ?? null, index < 60 ? '{}' : '{')),
    );
    const late = answers.filter(({ status }) => status === 429);
    expect([late.length > 20, taken.length < 60]).toEqual([true, true]);
    expect(await problemOf(late[0] as Response)).toEqual([429, 'PUBLISH_RATE_LIMITED']);
    expect(Number(late[0]?.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
    const [greedy = ''] = keys;
    const more = await Promise.all(Array.from({ length: 120 }, () => post(greedy, '{}')));
    const codes = await Promise.all(
      more.filter(({ status }) => status === 429).map(async (each) => (await problemOf(each))[1]),
    );
    expect(new Set(codes)).toContain('RATE_LIMITED');
  });

  test('an internal failure is masked, and logged under the request id', async () => {
    const answer = await post(await world.token('cityHospital'), '{"fails":true}');
    const text = await answer.clone().text();
    expect(await problemOf(answer)).toEqual([500, 'INTERNAL']);
    expect(text).not.toContain('secret');
    const requestId = answer.headers.get('x-request-id');
    expect(logged).toContainEqual(expect.objectContaining({ requestId, code: 'INTERNAL' }));
  });

  test('is done once, and a change of its rights waits for it', async () => {
    const token = await world.token('energyCentre');
    const open = Promise.withResolvers<void>();
    const entered = new Promise<void>((resolve) => underWay.push(resolve));
    gate = open.promise;
    const answer = post(token, '{"type":"bundle"}');
    await entered;
    gate = null;
    let isRevoked = false;
    const revoked = revokeKey(world.hub, idInToken(token) ?? '').then(() => {
      isRevoked = true;
    });
    await eventually('the key ends', async () => {
      world.hub.directory.forget();
      return (await world.hub.directory.key(idInToken(token) ?? '', world.hub.clock.now())) === null;
    });
    expect(isRevoked).toBe(false);
    open.resolve();
    expect((await answer).status).toBe(201);
    await revoked;
    expect(taken).toEqual([{ type: 'bundle' }]);
    expect(await problemOf(await post(token, '{}'))).toEqual([401, 'UNAUTHENTICATED']);
  });

  test('a client that leaves before its body is read causes no act', async () => {
    const token = await world.token('riverWater');
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    socket.write(
      `POST /bundles HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${token}\r\n` +
        'Content-Type: application/json\r\nContent-Length: 20\r\n\r\n{"type"',
    );
    await eventually('a connection', async () => (await connectionsOf(server)) > 0, 5_000);
    socket.resetAndDestroy();
    await eventually('no connection', async () => (await connectionsOf(server)) === 0, 5_000);
    expect([taken, logged]).toEqual([[], []]);
  });

  test('metrics count it under its declared name', async () => {
    const response = await fetch(`${url}/metrics`, {
      headers: { authorization: `Bearer ${await world.token('cyberAgency', 'hub-operator')}` },
    });
    const text = await response.text();
    for (const line of [
      /^tocsin_requests_total\{operation="other",status="201"\} \d/m,
      /^tocsin_requests_total\{operation="other",status="429"\} \d/m,
      /^tocsin_refused_total\{code="PUBLISH_RATE_LIMITED"\} \d/m,
    ])
      expect(text).toMatch(line);
  });
});

const connectionsOf = (of: Server): Promise<number> =>
  new Promise((resolve, reject) => {
    of.getConnections((error, count) => (error === null ? resolve(count) : reject(error)));
  });
