// Rate limits: a key that queries too fast, and a member that publishes too fast, get a Retry-After; others are not
// slowed down.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openTestEndpoint, type TestEndpoint } from '../../../support/endpoint.ts';

let endpoint: TestEndpoint;
beforeAll(async () => {
  // Slow enough that nothing refills during the test.
  const env = {
    TOCSIN_REQUESTS_PER_SECOND: '1',
    TOCSIN_REQUEST_BURST: '60',
    TOCSIN_PUBLISHES_PER_SECOND: '2',
  };
  endpoint = await openTestEndpoint({ env });
});
afterAll(() => endpoint.close());

test('past its burst a key gets 429 and Retry-After; another key of the same member does not', async () => {
  const [greedy, other] = [
    await endpoint.token('northGrid', 'analyst'),
    await endpoint.token('northGrid', 'reader'),
  ];
  const statuses: number[] = [];
  for (let index = 0; index < 80; index += 1)
    statuses.push((await endpoint.ask(greedy, '{ me { role } }')).status);
  expect(statuses[0]).toBe(200);
  expect(statuses.at(-1)).toBe(429);
  const late = await endpoint.ask(greedy, '{ me { role } }');
  expect(late.body.errors[0].extensions.code).toBe('RATE_LIMITED');
  expect(Number(late.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
  expect((await endpoint.ask(other, '{ me { role } }')).status).toBe(200);
});

test('a member’s publications per second are limited; several in one request count each', async () => {
  const token = await endpoint.token('cyberAgency', 'publisher');
  const withdraw =
    'withdrawPractice(input: {id: "practice--x", expectedVersion: 1, reason: "r"}) { refusals { code } }';
  const cancel =
    'cancelWarning(input: {id: "warning--x", expectedVersion: 1, reason: "r"}) { refusals { code } }';
  // Three never fit into a burst of two, however long one waits.
  for (const each of [withdraw, cancel]) {
    const never = await endpoint.ask(token, `mutation { a: ${each} b: ${each} c: ${each} }`);
    expect([never.status, never.body.errors?.[0].extensions.code, never.headers.get('retry-after')]).toEqual([
      400,
      'TOO_MANY_PUBLICATIONS',
      null,
    ]);
  }
  const taken = await endpoint.ask(token, `mutation { ${cancel} }`);
  expect(taken.body).toMatchObject({ data: { cancelWarning: { refusals: [{ code: 'NOT_FOUND' }] } } });
  // Together they take ten times what a second gives back.
  for (const each of [withdraw, cancel]) {
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => endpoint.ask(token, `mutation { a: ${each} b: ${each} }`)),
    );
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThan(0);
    for (const { body } of refused) expect(body.errors[0].extensions.code).toBe('PUBLISH_RATE_LIMITED');
  }
});

test('who may not publish, and what is no act, take nothing of what their organisation may publish', async () => {
  const [publisher, reader] = [
    await endpoint.token('energyCentre', 'publisher'),
    await endpoint.token('energyCentre', 'reader'),
  ];
  const cancel =
    'cancelWarning(input: {id: "warning--x", expectedVersion: 1, reason: "r"}) { refusals { code } }';
  const text = `mutation { a: ${cancel} b: ${cancel} }`;
  const left = async (): Promise<string | undefined> => {
    const { headers } = await endpoint.ask(publisher, '{ me { role } }');
    return /"publications";(r=\d+)/.exec(headers.get('ratelimit') ?? '')?.[1];
  };
  expect(await left()).toBe('r=2');
  const refused = await endpoint.ask(reader, text);
  expect(refused.body.data.a.refusals).toHaveLength(1);
  const requestsLeft = (headers: Headers): number =>
    Number(/"requests";r=(\d+)/.exec(headers.get('ratelimit') ?? '')?.[1]);
  // The request itself, and one for each act.
  expect(requestsLeft(refused.headers)).toBeLessThanOrEqual(60 - 3);
  const read = await fetch(`${endpoint.url}/graphql?query=${encodeURIComponent(text)}`, {
    headers: { authorization: `Bearer ${publisher}` },
  });
  expect(read.status).toBe(405);
  expect(await left()).toBe('r=2');
});
