// A small share of T14: webhooks in thirteen behaviours, each of which ends as it should.
import { expect, test } from '@jest/globals';
import { chaosChunk, firstCauses } from '../prove/suites/webhook-chaos.ts';
import { seed } from '../support/seed.ts';

test('each behaviour ends as it should', async () => {
  const options = { seed: seed(), say: () => undefined };
  const { counted, failures } = await chaosChunk(options, { endpoints: 13, warnings: 1, timeoutMs: 1_500 });
  expect(failures).toEqual([]);
  expect(counted).toBe(13);
  expect([...new Set(firstCauses())].sort()).toEqual([
    'ENDPOINT_BUSY',
    'ENDPOINT_FAILED',
    'ENDPOINT_GONE',
    'ENDPOINT_REDIRECTED',
    'ENDPOINT_REFUSED',
    'ENDPOINT_TIMED_OUT',
    'ENDPOINT_TLS',
    'ENDPOINT_UNREACHABLE',
  ]);
});
