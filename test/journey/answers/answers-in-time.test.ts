// What a publisher asks for by when, and how it is answered: by a member as a whole or site by site, with one who looks into it
// left alone until the time is over; and how a member says whom else to tell.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { WarningDraft } from '../../../src/domain/warning.ts';
import { cancelWarning } from '../../../src/service/warning/cancel-warning.ts';
import { publishWarning } from '../../../src/service/warning/publish-warning.ts';
import { openTestEndpoint, type TestEndpoint } from '../../support/endpoint.ts';
import { draft } from '../../support/hub.ts';
import { codes as codesOf } from '../../support/outcome.ts';
import { plantPersons } from '../../support/persons.ts';
import { publishBy, to } from '../../support/publish.ts';
import { correctBy } from '../../support/world/further-versions.ts';

const START = Date.parse('2026-12-01T00:00:00.000Z');
let nowMs = START;
let world: TestEndpoint;
let officer: string;
let analyst: string;
let admin: string;
beforeAll(async () => {
  world = await openTestEndpoint({ clock: { now: () => new Date(nowMs) } });
  officer = await world.token('cyberAgency', 'publisher');
  analyst = await world.token('northGrid', 'analyst');
  admin = await world.token('northGrid', 'member-admin');
});
afterAll(() => world.close());

const HOUR_MS = 3_600_000;
const inHours = (hours: number): string => new Date(nowMs + hours * HOUR_MS).toISOString();
const ASKS = (hours = 10): Partial<WarningDraft> => ({
  level: 'RECOMMENDATION',
  answerBy: inHours(hours),
  audience: to('northGrid', 'riverWater'),
});

const DELIVERY = `member { slug } answer answerBy isAnswerDue reminders { step at outside { slug } skipped }
  answers { answer site } note`;
const seenByOfficer = async (id: string, slug = 'north-grid') => {
  const query = `query($id: ID!) { warning(id: $id) { level answerBy deliveries { edges { node { ${DELIVERY} } } } } }`;
  const { warning } = (await world.ask(officer, query, { id })).body.data;
  const nodes = warning.deliveries.edges.map(({ node }: { node: { member: { slug: string } } }) => node);
  return nodes.find(({ member }: { member: { slug: string } }) => member.slug === slug);
};
const answer = async (warning: string, said: string | undefined, more: object = {}) => {
  nowMs += 1_000;
  const query = `mutation($input: AcknowledgeWarningInput!) {
    acknowledgeWarning(input: $input) { delivery { answer isAnswerDue } refusals { code path } } }`;
  const input = { warning, ...(said === undefined ? {} : { answer: said }), ...more };
  return (await world.ask(analyst, query, { input })).body.data.acknowledgeWarning;
};
const changePlan = async (input: object, token = admin) => {
  const query = `mutation($input: ChangeAnswerPlanInput!) { changeAnswerPlan(input: $input) {
    plan { sites { slug name } alternates outside { slug } } refusals { code path } } }`;
  return (await world.ask(token, query, { input })).body.data.changeAnswerPlan;
};

test('a warning asks for an answer by a time, and says so to everybody', async () => {
  const id = await publishBy(world, 'cyberAgency', ASKS());
  const query = 'query($id: ID!) { warning(id: $id) { level answerBy myDelivery { answerBy isAnswerDue } } }';
  expect((await world.ask(analyst, query, { id })).body.data.warning).toEqual({
    level: 'RECOMMENDATION',
    answerBy: inHours(10),
    myDelivery: { answerBy: inHours(10), isAnswerDue: true },
  });
  const silent = await publishBy(world, 'cyberAgency', { audience: to('northGrid') });
  expect((await world.ask(analyst, query, { id: silent })).body.data.warning).toEqual({
    level: 'INFORMATION',
    answerBy: null,
    myDelivery: { answerBy: null, isAnswerDue: false },
  });
});

test('seen and looked into leave it open; any other answer closes it', async () => {
  const id = await publishBy(world, 'cyberAgency', ASKS());
  for (const said of ['SEEN', 'INVESTIGATING'])
    expect((await answer(id, said)).delivery).toEqual({ answer: said, isAnswerDue: true });
  expect((await answer(id, 'AFFECTED')).delivery).toEqual({ answer: 'AFFECTED', isAnswerDue: false });
  expect(await seenByOfficer(id)).toMatchObject({ answer: 'AFFECTED', isAnswerDue: false });
});

test('an answer stands for a correction that asks the same, and not for one that asks more', async () => {
  const asks = ASKS();
  const id = await publishBy(world, 'cyberAgency', asks);
  await answer(id, 'NOT_AFFECTED');
  nowMs += HOUR_MS;
  await correctBy(world, { by: 'cyberAgency', id, expectedVersion: 1 }, { ...asks, headline: 'Corrected' });
  expect(await seenByOfficer(id)).toMatchObject({ answer: null, isAnswerDue: false });
  expect(await seenByOfficer(id, 'river-water')).toMatchObject({ isAnswerDue: true });
  await correctBy(world, { by: 'cyberAgency', id, expectedVersion: 2 }, { ...asks, answerBy: inHours(20) });
  expect(await seenByOfficer(id)).toMatchObject({ isAnswerDue: true, answerBy: inHours(20) });
  // A time that is over stays as it was.
  nowMs += 30 * HOUR_MS;
  const over = { ...asks, answerBy: inHours(-10) };
  await correctBy(world, { by: 'cyberAgency', id, expectedVersion: 3 }, over);
});

