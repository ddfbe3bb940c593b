// A job that always fails, or that kills its worker each time, blocks nothing else: the warning is still delivered, and
// the given-up job is visible (I23). On the real worker.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Hub } from '../../src/hub.ts';
import { pipelineState } from '../../src/service/health/store-health.ts';
import { listJobs } from '../../src/service/job/list-jobs.ts';
import { publishWarning } from '../../src/service/warning/publish-warning.ts';
import { deadJobsOf } from '../../src/store/entries.ts';
import { type FaultWorld, openFaultWorld } from '../support/fault/fault-world.ts';
import { breakObjects, entryOf } from '../support/fault/given-up.ts';
import { draft } from '../support/hub.ts';
import { bundleOf, made } from '../support/objects.ts';
import { eventually } from '../support/processes.ts';

let fault: FaultWorld;
let hub: Hub;
beforeAll(async () => {
  fault = await openFaultWorld();
  hub = fault.world.hub;
});
afterAll(() => fault.close());

const indicator = (description: string) =>
  made('indicator', {
    name: 'Beacon',
    description,
    indicator_types: ['malicious-activity'],
    pattern: "[domain-name:value = 'beacon.example']",
    pattern_type: 'stix',
    valid_from: '2026-01-01T00:00:00.000Z',
  });

const publish = async (headline: string, description: string): Promise<string> => {
  const agency = await fault.world.actor('cyberAgency');
  const bundle = bundleOf(indicator(description));
  const published = await publishWarning(hub, agency, draft({ headline, bundle }));
  if (!published.ok) throw new Error(published.problems[0]?.message);
  return published.value.warning;
};

const isDelivered = async (warning: string): Promise<boolean> => {
  const states = await hub.deliveries.rows.distinct('state', { warning });
  return states.length === 1 && states[0] === 'SENT';
};

test('target-warning, which also fails for a while, delivers although its siblings always fail', async () => {
  const warning = await publish('A sibling fails for ever', 'Beacon of the intruders');
  const mend = await breakObjects(hub, warning);
  const row = await hub.warnings.head(warning);
  await hub.warnings.rows.updateOne({ warning }, { $set: { content: '{ "envelope": ' } });
  const worker = await fault.startWorker();
  const failuresOf = async (job: string) => (await entryOf(hub, warning)).jobs?.[job]?.failures ?? 0;
  await eventually(
    'the siblings failed often enough to bury the whole entry',
    async () => (await failuresOf('target-warning')) >= 2,
  );
  await hub.warnings.rows.updateOne({ warning }, { $set: { content: row?.content ?? '' } });
  await eventually('it is delivered', () => isDelivered(warning), 300_000);

  await eventually('its siblings are given up', async () => (await entryOf(hub, warning)).work === 'DEAD');
  const dead = deadJobsOf(await entryOf(hub, warning));
  expect(dead).not.toContain('target-warning');
  expect(dead.length).toBeGreaterThan(0);
  const state = await pipelineState(hub);
  expect(Object.values(state.deadJobs).reduce((sum, each) => sum + each, 0)).toBe(dead.length);
  await eventually('nothing else is open', async () => (await hub.entries.oldestOpen()) === null);
  const { jobs } = await listJobs(hub, false);
  expect(jobs.map(({ job, state: each, failures }) => [job, each, failures])).toEqual(
    dead.map((job) => [job, 'DEAD', 5]),
  );
  expect(jobs[0]?.cause).toMatchObject({
    kind: 'SyntaxError',
    place: expect.stringMatching(/^src\/.*:\d+$/),
  });

  // A given-up job succeeds once its cause is fixed and somebody retries it.
  await mend();
  const { _id } = await entryOf(hub, warning);
  for (const job of dead) expect(await hub.entries.retry(_id, job)).toBe(true);
  await fault.settled();
  expect((await entryOf(hub, warning)).work).toBe('DONE');
  await worker.kill('SIGTERM');
});

test('a job that kills its worker each time is given up, and other warnings are delivered', async () => {
  const warning = await publish('A sibling kills the worker', 'poison that kills the worker');
  const beside = await fault.publish(3, 'beside the poison');
  let isOver = false;
  let deaths = 0;
  const env = { NODE_OPTIONS: '--conditions=tocsin-source --import=./test/support/fault/poison.mjs' };
  const supervisor = (async () => {
    while (!isOver) {
      const worker = await fault.startWorker(env).catch(() => null);
      await worker?.ended();
      deaths += 1;
    }
  })();
  await eventually('it is delivered', () => isDelivered(warning), 300_000);
  for (const each of beside) await eventually('those beside it are, too', () => isDelivered(each), 300_000);
  expect(deaths).toBeGreaterThan(0);
  expect(deadJobsOf(await entryOf(hub, warning))).not.toContain('target-warning');

  // The rest of the 25 starts would take minutes, so the count is set directly.
  const starts = Object.fromEntries(
    (await entryOf(hub, warning)).open.map((job) => [`jobs.${job}.starts`, 25]),
  );
  const { _id } = await entryOf(hub, warning);
  await hub.entries.rows.updateOne({ _id }, { $set: starts as never });
  await eventually('it is given up', async () => (await entryOf(hub, warning)).work === 'DEAD', 120_000);
  const { jobs } = await listJobs(hub, false);
  expect(new Set(jobs.map(({ cause }) => cause?.kind))).toEqual(new Set(['POISON']));
  isOver = true;
  await fault.killWorkers();
  await supervisor;
});
