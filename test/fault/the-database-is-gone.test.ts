// A hub whose database is killed: callers learn that it is the hub's outage and when to retry, readiness reports what is
// missing, liveness stays, and everything recovers when the database is back.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type FaultWorld, openFaultWorld } from '../support/fault/fault-world.ts';
import { eventually, hubEnvironment, type Process, startHub } from '../support/processes.ts';

let fault: FaultWorld;
let hub: Process;
let url: string;
let token: string;
beforeAll(async () => {
  fault = await openFaultWorld();
  token = await fault.world.token('northGrid', 'analyst');
  const env = await hubEnvironment(fault.world);
  url = String(env['TOCSIN_URL']);
  hub = await startHub(env);
});
afterAll(async () => {
  await hub.kill();
  await fault.close();
});

const ask = async () => {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ feed(first: 1) { edges { cursor } } }' }),
  });
  const body = (await response.json()) as { errors?: { extensions: { code: string } }[] };
  return { response, code: body.errors?.[0]?.extensions.code ?? null };
};
/** Resolves once it is open; `ended` with all that came. */
const openIdle = async (query: string) => {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      accept: 'text/event-stream',
    },
    body: JSON.stringify({ query }),
  });
  expect(response.status).toBe(200);
  const ended = response.text();
  // Where something else fails first, that is what is to be told.
  ended.catch(() => undefined);
  return { ended };
};
const page = (path: string) => fetch(`${url}${path}`, { headers: { authorization: `Bearer ${token}` } });

test('an outage is reported as one, also in idle streams, and ends', async () => {
  const warnings = await openIdle('subscription { warningReceived { cursor } }');
  const beats = await openIdle('subscription { heartbeat }');
  expect((await ask()).code).toBeNull();
  await fault.servers.mongod?.kill();

  const { response, code } = await ask();
  expect([response.status, code]).toEqual([503, 'UNAVAILABLE']);
  expect(response.headers.get('retry-after')).toBe('5');
  const warning = await page('/warnings/warning--x');
  expect([warning.status, ((await warning.json()) as { code: string }).code]).toEqual([503, 'UNAVAILABLE']);
  const ready = await page('/readyz');
  expect(ready.status).toBe(503);
  expect(await ready.json()).toMatchObject({ code: 'NOT_READY', detail: 'Missing: mongodb.' });
  expect((await page('/healthz')).status).toBe(200);
  // Their readers would take the silence for calm.
  expect(await warnings.ended).toMatch(/"code":"UNAVAILABLE","resumeAfter":"[\w-]+"/);
  expect(await beats.ended).toContain('"code":"UNAVAILABLE"');

  await fault.servers.mongod?.start();
  await eventually('the hub answers again', async () => (await ask()).code === null);
  expect((await page('/readyz')).status).toBe(200);
});
