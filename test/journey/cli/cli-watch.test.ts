// `tocsin watch` shows each warning with what to do first, whom to call, how far it may be shared and why it arrived. It
// sounds the bell, survives a hub that is killed and restarted, and misses nothing.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { publishWarning } from '../../../src/service/warning/publish-warning.ts';
import { draft, openTestHub, type TestHub } from '../../support/hub.ts';
import { freePort, hubEnvironment, type Process, startHub, startProcess } from '../../support/processes.ts';

let world: TestHub;
let env: NodeJS.ProcessEnv;
let hub: Process;
let worker: Process;
let directory: string;
beforeAll(async () => {
  world = await openTestHub();
  directory = mkdtempSync(path.join(tmpdir(), 'tocsin-watch-'));
  env = { ...(await hubEnvironment(world)), TOCSIN_DATA: directory };
  worker = startProcess('workers/main.ts', env);
  [hub] = await Promise.all([startHub(env), worker.saw('the worker is ready')]);
});
afterAll(async () => {
  await hub.kill('SIGTERM');
  await worker.kill('SIGTERM');
  await world.close();
  rmSync(directory, { recursive: true, force: true });
});

const publish = async (headline: string): Promise<string> => {
  const published = await publishWarning(world.hub, await world.actor('cyberAgency'), draft({ headline }));
  if (!published.ok) throw new Error(published.problems[0]?.message);
  return published.value.warning;
};

test('shows what a tired person needs, through a hub that dies, and after a restart of its own', async () => {
  const key = await world.token('northGrid', 'analyst');
  const startWatch = (...more: string[]) =>
    startProcess('src/cli/main.ts', { ...env, TOCSIN_KEY: key }, ['watch', ...more]);
  const watch = startWatch();
  await watch.saw('Listening at');
  const first = await publish('First alarm');
  await watch.saw('FIRST ALARM');
  await watch.saw('Do first: Take the gateway off the internet (by ');
  await watch.saw('Call: Duty desk, +999 1 555 0100 (24x7)');
  await watch.saw('Why you: ');
  await watch.saw('TLP:GREEN');
  await watch.saw(`${first}  v1 from Cyber Agency`);
  expect(watch.said()).toContain('\u0007');

  await hub.kill('SIGKILL');
  await watch.saw('Trying again within');
  await publish('While the hub was down');
  hub = await startHub(env);
  await watch.saw('WHILE THE HUB WAS DOWN');
  await publish('After it came back');
  await watch.saw('AFTER IT CAME BACK');
  await watch.kill('SIGTERM');

  await publish('While nobody watched');
  const again = startWatch('--no-bell');
  await again.saw('WHILE NOBODY WATCHED');
  expect(again.said()).not.toContain('\u0007');
  await again.kill('SIGTERM');

  const json = startProcess('src/cli/main.ts', { ...env, TOCSIN_KEY: key }, [
    'watch',
    '--json',
    '--severity',
    'severe',
  ]);
  await json.saw('Listening at');
  const last = await publish('As JSON');
  expect(JSON.parse(await json.saw(last))).toMatchObject({
    id: last,
    headline: 'As JSON',
    whyMe: { kind: 'DIRECT' },
  });
  await json.kill('SIGTERM');
});

test('with no key, a wrong key or no hub it says why and what to do', async () => {
  const key = await world.token('northGrid', 'analyst');
  const without = startProcess('src/cli/main.ts', { ...env, TOCSIN_KEY: '' }, ['watch']);
  await without.saw('No key was given.');
  const wrong = startProcess('src/cli/main.ts', { ...env, TOCSIN_KEY: 'toc_hub_x' }, ['watch']);
  await wrong.saw('The hub does not know this key.');
  const nowhere = startProcess(
    'src/cli/main.ts',
    { ...env, TOCSIN_KEY: key, TOCSIN_URL: `http://127.0.0.1:${await freePort()}` },
    ['watch'],
  );
  try {
    await nowhere.saw('Nothing listens there (connection refused). Trying again within 1 s.');
  } finally {
    await nowhere.kill('SIGTERM');
  }
});

test('where nothing is for its filter so far, it says what may be mistyped, and listens', async () => {
  const key = await world.token('northGrid', 'analyst');
  const filter = ['watch', '--exercise', 'nosuch', '--country', 'XZ'];
  const watch = startProcess('src/cli/main.ts', { ...env, TOCSIN_KEY: key }, filter);
  await watch.saw('nothing of one spelt so is for you so far, or there is none');
  await watch.saw('“XZ” to no country');
  await watch.saw('Listening at');
  await watch.kill('SIGTERM');
});
