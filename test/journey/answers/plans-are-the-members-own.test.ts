// Whom a member named for its answers is its own: of the steps that remind it, its publisher is told no more than whom it sees
// among the recipients anyway, and nothing of what comes after a move that leaves only what was declared (I32).
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { changeAnswerPlan } from '../../../src/service/member/keep-answer-plan.ts';
import { remindMembers } from '../../../src/service/reminder/remind-members.ts';
import { CAST, type CastName } from '../../support/cast.ts';
import { plantEndpoint } from '../../support/channels/endpoints.ts';
import { openTestEndpoint, type TestEndpoint } from '../../support/endpoint.ts';
import { codes } from '../../support/outcome.ts';
import { plantPersons } from '../../support/persons.ts';
import { publishBy, to } from '../../support/publish.ts';

const HOUR_MS = 3_600_000;
let nowMs = Date.parse('2030-03-01T12:00:00.000Z');
let world: TestEndpoint;
let officer: string;
beforeAll(async () => {
  world = await openTestEndpoint({ clock: { now: () => new Date(nowMs) } });
  officer = await world.token('cyberAgency', 'publisher');
  await plantPersons(world.hub, ['north-grid/night'], { roles: ['analyst'], credentials: 1 });
  const { person } = await world.actor('northGrid', 'analyst', 'north-grid/night');
  await plantEndpoint(world, 'northGrid', { channel: 'MAIL', address: 'night@north.example', person });
  for (const name of ['northGrid', 'energyCentre', 'smallGas'] as const)
    await plantEndpoint(world, name, { channel: 'MAIL', address: `desk@${CAST[name].slug}.example` });
  world.hub.directory.forget();
});
afterAll(() => world.close());

/** Its small gas company is a client of the energy centre, which the publisher is not told. */
const ask = async (...members: readonly CastName[]): Promise<string> => {
  const answerBy = new Date(nowMs + 10 * HOUR_MS).toISOString();
  const level = { level: 'RECOMMENDATION' as const, answerBy, marking: 'AMBER' as const };
  const id = await publishBy(world, 'cyberAgency', { ...level, audience: to(...members) });
  // As if a second person had approved it: what follows from the level is what is tested here.
  const essential = { $set: { 'asking.for': 'ESSENTIAL_ACTION' as const } };
  await world.hub.deliveries.rows.updateMany({ warning: id, version: 1 }, essential);
  return id;
};
const passed = async (hours: number): Promise<void> => {
  nowMs += hours * HOUR_MS;
  for (let turn = 0; turn < 2; turn += 1) await remindMembers(world.hub);
};
/** To the last step: each comes an hour after the one before. */
const passedAll = async (): Promise<void> => {
  for (const hours of [15, 1.1, 1.1]) await passed(hours);
};
type Shown = { step: string; outside: { slug: string } | null; skipped: string | null };
type Followed = { member: { slug: string }; reminders: Shown[]; channels: object[] };
const inWords = (reminders: readonly Shown[] = []): string[] =>
  reminders.map(({ step, outside, skipped }) =>
    [step, outside?.slug, skipped].filter((each) => each != null).join(' '),
  );
const FOLLOWED = 'member { slug } reminders { step outside { slug } skipped } channels { state }';
const followed = async (id: string, slug = 'north-grid'): Promise<Followed | undefined> => {
  const query = `query($id: ID!) { warning(id: $id) { deliveries { edges { node { ${FOLLOWED} } } } } }`;
  const { warning } = (await world.ask(officer, query, { id })).body.data;
  return warning.deliveries.edges
    .map(({ node }: { node: Followed }) => node)
    .find(({ member }: Followed) => member.slug === slug);
};
const seen = async (id: string): Promise<string[]> => inWords((await followed(id))?.reminders);
/** As the member itself reads them. */
const own = async (id: string, name: CastName = 'northGrid'): Promise<string[]> => {
  const query = `query($id: ID!) { warning(id: $id) { myDelivery { ${FOLLOWED} } } }`;
  const { warning } = (await world.ask(await world.token(name, 'analyst'), query, { id })).body.data;
  return inWords(warning.myDelivery.reminders);
};
const plan = async (given: Parameters<typeof changeAnswerPlan>[2]): Promise<void> => {
  const admin = await world.actor('northGrid', 'member-admin');
  expect(codes(await changeAnswerPlan(world.hub, admin, given))).toEqual([]);
};

test('that nobody is named, or somebody, is for the member alone', async () => {
  const bare = await ask('northGrid', 'energyCentre');
  await passedAll();
  expect(await own(bare)).toEqual(['DUE', 'ALTERNATES NOBODY_NAMED', 'OUTSIDE NOBODY_NAMED']);
  await plan({ alternates: ['north-grid/night'], outside: 'metro-rail' });
  const named = await ask('northGrid', 'energyCentre');
  await passedAll();
  // The railway may not read it.
  expect(await own(named)).toEqual(['DUE', 'ALTERNATES', 'OUTSIDE MAY_NOT_READ']);
  expect([await seen(bare), await seen(named)]).toEqual(
    Array(2).fill(['DUE', 'ALTERNATES', 'OUTSIDE MAY_NOT_READ']),
  );
});

test('who was told outside is named where its publisher sees it among the recipients', async () => {
  await plan({ outside: 'energy-centre' });
  const addressed = await ask('northGrid', 'energyCentre');
  await passedAll();
  expect((await seen(addressed)).at(-1)).toBe('OUTSIDE energy-centre');
  await plan({ outside: 'small-gas' });
  const throughProvider = await ask('northGrid', 'energyCentre');
  await passedAll();
  expect((await own(throughProvider)).at(-1)).toBe('OUTSIDE small-gas');
  expect((await seen(throughProvider)).at(-1)).toBe('OUTSIDE MAY_NOT_READ');
});

test('a member that moved, and is reached by its provider alone, is not followed further', async () => {
  const answerBy = new Date(nowMs + 10 * HOUR_MS).toISOString();
  const alternatives = [{ sectors: ['food'] }, { members: ['energy-centre'] }];
  const id = await publishBy(world, 'cyberAgency', {
    ...{ level: 'RECOMMENDATION', answerBy, marking: 'AMBER', audience: { alternatives, excludes: [] } },
  });
  await passed(6);
  expect(inWords((await followed(id, 'small-gas'))?.reminders)).toEqual(['HALF']);
  await world.hub.members.save({ ...CAST.smallGas, sectors: ['health'] });
  world.hub.directory.forget();
  await passed(5);
  expect(await own(id, 'smallGas')).toEqual(['HALF', 'DUE']);
  expect(await followed(id, 'small-gas')).toMatchObject({ reminders: [], channels: [] });
});
