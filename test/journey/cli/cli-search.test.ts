// `tocsin feed` with a filter continues past short pages, and says where to continue when it stops.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { publishWarning } from '../../../src/service/warning/publish-warning.ts';
import { draft, openTestHub, type TestHub } from '../../support/hub.ts';
import { hubEnvironment, type Process, startHub, startProcess } from '../../support/processes.ts';

let world: TestHub;
let env: NodeJS.ProcessEnv;
let hub: Process;
beforeAll(async () => {
  world = await openTestHub();
  env = await hubEnvironment(world);
  // A page scans two warnings.
  hub = await startHub({ ...env, TOCSIN_MAX_SEARCH_ROWS: '2' });
  const actor = await world.actor('cyberAgency');
  for (const headline of ['Zircon pumps stop', 'Two', 'Three', 'Four', 'Five', 'Six', 'Zircon valves open']) {
    const published = await publishWarning(world.hub, actor, draft({ headline }));
    if (!published.ok) throw new Error(published.problems[0]?.message);
  }
  await world.drain();
});
afterAll(async () => {
  await hub.kill('SIGTERM');
  await world.close();
});

const feed = async (...args: string[]): Promise<Process> => {
  const token = await world.token('northGrid', 'analyst');
  return startProcess('src/cli/main.ts', { ...env, TOCSIN_KEY: token }, ['feed', ...args]);
};

test('the oldest match is found although the first page ends long before it', async () => {
  const found = await feed('--text', 'zircon');
  await found.saw('Zircon valves open');
  await found.saw('Zircon pumps stop');
  expect(await found.saw('newest first')).toBe('2 items, newest first');
  expect(await found.ended()).toBe(0);
});

test('prints as many as requested, and where older ones may be', async () => {
  const first = await feed('--text', 'zircon', '--first', '1');
  await first.saw('Zircon valves open');
  const line = await first.saw('newest first');
  const after = /--after (\S+)$/.exec(line)?.[1] ?? '';
  const second = await feed('--text', 'zircon', '--first', '1', '--after', after);
  await second.saw('Zircon pumps stop');
  await second.ended();
});

test('says so when nothing matches', async () => {
  const found = await feed('--text', 'absentword');
  await found.saw('No items match.');
  await found.ended();
  // It may be mistyped; whether there is an exercise that one may not read is not told.
  const drill = await feed('--exercise', 'nosuch', '--country', 'XZ');
  await drill.saw('nothing of one spelt so is for you so far, or there is none');
  await drill.saw('“XZ” to no country');
  await drill.saw('No items match.');
  await drill.ended();
});
