// The operator sees which jobs the worker gave up and why, without any content of the warning, and retries or discards
// them. Entries that an older hub gave up as a whole are shown and handled the same way.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openMetrics } from '../../../src/http/metrics.ts';
import type { JobName } from '../../../src/queue/jobs.ts';
import { publishWarning } from '../../../src/service/warning/publish-warning.ts';
import { deadJobsOf } from '../../../src/store/entries.ts';
import { perform } from '../../../workers/perform.ts';
import { noneMeasured } from '../../support/deploy/figures.ts';
import { openTestEndpoint, type TestEndpoint } from '../../support/endpoint.ts';
import { breakObjects, entryOf } from '../../support/fault/given-up.ts';
import { draft } from '../../support/hub.ts';
import { bundleOf, made } from '../../support/objects.ts';
import { hubEnvironment, startProcess } from '../../support/processes.ts';

let world: TestEndpoint;
let env: NodeJS.ProcessEnv;
beforeAll(async () => {
  world = await openTestEndpoint();
  env = await hubEnvironment(world);
});
afterAll(() => world.close());

const SECRET = 'The intruders came through the maintenance firm';

const publish = async (): Promise<string> => {
  const malware = made('malware', { name: SECRET, is_family: false });
  const published = await publishWarning(
    world.hub,
    await world.actor('cyberAgency'),
    draft({ headline: SECRET, bundle: bundleOf(malware) }),
  );
  if (!published.ok) throw new Error(published.problems[0]?.message);
  return published.value.warning;
};

type Said = { readonly lines: string; readonly code: number | null };

const job = async (...args: string[]): Promise<Said> => {
  const process = startProcess('src/cli/main.ts', env, ['job', ...args]);
  const code = await process.ended();
  return { lines: process.said().join('\n'), code };
};

const retryOf = (id: string): string =>
  `mutation { retryJob(input: { job: "${id}" }) { isDone refusals { code message } } }`;

/** Over the API an operator sees what the command shows, and nobody else that there is a job at all. */
const isSeenByOperatorsAlone = async (operator: string, id: string): Promise<void> => {
  const other = await world.token('cyberAgency');
  const JOBS =
    '{ jobs(isAll: true) { isCut jobs { jobId name state failures cause causeInWords givenUpAt } } }';
  const seen = await world.ask(operator, JOBS);
  expect(seen.body.data.jobs.isCut).toBe(false);
  expect(seen.body.data.jobs.jobs).toContainEqual({
    jobId: id,
    name: id.slice(id.indexOf('-') + 1),
    state: 'DEAD',
    failures: 5,
    cause: 'SyntaxError',
    causeInWords: 'Stored data could not be parsed.',
    givenUpAt: expect.any(String),
  });
  expect(JSON.stringify(seen.body)).not.toContain('maintenance firm');
  expect((await world.ask(other, JOBS)).body.data.jobs).toEqual({ jobs: [], isCut: false });
  const refusal = (await world.ask(other, retryOf(id))).body.data.retryJob;
  expect(refusal).toMatchObject({ isDone: false, refusals: [{ code: 'JOB_UNKNOWN' }] });
  const nothing = id.replace(/^[0-9a-f]+/, '0'.repeat(24));
  expect((await world.ask(operator, retryOf(nothing))).body.data.retryJob).toEqual(refusal);
  const discard = retryOf(nothing).replace('retryJob', 'discardJob');
  expect((await world.ask(operator, discard)).body.data.discardJob).toEqual(refusal);
};

test('with nothing given up, the list is empty and exits with 0', async () => {
  expect(await job('list')).toEqual({ lines: 'No job is given up.', code: 0 });
});

