// Operators of the hub see which releases run; nobody else is told, since a version says which flaws may be open.
import { readFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ownRelease } from '../../../src/config/release.ts';
import { redisVersion } from '../../../src/service/health/read-versions.ts';
import { openTestEndpoint, type TestEndpoint } from '../../support/endpoint.ts';

let endpoint: TestEndpoint;
beforeAll(async () => {
  endpoint = await openTestEndpoint();
});
afterAll(() => endpoint.close());

const ASKED = '{ hubVersions { hub node mongodb redis } }';
const asked = async (token: string) => (await endpoint.ask(token, ASKED)).body.data.hubVersions;

test('an operator sees them, and nobody else', async () => {
  const { hub, node, mongodb, redis } = await asked(await endpoint.token('southGrid', 'hub-operator'));
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  expect([hub, node]).toEqual([version, process.versions.node]);
  expect(ownRelease()).toBe(version);
  expect(mongodb).toMatch(/^\d+\.\d+\.\d+/);
  expect(redis).toMatch(/^\d+\.\d+\.\d+/);
  for (const role of ['analyst', 'publisher', 'member-admin', 'manager'] as const)
    expect([role, await asked(await endpoint.token('southGrid', role))]).toEqual([role, null]);
});

test('a Redis that hangs is asked once, however many want to know', async () => {
  let connections = 0;
  const hanging = createServer(() => {
    connections += 1;
  });
  await new Promise<void>((resolve) => hanging.listen(0, '127.0.0.1', resolve));
  const { port } = hanging.address() as AddressInfo;
  const url = `redis://127.0.0.1:${port}`;
  expect(await Promise.all([redisVersion(url), redisVersion(url)])).toEqual([null, null]);
  expect(await redisVersion(url)).toBeNull();
  expect(connections).toBe(1);
  hanging.close();
});

test('a Redis that is away has no version', async () => {
  expect(await redisVersion('redis://127.0.0.1:1')).toBeNull();
});
