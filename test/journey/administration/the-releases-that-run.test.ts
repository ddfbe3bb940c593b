// Operators of the hub see which releases run; nobody else is told, since a version says which flaws may be open.
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ownRelease } from '../../../src/config/release.ts';
import { redisVersion } from '../../../src/queue/redis-version.ts';
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

test('a Redis that is away has no version', async () => {
  expect(await redisVersion('redis://127.0.0.1:1')).toBeNull();
});
