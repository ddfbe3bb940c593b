// The versions of a warning on the command line, and what differs between two of them: for who had them, and nothing for others.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { updateWarning } from '../../../src/service/warning/update-warning.ts';
import { CAST } from '../../support/cast.ts';
import { draft, openTestHub, type TestHub } from '../../support/hub.ts';
import { bundleOf, MADE_AT, made } from '../../support/objects.ts';
import { hubEnvironment, type Process, startHub, startProcess } from '../../support/processes.ts';
import { publishBy, to } from '../../support/publish.ts';

let world: TestHub;
let env: NodeJS.ProcessEnv;
let hub: Process;
let id: string;
const indicator = (value: string) =>
  made('indicator', {
    pattern: `[domain-name:value = '${value}.example']`,
    pattern_type: 'stix',
    valid_from: MADE_AT,
  });
const [first, second] = [indicator('first'), indicator('second')];
beforeAll(async () => {
  world = await openTestHub();
  env = await hubEnvironment(world);
  hub = await startHub(env);
  id = await publishBy(world, 'cyberAgency', {
    audience: to('northGrid', 'riverWater'),
    headline: 'Gateways are opened',
    bundle: bundleOf(first),
  });
  const { kind: _k, marking: _m, audience: _a, allowEmptyAudience: _e, exercise: _x, ...texts } = draft();
  const changes = { headline: 'Gateways\u200b are shut', bundle: bundleOf(second) };
  const done = await updateWarning(world.hub, await world.actor('cyberAgency'), {
    id,
    expectedVersion: 1,
    draft: { ...texts, ...changes },
  });
  if (!done.ok) throw new Error(JSON.stringify(done.problems));
  await world.drain();
  await world.hub.deliveries.rows.deleteOne({ warning: id, version: 1, member: CAST.riverWater.id });
});
afterAll(async () => {
  await hub.kill('SIGTERM');
  await world.close();
});

const run = async (name: 'northGrid' | 'riverWater' | 'metroRail', ...args: string[]): Promise<Process> =>
  startProcess('src/cli/main.ts', { ...env, TOCSIN_KEY: await world.token(name, 'analyst') }, [
    'warning',
    ...args,
  ]);

test('versions: number, time, what made it, marking and who published, newest first', async () => {
  const reader = await run('northGrid', 'versions', id);
  expect(await reader.saw('are shut')).toMatch(
    /^2 now +\d{4}-\d\d-\d\d \d\d:\d\dZ.* corrected +TLP:GREEN +cyber-agency .*Gateways\\u200b are shut$/,
  );
  expect(await reader.saw('are opened')).toMatch(/^1 .* published +TLP:GREEN +cyber-agency /);
  await reader.saw(`Compare two: tocsin warning diff ${id} 1 2`);
  expect(await reader.ended()).toBe(0);
});

test('versions: who had the current one alone gets that, and is told that there was another', async () => {
  const reader = await run('riverWater', 'versions', id);
  await reader.saw('2 now');
  await reader.saw('1 version did not come to you, or is not for you now.');
  expect(await reader.ended()).toBe(0);
  const stranger = await run('metroRail', 'versions', id);
  await stranger.saw('is visible to you');
  expect(await stranger.ended()).toBe(1);
});

test('diff: sentences, fields and objects, with the marking at the head', async () => {
  const reader = await run('northGrid', 'diff', id, '1');
  await reader.saw('TLP:GREEN');
  await reader.saw('Version 1 → 2: Gateways');
  await reader.saw('- The headline has changed.');
  await reader.saw('- "Gateways are opened"');
  await reader.saw('+ "Gateways\\u200b are shut"');
  await reader.saw('STIX objects');
  const [one, other] = [`- indicator ${first.pattern}`, `+ indicator ${second.pattern}`];
  const inOrder = first.id < second.id ? [one, other] : [other, one];
  for (const line of inOrder) await reader.saw(line);
  expect(await reader.ended()).toBe(0);
});

test('diff: as JSON, and against itself', async () => {
  const json = await run('northGrid', 'diff', id, '2', '1', '--json');
  const found = JSON.parse(await json.saw('"inWords"'));
  expect(found).toMatchObject({ exercise: null, from: { version: 2 }, to: { version: 1 } });
  expect(found.objects.map(({ objectId }: { objectId: string }) => objectId)).toEqual(
    expect.arrayContaining([first.id, second.id]),
  );
  await json.ended();
  const same = await run('northGrid', 'diff', id, '2', '2');
  await same.saw('They are the same.');
  expect(await same.ended()).toBe(0);
});

test('diff: one that was not had, and one that there is not, are alike', async () => {
  for (const [name, from] of [
    ['riverWater', '1'],
    ['northGrid', '7'],
  ] as const) {
    const reader = await run(name, 'diff', id, from);
    await reader.saw(`You have no version ${from} of it.`);
    await reader.saw('the hub does not say which');
    expect(await reader.ended()).toBe(1);
  }
  const wrong = await run('northGrid', 'diff', id, 'one');
  await wrong.saw('A version has a number, from 1.');
  expect(await wrong.ended()).toBe(2);
});
