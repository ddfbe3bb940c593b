// Communities on the command line: a rule is shown in words before it is written, one joins by code and by asking, and
// everything fits 80 columns and comes as JSON.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Role } from '../../../src/domain/member.ts';
import { columnsOf } from '../../../src/exchange/text/columns.ts';
import type { CastName } from '../../support/cast.ts';
import { openTestEndpoint, type TestEndpoint } from '../../support/endpoint.ts';
import { hubEnvironment, startProcess } from '../../support/processes.ts';

let world: TestEndpoint;
let env: NodeJS.ProcessEnv;
beforeAll(async () => {
  world = await openTestEndpoint();
  env = { ...(await hubEnvironment(world)), TOCSIN_URL: world.url, COLUMNS: '80' };
});
afterAll(() => world.close());

type Ran = { readonly text: string; readonly code: number };
const run = async (name: CastName, role: Role, ...args: string[]): Promise<Ran> => {
  const key = await world.token(name, role);
  const process = startProcess('src/cli/main.ts', { ...env, TOCSIN_KEY: key }, ['community', ...args]);
  const code = await process.ended();
  const text = process.said().join('\n');
  const isWide = (line: string): boolean => columnsOf(line) > 80 && !line.startsWith('{');
  expect(text.split('\n').filter(isWide)).toEqual([]);
  return { text, code: code ?? -1 };
};
const LONG = 'Operators and centres of the power grids and pipelines that cross the border of two States';

test('a hub operator sees what a rule would bring, then creates the community', async () => {
  const asked = [
    ...['create', 'power-watch', '--name', LONG, '--manager', 'energy-centre'],
    ...['--kind', 'operator', '--sector', 'energy'],
  ];
  const tried = await run('cyberAgency', 'hub-operator', ...asked, '--dry-run');
  expect(tried.text).toContain('by rule: Operators in Energy');
  expect(tried.text).toContain('The rule fits 2 members that you are told of.');
  expect(tried.text).toContain('A dry run: nothing was written.');
  expect((await world.hub.directory.current()).communities.has('power-watch')).toBe(false);
  expect((await run('cyberAgency', 'hub-operator', ...asked)).code).toBe(0);
  const shown = await run('northGrid', 'analyst', 'show', 'power-watch');
  expect(shown.text).toContain('Managers: energy-centre.');
  expect(shown.text).toContain('2 members that you are told of:');
  expect(shown.text).toContain('  south-grid South Grid');
});

test('its managers change it, invite, accept and remove; members ask, join and leave', async () => {
  const create = ['create', 'grid-table', '--name', 'Grid Table', '--manager', 'energy-centre'];
  await run('cyberAgency', 'hub-operator', ...create);
  const changed = await run(
    ...(['energyCentre', 'manager', 'change', 'grid-table', '--joining', 'request'] as const),
    ...['--history', 'open', '--json'],
  );
  expect(JSON.parse(changed.text).community).toMatchObject({
    joining: 'REQUEST',
    opensHistory: true,
    version: 2,
  });
  const invited = await run('energyCentre', 'manager', 'invite', 'grid-table', '--json');
  const { code } = JSON.parse(invited.text) as { code: string };
  const joined = await run('northGrid', 'manager', 'join', 'grid-table', '--code', code);
  expect(joined.text.trim()).toBe('Your organisation is in grid-table.');
  const asking = await run('southGrid', 'manager', 'join', 'grid-table');
  expect(asking.text.trim()).toBe('Your organisation has asked to join grid-table.');
  expect((await run('energyCentre', 'manager', 'requests', 'grid-table')).text).toContain(
    'south-grid South Grid',
  );
  expect((await run('energyCentre', 'manager', 'accept', 'grid-table', 'south-grid')).code).toBe(0);
});

test('removing says before what it would do; one leaves, and lists what one sees', async () => {
  const remove = ['remove', 'grid-table', 'south-grid'] as const;
  const tried = await run('energyCentre', 'manager', ...remove, '--dry-run');
  expect(tried.text).toContain('south-grid would be removed from grid-table');
  expect((await run('southGrid', 'manager', 'list')).text).toContain('grid-table (you are in it)');
  const done = await run('energyCentre', 'manager', ...remove);
  expect(done.text.trim()).toBe('south-grid is not in grid-table.');
  const absent = await run('cityHospital', 'analyst', 'show', 'no-such');
  expect(absent).toMatchObject({ code: 1, text: expect.stringContaining('visible to you') });
});
