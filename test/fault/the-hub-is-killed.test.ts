// Kill the hub at any moment of publishing: a client gets an answer or a lost connection, and the same request with the
// same Idempotency-Key, sent again, has exactly one effect (I14, I18).
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { broken, type FaultWorld, openFaultWorld } from '../support/fault/fault-world.ts';
import { hubEnvironment, startHub } from '../support/processes.ts';
import { randomOf } from '../support/random.ts';
import { seed } from '../support/seed.ts';

let fault: FaultWorld;
let token: string;
let env: NodeJS.ProcessEnv;
beforeAll(async () => {
  fault = await openFaultWorld();
  token = await fault.world.token('cyberAgency');
  env = { ...(await hubEnvironment(fault.world)), TOCSIN_PUBLISHES_PER_SECOND: '1000' };
});
afterAll(() => fault.close());

const QUERY = `mutation ($input: PublishWarningInput!) {
  publishWarning(input: $input) { warning { id } refusals { code message } }
}`;

const input = (headline: string) => ({
  headline,
  summary: 'Take the gateway off the internet.',
  actions: [{ text: 'Take it off the internet' }],
  contacts: [],
  urgency: 'IMMEDIATE',
  severity: 'SEVERE',
  certainty: 'OBSERVED',
  marking: 'GREEN',
  audience: { alternatives: [{ sectors: ['energy/electricity'] }] },
});

/** The id in the answer, or null when no answer came. */
const send = async (key: string): Promise<string | null> => {
  try {
    const response = await fetch(`${env['TOCSIN_URL']}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${token}`,
        'idempotency-key': key,
      },
      body: JSON.stringify({ query: QUERY, variables: { input: input(key) } }),
      signal: AbortSignal.timeout(60_000),
    });
    const { data } = (await response.json()) as {
      data?: { publishWarning: { warning: { id: string } | null } };
    };
    return data?.publishWarning.warning?.id ?? null;
  } catch {
    return null;
  }
};

test('killed three times in the middle of publishing', async () => {
  const random = randomOf(seed());
  const worker = await fault.startWorker();
  const answered = new Map<string, string>();
  const keys: string[] = [];
  for (let round = 0; round < 3; round += 1) {
    const hub = await startHub(env);
    const batch = Array.from({ length: 12 }, (_, index) => `round ${round} warning ${index}`);
    keys.push(...batch);
    const sending = batch.map(async (key) => {
      const id = await send(key);
      if (id !== null) answered.set(key, id);
    });
    await new Promise((resolve) => setTimeout(resolve, random.below(120)));
    await hub.kill('SIGKILL');
    await Promise.all(sending);
  }
  const hub = await startHub(env);
  const acknowledged: string[] = [];
  for (const key of keys) {
    let id = await send(key);
    for (let attempt = 0; id === null && attempt < 10; attempt += 1) id = await send(key);
    if (id === null) throw new Error(`never answered: ${key}`);
    if (answered.has(key)) expect(id).toBe(answered.get(key));
    acknowledged.push(id);
  }
  expect(new Set(acknowledged).size).toBe(keys.length);
  const heads = await fault.world.hub.warnings.rows.countDocuments({ isHead: true });
  expect(heads).toBe(keys.length);
  await fault.settled();
  expect(await broken(fault.world.hub, acknowledged)).toEqual([]);
  await hub.kill('SIGTERM');
  await worker.kill('SIGTERM');
});
