// One key that asks for much many times at once holds its own queries, not those of others (I20).
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { QUERIES_AT_ONCE } from '../../../../src/http/bounds/few-at-once.ts';
import { openTestEndpoint, type TestEndpoint } from '../../../support/endpoint.ts';
import { publishBy, to } from '../../../support/publish.ts';

let endpoint: TestEndpoint;
let id: string;
beforeAll(async () => {
  endpoint = await openTestEndpoint();
  id = await publishBy(endpoint, 'cyberAgency', { audience: to('northGrid') });
}, 60_000);
afterAll(() => endpoint?.close());

const ASKED = 3 * QUERIES_AT_ONCE;

/** Stops whatever reads a warning until `go`; `begun` counts those that have come so far. */
const holdReads = () => {
  const { warnings } = endpoint.hub;
  const { heads } = warnings;
  const gate = Promise.withResolvers<void>();
  const held = { begun: 0, go: gate.resolve };
  warnings.heads = async (...asked: Parameters<typeof heads>) => {
    held.begun += 1;
    await gate.promise;
    return heads(...asked);
  };
  return { held, putBack: () => Object.assign(warnings, { heads }) };
};

test('of one key a few are worked on, another key is answered meanwhile, and nothing that waited is lost', async () => {
  const busy = await endpoint.token('northGrid', 'analyst');
  const other = await endpoint.token('cyberAgency', 'analyst');
  const { held, putBack } = holdReads();
  const all = Array.from({ length: ASKED }, () => endpoint.ask(busy, `{ warning(id: "${id}") { id } }`));
  for (let tries = 0; held.begun < QUERIES_AT_ONCE && tries < 1_000; tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 10));
  // Two that came after all of those: by then each has come as far as it may.
  for (let turn = 0; turn < 2; turn += 1) {
    const { body } = await endpoint.ask(other, '{ me { role } }');
    expect(body.data.me.role).toBe('ANALYST');
  }
  expect(held.begun).toBe(QUERIES_AT_ONCE);
  held.go();
  const answers = await Promise.all(all);
  putBack();
  expect(answers.map(({ status, body }) => [status, body.data?.warning?.id])).toEqual(
    Array.from({ length: ASKED }, () => [200, id]),
  );
}, 60_000);