test('what is wrong with the time is said', async () => {
  const agency = await world.actor('cyberAgency');
  const codes = async (changes: Partial<WarningDraft>) => {
    const outcome = await publishWarning(world.hub, agency, draft(changes));
    return outcome.ok ? [] : outcome.problems.map(({ code, path }) => `${code} ${path}`);
  };
  expect(await codes({ level: 'RECOMMENDATION' })).toEqual(['ANSWER_BY_MISSING $.answerBy']);
  expect(await codes({ answerBy: inHours(1) })).toEqual(['ANSWER_NOT_ASKED $.answerBy']);
  for (const hours of [-1, 0, 367 * 24])
    expect(await codes({ level: 'RECOMMENDATION', answerBy: inHours(hours) })).toEqual([
      'ANSWER_BY_OUT_OF_RANGE $.answerBy',
    ]);
  // Of what is over nobody is reminded.
  const ends = (hours: number) => ({
    level: 'RECOMMENDATION' as const,
    answerBy: inHours(10),
    validUntil: inHours(hours),
  });
  expect(await codes(ends(9))).toEqual(['ANSWER_BY_AFTER_END $.answerBy']);
  expect(await codes(ends(10))).toEqual([]);
  const dry = await publishWarning(world.hub, agency, draft(ends(9)), { isTrial: true });
  expect(codesOf(dry)).toEqual(['ANSWER_BY_AFTER_END $.answerBy']);
  const id = await publishBy(world, 'cyberAgency', ends(11));
  const update = (hours: number) =>
    correctBy(world, { by: 'cyberAgency', id, expectedVersion: 1 }, ends(hours));
  await expect(update(9)).rejects.toThrow('ANSWER_BY_AFTER_END');
  await update(12);
  // One of an earlier release is withdrawn all the same.
  await world.hub.warnings.rows.updateOne({ warning: id, isHead: true }, [
    { $set: { content: { $replaceAll: { input: '$content', find: inHours(12), replacement: inHours(5) } } } },
  ] as never);
  const over = await cancelWarning(world.hub, agency, { id, expectedVersion: 2, reason: 'It is over.' });
  expect(codesOf(over)).toEqual([]);
});

test('a member answers site by site: its answer is the most serious, and open until each has answered', async () => {
  const sites = [
    { slug: 'east', name: 'Station East' },
    { slug: 'west', name: 'Station West' },
  ];
  expect(await changePlan({ sites })).toMatchObject({ plan: { sites }, refusals: [] });
  const id = await publishBy(world, 'cyberAgency', ASKS());
  expect((await answer(id, 'ACTED', { site: 'east' })).delivery).toEqual({
    answer: 'ACTED',
    isAnswerDue: true,
  });
  expect((await answer(id, 'NEED_HELP', { site: 'west', note: 'Come' })).delivery).toEqual({
    answer: 'NEED_HELP',
    isAnswerDue: false,
  });
  // Said again, it adds nothing; changed, it counts for its site.
  await answer(id, 'NEED_HELP', { site: 'west', note: 'Come' });
  expect((await answer(id, 'NOT_AFFECTED', { site: 'west' })).delivery).toMatchObject({ answer: 'ACTED' });
  expect(await seenByOfficer(id)).toMatchObject({
    answer: 'ACTED',
    answers: [
      { answer: 'NOT_AFFECTED', site: 'Station West' },
      { answer: 'NEED_HELP', site: 'Station West' },
      { answer: 'ACTED', site: 'Station East' },
    ],
  });
  expect((await answer(id, 'SEEN')).delivery).toMatchObject({ answer: 'SEEN' });
  expect((await answer(id, 'ACTED', { site: 'north' })).refusals).toEqual([
    { code: 'SITE_UNKNOWN', path: '$.site' },
  ]);
});

test('a member-admin says who is told when nobody answers in time, and nobody else sees it', async () => {
  await plantPersons(world.hub, ['north-grid/night'], { roles: ['analyst'], credentials: 1 });
  const plan = { alternates: ['north-grid/night'], outside: 'energy-centre' };
  expect((await changePlan(plan)).plan).toEqual({
    sites: [
      { slug: 'east', name: 'Station East' },
      { slug: 'west', name: 'Station West' },
    ],
    alternates: ['north-grid/night'],
    outside: { slug: 'energy-centre' },
  });
  const query = '{ answerPlan { sites { slug } alternates outside { slug } } }';
  expect((await world.ask(officer, query)).body.data.answerPlan).toEqual({
    sites: [],
    alternates: [],
    outside: null,
  });
  const codes = async (input: object, token = admin) =>
    (await changePlan(input, token)).refusals.map(
      ({ code, path }: { code: string; path: string }) => `${code} ${path}`,
    );
  expect(await codes({ alternates: ['river-water/analyst'] })).toEqual(['PERSON_UNKNOWN $.alternates[0]']);
  expect(await codes({ outside: 'north-grid' })).toEqual(['MEMBER_UNKNOWN $.outside']);
  expect(await codes({ sites: [{ slug: 'East', name: 'x' }] })).toEqual(['SITE_MALFORMED $.sites[0]']);
  expect(
    await codes({ sites: Array.from({ length: 201 }, (_, at) => ({ slug: `s${at}`, name: 'x' })) }),
  ).toEqual(['TOO_MANY $.sites']);
  expect(await codes({ sites: [] }, analyst)).toEqual(['ROLE_MAY_NOT $']);
  expect((await changePlan({ sites: [] })).refusals).toEqual([]);
});
