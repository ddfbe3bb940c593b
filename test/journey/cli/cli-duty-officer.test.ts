// The duty officer after publishing, on the command line: recipients and their state, the playbooks that come with the
// warning, and its cancellation.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { playbookBundle } from '../../../seeds/story/playbook.ts';
import { acknowledgeWarning } from '../../../src/service/delivery/acknowledge-warning.ts';
import { publishWarning } from '../../../src/service/warning/publish-warning.ts';
import { draft, openTestHub, type TestHub } from '../../support/hub.ts';
import { hubEnvironment, type Process, startHub, startProcess } from '../../support/processes.ts';

let world: TestHub;
let env: NodeJS.ProcessEnv;
let hub: Process;
let warning: string;
beforeAll(async () => {
  world = await openTestHub();
  env = await hubEnvironment(world);
  hub = await startHub(env);
  const published = await publishWarning(
    world.hub,
    await world.actor('cyberAgency'),
    draft({ headline: 'Gateways are opened', bundle: playbookBundle() }),
  );
  if (!published.ok) throw new Error(published.problems[0]?.message);
  warning = published.value.warning;
  await world.drain();
  const analyst = await world.actor('northGrid', 'analyst');
  await acknowledgeWarning(world.hub, analyst, {
    warning,
    answer: 'NEED_HELP',
    note: 'Two\u001b[31m gateways',
  });
});
afterAll(async () => {
  await hub.kill('SIGTERM');
  await world.close();
});

const run = (key: string, ...args: string[]): Process =>
  startProcess('src/cli/main.ts', { ...env, TOCSIN_KEY: key }, args);

test('deliveries: recipients that need help come first, and only the publisher sees them', async () => {
  const officer = run(await world.token('cyberAgency', 'publisher'), 'deliveries', warning);
  await officer.saw('Gateways are opened (version 1)');
  expect(await officer.saw('NEED HELP')).toMatch(/^1 NEED HELP, /);
  expect(await officer.saw('north-grid')).toMatch(/ACKNOWLEDGED .* need help “Two\[31m gateways”$/);
  await officer.saw('city-hospital');
  await officer.ended();
  const other = run(await world.token('northGrid', 'analyst'), 'deliveries', warning);
  await other.saw('Only the publisher of a warning sees its deliveries.');
  await other.ended();
});

test('playbooks: numbered steps to read', async () => {
  const reader = run(await world.token('northGrid', 'analyst'), 'warning', 'playbooks', warning);
  await reader.saw('RUN A WATERWORKS BY HAND FOR A DAY');
  await reader.saw('  2  Take pumps and dosing off remote control (control room)');
  await reader.saw('manual: Write chlorine and tank level on paper');
  await reader.saw('if tanks below one third: go to 6');
  await reader.ended();
});

test('cancel: recipients learn why; other members cannot cancel', async () => {
  const reason = 'It was the maintenance firm.';
  const other = run(await world.token('northGrid', 'publisher'), 'cancel', warning, '--reason', reason);
  await other.saw('NOT_THE_PUBLISHER');
  expect(await other.ended()).toBe(1);
  const officer = run(await world.token('cyberAgency', 'publisher'), 'cancel', warning, '--reason', reason);
  await officer.saw('Cancelled: Gateways are opened');
  await officer.saw(`${warning}, version 2, its last`);
  await officer.saw('other members will receive the reason.');
  expect(await officer.ended()).toBe(0);
});