test('a job is given up after five failures; it is shown, retried and discarded', async () => {
  const warning = await publish();
  const mend = await breakObjects(world.hub, warning);
  await world.drain();
  const before = await entryOf(world.hub, warning);
  expect(before.open.length).toBeGreaterThan(0);
  const failing = await job('list', '--all');
  expect(failing.code).toBe(0);
  expect(failing.lines).toContain('failing');

  const entry = before._id.toHexString();
  for (let failure = 2; failure <= 5; failure += 1)
    for (const open of before.open) await perform(world.hub, { entry, job: open as JobName });
  const dead = deadJobsOf(await entryOf(world.hub, warning));
  expect(dead.toSorted()).toEqual(before.open.toSorted());
  // It is not retried automatically.
  await perform(world.hub, { entry, job: dead[0] as JobName });

  // From this scrape, not the previous one.
  const metrics = openMetrics(world.hub, noneMeasured(world.hub));
  const { text } = await metrics.text();
  metrics.close();
  for (const each of dead) expect(text).toContain(`tocsin_jobs_dead{name="${each}"} 1`);
  expect(text).toContain('tocsin_jobs_dead{name="target-warning"} 0');
  expect(text).toContain('tocsin_oldest_open_entry_seconds 0');

  const listed = await job('list');
  expect(listed.code).toBe(1);
  expect(listed.lines).toContain(`${entry}-${dead[0]}`);
  expect(listed.lines).toContain(`${dead.length} job${dead.length === 1 ? '' : 's'} given up.`);
  expect(listed.lines).not.toContain('maintenance firm');

  const shown = await job('show', `${entry}-${dead[0]}`);
  expect(shown.code).toBe(0);
  expect(shown.lines).toContain(`${warning} v1`);
  expect(shown.lines).toMatch(/5 starts, 5 failures, given up at 20/);
  expect(shown.lines).toMatch(/Cause {4}Stored data could not be parsed\./);
  expect(shown.lines).toMatch(/SyntaxError at src\/[\w/.-]+:\d+/);
  expect(shown.lines).not.toContain('maintenance firm');

  const operator = await world.token('cyberAgency', 'hub-operator');
  await isSeenByOperatorsAlone(operator, `${entry}-${dead[0]}`);
  const asJson = JSON.parse((await job('show', `${entry}-${dead[0]}`, '--json')).lines);
  expect(asJson).toMatchObject({ job: dead[0], state: 'DEAD', failures: 5, cause: { kind: 'SyntaxError' } });

  await mend();
  for (const each of dead.slice(1)) expect((await job('discard', `${entry}-${each}`)).code).toBe(0);
  expect((await world.ask(operator, retryOf(`${entry}-${dead[0]}`))).body.data.retryJob).toEqual({
    isDone: true,
    refusals: [],
  });
  expect(await world.hub.acts.last('job.retried')).toMatchObject({ subject: `${entry}-${dead[0]}` });
  await world.drain();
  const after = await entryOf(world.hub, warning);
  expect([after.work, after.open, after.dead]).toEqual(['DONE', [], undefined]);
  expect(dead.slice(1).filter((each) => after.jobs?.[each]?.discardedAt === undefined)).toEqual([]);
  expect((await job('list')).code).toBe(0);
});

test('a job that does not exist or is not given up is refused with a remedy', async () => {
  const warning = await publish();
  const entry = (await entryOf(world.hub, warning))._id.toHexString();
  for (const id of ['nonsense', `${'f'.repeat(24)}-target-warning`, `${entry}-no-such-job`]) {
    const refused = await job('retry', id);
    expect([refused.code, refused.lines.includes('JOB_UNKNOWN')]).toEqual([1, true]);
  }
  await world.hub.entries.rows.updateOne(
    { 'subject.warning': warning },
    { $set: { work: 'QUEUED', open: ['target-warning'] } },
  );
  for (const verb of ['retry', 'discard']) {
    const refused = await job(verb, `${entry}-target-warning`);
    expect([refused.code, refused.lines.includes('JOB_NOT_GIVEN_UP')]).toEqual([1, true]);
  }
});

test('an entry that an older hub gave up as a whole is shown, and each of its jobs is retried separately', async () => {
  const warning = await publish();
  const open = ['target-warning', 'enrich-objects'];
  await world.drain();
  await world.hub.deliveries.rows.deleteMany({ warning });
  await world.hub.entries.rows.deleteMany({ event: 'warning.targeted', 'subject.warning': warning });
  await world.hub.entries.rows.updateOne(
    { 'subject.warning': warning, event: 'warning.published' },
    { $set: { work: 'DEAD', open, starts: 6, failures: 5, cause: 'enrich-objects: TypeError' } },
  );
  const entry = (await entryOf(world.hub, warning))._id.toHexString();
  const listed = await job('list', '--json');
  const jobs = listed.lines.split('\n').map((line) => JSON.parse(line));
  expect(jobs.map(({ job: name, state, cause }) => [name, state, cause?.kind ?? null])).toEqual([
    ['target-warning', 'DEAD', null],
    ['enrich-objects', 'DEAD', 'TypeError'],
  ]);
  expect((await job('retry', `${entry}-target-warning`)).code).toBe(0);
  await world.drain();
  expect(await world.hub.deliveries.rows.countDocuments({ warning, state: 'SENT' })).toBeGreaterThan(0);
  const after = await entryOf(world.hub, warning);
  expect([after.work, after.open, after.dead]).toEqual(['DEAD', [], ['enrich-objects']]);
});
