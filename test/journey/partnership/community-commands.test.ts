// Communities on the command line: a rule is shown in words before it is written, one joins by code and by asking, and
// everything fits 80 columns and comes as JSON.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { deliveryId } from '../../../src/domain/delivery.ts';
import type { Role } from '../../../src/domain/member.ts';
import { columnsOf } from '../../../src/exchange/text/columns.ts';
import { authenticate } from '../../../src/service/access/authenticate.ts';
import { previewAudience } from '../../../src/service/audience/preview-audience.ts';
import { createCommunity } from '../../../src/service/community/keep-community.ts';
import { inviteToCommunity } from '../../../src/service/community/memberships.ts';
import { readDelivery } from '../../../src/service/delivery/read-delivery.ts';
import { publishWarning } from '../../../src/service/warning/publish-warning.ts';
import { CAST, type CastName } from '../../support/cast.ts';
import { openTestEndpoint, type TestEndpoint } from '../../support/endpoint.ts';
import { draft } from '../../support/hub.ts';
import { keyFor, plantPersons } from '../../support/persons.ts';
import { hubEnvironment, startProcess } from '../../support/processes.ts';
import { publishBy } from '../../support/publish.ts';

let world: TestEndpoint;
let env: NodeJS.ProcessEnv;
beforeAll(async () => {
  world = await openTestEndpoint();
  env = { ...(await hubEnvironment(world)), TOCSIN_URL: world.url, COLUMNS: '80' };
});
afterAll(() => world.close());

type Ran = { readonly text: string; readonly code: number };
const tocsin = async (name: CastName, role: Role, ...args: string[]): Promise<Ran> => {
  const key = await world.token(name, role);
  const process = startProcess('src/cli/main.ts', { ...env, TOCSIN_KEY: key }, args);
  const code = await process.ended();
  const lines = process.said();
  const isWide = (line: string): boolean => columnsOf(line) > 80 && !line.startsWith('{');
  expect(lines.filter(isWide)).toEqual([]);
  const isJson = lines.some((line) => line.startsWith('{'));
  // What is wrapped is compared as the sentence that it is.
  const text = lines.join(isJson ? '\n' : ' ').replaceAll(/ +/g, ' ');
  return { text, code: code ?? -1 };
};
const run = (name: CastName, role: Role, ...args: string[]): Promise<Ran> =>
  tocsin(name, role, 'community', ...args);
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
  expect(shown.text).toContain('south-grid South Grid');
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

test('a member says to whom it is listed', async () => {
  const change = ['member', 'listing', '--unlisted', '--to', 'north-grid'];
  const unlisted = await tocsin('riverWater', 'member-admin', ...change);
  expect(unlisted.text).toContain('Your organisation is listed to north-grid;');
  world.hub.directory.forget();
  const member = (await world.hub.directory.current()).bySlug.get('river-water');
  expect(member).toMatchObject({ isUnlisted: true, listedTo: [CAST.northGrid.id] });
});

test('an answer is given with or without the name', async () => {
  const id = await publishBy(world, 'cyberAgency', { audience: { alternatives: [{}], excludes: [] } });
  const nameless = await tocsin('riverWater', 'analyst', 'ack', id, '--without-name');
  expect(nameless.text).toContain('sees this answer as that of an organisation without a name');
  const own = deliveryId(id, 1, CAST.riverWater.id, 'FEED');
  const publisher = await world.actor('cyberAgency');
  expect(await readDelivery(world.hub, publisher, own)).toBeNull();
  await tocsin('riverWater', 'analyst', 'ack', id, '--with-name');
  expect(await readDelivery(world.hub, publisher, own)).toMatchObject({ state: 'ACKNOWLEDGED' });
});

test('deactivating a person and ending a key say before what would end', async () => {
  await plantPersons(world.hub, ['north-grid/ann'], { roles: ['analyst'] });
  const key = await keyFor(world.hub, { member: 'north-grid', role: 'analyst', person: 'north-grid/ann' });
  const asAdmin = ['northGrid', 'member-admin'] as const;
  const person = await tocsin(...asAdmin, 'person', 'deactivate', 'ann', '--dry-run');
  expect(person.text).toContain('would be let in no more; with it would end 1 key, 0 sessions');
  const ended = await tocsin(...asAdmin, 'key', 'end', key.id, '--dry-run');
  expect(ended.text).toContain('It would end with its open streams.');
  expect(await authenticate(world.hub, `Bearer ${key.token}`)).not.toBeNull();
  const done = await tocsin(...asAdmin, 'person', 'deactivate', 'ann', '--json');
  expect(JSON.parse(done.text)).toMatchObject({ person: { state: 'DEACTIVATED' }, ends: { keys: 1 } });
  expect(await authenticate(world.hub, `Bearer ${key.token}`)).toBeNull();
});

/** What is refused of an audience that names it, in a preview as when publishing. */
const refusedOf = async (name: CastName, slug: string): Promise<string> => {
  const audience = { alternatives: [{}, { communities: [slug] }], excludes: [] };
  const actor = await world.actor(name);
  const previewed = await previewAudience(world.hub, actor, { marking: 'GREEN', audience, exercise: null });
  const published = await publishWarning(world.hub, actor, draft({ audience }), { isTrial: true });
  const [one = '', other] = [previewed, published].map((each) =>
    JSON.stringify(each.ok ? [] : each.problems).replaceAll(slug, 'SLUG'),
  );
  expect(one).toBe(other);
  return one;
};

test('in an audience a hidden one is refused like an absent one, and taken by whoever may see it', async () => {
  const operator = await world.actor('cyberAgency', 'hub-operator');
  const quiet = { slug: 'quiet-table', name: 'Quiet Table', managers: ['energy-centre'] };
  const hushed = { ...quiet, roll: 'MANAGERS', joining: 'INVITATION' } as const;
  expect((await createCommunity(world.hub, operator, hushed)).ok).toBe(true);
  const hidden = await refusedOf('cyberAgency', 'quiet-table');
  expect(hidden).toContain('COMMUNITY_UNKNOWN');
  expect(hidden).toContain('$.audience.alternatives[1].communities[0]');
  expect(hidden).toBe(await refusedOf('cyberAgency', 'quiet-tabel'));
  expect(await refusedOf('energyCentre', 'quiet-table')).toBe('[]');
  // Whoever is invited by name may see it.
  const asked = { community: 'quiet-table', member: 'cyber-agency' };
  const invited = await inviteToCommunity(world.hub, await world.actor('energyCentre', 'manager'), asked);
  expect(invited.ok).toBe(true);
  expect(await refusedOf('cyberAgency', 'quiet-table')).toBe('[]');
});
