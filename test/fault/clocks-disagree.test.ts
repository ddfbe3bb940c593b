// The clocks of three hubs are an hour ahead, right, and two hours behind. While nobody numbers, they publish and correct one
// after the other, each act begun after the answer to the one before: that is the order of the feed (I16). The clock of the worker is
// off too, and it goes by the time of the database.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type FaultWorld, openFaultWorld } from '../support/fault/fault-world.ts';
import { hubEnvironment, type Process, startHub } from '../support/processes.ts';
import { randomOf } from '../support/random.ts';
import { seed } from '../support/seed.ts';

const SHIFTS_MS = [3_600_000, 0, -7_200_000];
const ACTS = 60;
const WORKER_SHIFT_MS = 3_600_000;

/** For a process on a machine whose clock is off. */
const off = (shiftMs: number) => ({
  SHIFT_MS: String(shiftMs),
  NODE_OPTIONS: '--conditions=tocsin-source --import=./test/support/fault/shifted-clock.mjs',
});

let fault: FaultWorld;
let token: string;
const hubs: { readonly url: string; readonly process: Process }[] = [];
beforeAll(async () => {
  fault = await openFaultWorld();
  token = await fault.world.token('cyberAgency');
  for (const shift of SHIFTS_MS) {
    const env = await hubEnvironment(fault.world);
    const process = await startHub({ ...env, ...off(shift), TOCSIN_PUBLISHES_PER_SECOND: '1000' });
    hubs.push({ url: env['TOCSIN_URL'] ?? '', process });
  }
});
afterAll(async () => {
  for (const { process } of hubs) await process.kill();
  await fault.close();
});

const TEXTS = {
  summary: 'Take the gateway off the internet.',
  actions: [{ text: 'Take it off the internet' }],
  contacts: [],
  urgency: 'IMMEDIATE',
  severity: 'SEVERE',
  certainty: 'OBSERVED',
};
const PUBLISH = `mutation ($input: PublishWarningInput!) {
  answer: publishWarning(input: $input) { warning { id version } refusals { code message } }
}`;
const CORRECT = `mutation ($input: UpdateWarningInput!) {
  answer: updateWarning(input: $input) { warning { id version } refusals { code message } }
}`;

type Head = { readonly id: string; readonly version: number };

const send = async (url: string, query: string, input: object): Promise<Head> => {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query, variables: { input } }),
  });
  const { data } = (await response.json()) as { data: { answer: { warning: Head | null } } };
  if (data?.answer.warning == null) throw new Error(JSON.stringify(data));
  return data.answer.warning;
};

test('acts are numbered in the order in which they were answered', async () => {
  const random = randomOf(seed());
  const heads = new Map<string, Head>();
  const acts: string[] = [];
  const note = (head: Head): void => {
    heads.set(head.id, head);
    acts.push(`${head.id}.${head.version}`);
  };
  for (let act = 0; act < ACTS; act += 1) {
    const { url } = random.pick(hubs);
    const headline = `Act ${act}`;
    if (heads.size === 0 || random.chance(0.4)) {
      const audience = { alternatives: [{ sectors: ['energy/electricity'] }] };
      note(await send(url, PUBLISH, { ...TEXTS, headline, marking: 'GREEN', audience }));
    } else {
      const { id, version } = random.pick([...heads.values()]);
      note(await send(url, CORRECT, { ...TEXTS, headline, id, expectedVersion: version }));
    }
  }
  const began = Date.now();
  await fault.startWorker(off(WORKER_SHIFT_MS));
  await fault.settled();
  const entries = await fault.world.hub.entries.rows
    .find({ event: { $in: ['warning.published', 'warning.updated'] } })
    .sort({ sequence: 1 })
    .toArray();
  expect(entries.map(({ subject }) => `${subject.warning}.${subject.version}`)).toEqual(acts);
  // Ids of entries, which have the time of the hub, are in another order: the clocks really disagreed.
  const ids = entries.map(({ _id }) => _id.toHexString());
  expect(ids).not.toEqual(ids.toSorted());
  // What the worker wrote has the time of the database, which is that of this machine.
  const written = await fault.world.hub.entries.rows.find({ event: 'warning.targeted' }).toArray();
  const late = written.map(({ at }) => at.getTime() - began);
  expect(late.length).toBeGreaterThan(0);
  expect(late.filter((ms) => Math.abs(ms) > WORKER_SHIFT_MS / 2)).toEqual([]);
  const shown = await fault.world.hub.feed.rows.find({ sector: '*' }).toArray();
  expect(new Map(shown.map(({ warning, version }) => [warning, version]))).toEqual(
    new Map([...heads].map(([id, { version }]) => [id, version])),
  );
});
