// Whoever does not answer is reminded step by step, each step once and noted with its entry, and through whom it has named; a
// publisher reminds also those that it does not see, and learns nothing of them; and a link answers once, whoever opens it.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { WarningDraft } from '../../../src/domain/warning.ts';
import { createKey } from '../../../src/service/access/create-key.ts';
import { revokeKey } from '../../../src/service/access/revoke-key.ts';
import { retryJob } from '../../../src/service/job/end-job.ts';
import { listJobs } from '../../../src/service/job/list-jobs.ts';
import { changeAnswerPlan } from '../../../src/service/member/keep-answer-plan.ts';
import { reinstateMember, suspendMember } from '../../../src/service/member/suspend-member.ts';
import { remindMembers } from '../../../src/service/reminder/remind-members.ts';
import { cancelWarning } from '../../../src/service/warning/cancel-warning.ts';
import { recallWarning } from '../../../src/service/warning/recall/recall-warning.ts';
import { CAST, type CastName } from '../../support/cast.ts';
import { plantEndpoint } from '../../support/channels/endpoints.ts';
import { openTestEndpoint, type TestEndpoint } from '../../support/endpoint.ts';
import { codes, good } from '../../support/outcome.ts';
import { plantPersons } from '../../support/persons.ts';
import { freePort } from '../../support/processes.ts';
import { publishBy, to } from '../../support/publish.ts';
import { openVisitor, type Visitor } from '../../support/sign-in/visitor.ts';

const HOUR_MS = 3_600_000;
let nowMs = Date.parse('2026-12-01T00:00:00.000Z');
let world: TestEndpoint;
let officer: string;
let browser: Visitor;
beforeAll(async () => {
  const port = String(await freePort());
  const origin = `http://localhost:${port}`;
  const env = { TOCSIN_PORT: port, TOCSIN_ORIGIN: origin, TOCSIN_NOT_FOUND_MS: '1' };
  world = await openTestEndpoint({ clock: { now: () => new Date(nowMs) }, env });
  await world.drain();
  officer = await world.token('cyberAgency', 'publisher');
  browser = openVisitor(origin, world.url);
  for (const name of ['northGrid', 'riverWater'] as const)
    await plantEndpoint(world, name, { channel: 'MAIL', address: `desk@${name.toLowerCase()}.example` });
});
afterAll(() => world.close());

const inHours = (hours: number): string => new Date(nowMs + hours * HOUR_MS).toISOString();
const ask = (changes: Partial<WarningDraft> = {}, ...members: readonly CastName[]) =>
  publishBy(world, 'cyberAgency', {
    level: 'RECOMMENDATION',
    answerBy: inHours(10),
    audience: to(...(members.length === 0 ? (['northGrid'] as const) : members)),
    ...changes,
  });

const STEPS = `query($id: ID!) { warning(id: $id) { deliveries { edges { node {
  member { slug } isAnswerDue reminders { step at outside { slug } skipped } } } } } }`;
type Reminded = { step: string; outside: { slug: string } | null; skipped: string | null };
type Reminding = { node: { member: { slug: string } } };
const stepsOf = async (id: string, slug = 'north-grid'): Promise<string[]> => {
  const { warning } = (await world.ask(officer, STEPS, { id })).body.data;
  const { node } = warning.deliveries.edges.find((each: Reminding) => each.node.member.slug === slug);
  return node.reminders.map(({ step, outside, skipped }: Reminded) =>
    [step, outside?.slug, skipped].filter((each) => each != null).join(' '),
  );
};
const passed = async (hours: number): Promise<number> => {
  nowMs += hours * HOUR_MS;
  await remindMembers(world.hub);
  return remindMembers(world.hub);
};
const answer = async (name: CastName, warning: string, said: string) => {
  const query =
    'mutation($i: AcknowledgeWarningInput!) { acknowledgeWarning(input: $i) { refusals { code } } }';
  await world.ask(await world.token(name, 'analyst'), query, { i: { warning, answer: said } });
};
const entriesOf = (warning: string) =>
  world.hub.entries.rows.find({ event: 'delivery.reminded', 'subject.warning': warning }).toArray();

test('a recommendation reminds at half of the time and at its end, once each, and whoever answers no more', async () => {
  const id = await ask({}, 'northGrid', 'riverWater');
  expect(await passed(4)).toBe(0);
  expect(await stepsOf(id)).toEqual([]);
  await passed(1.5);
  expect(await stepsOf(id)).toEqual(['HALF']);
  await answer('riverWater', id, 'NOT_AFFECTED');
  await passed(5);
  await passed(100);
  expect(await stepsOf(id)).toEqual(['HALF', 'DUE']);
  expect(await stepsOf(id, 'river-water')).toEqual(['HALF']);
  // Two members at half, one at the end: and those that the publisher does not see.
  const entries = await entriesOf(id);
  expect(entries.filter(({ subject }) => subject.delivery !== undefined).length).toBeGreaterThanOrEqual(3);
  expect(new Set(entries.map(({ key }) => key)).size).toBe(entries.length);
});

test('a reminder that cannot be made holds up no other, is given up, and is made when it is retried', async () => {
  const { hub } = world;
  const broken = await ask({}, 'northGrid');
  const well = await ask({}, 'northGrid');
  const ofBroken = { warning: broken, member: CAST.northGrid.id };
  const row = await hub.deliveries.rows.findOne(ofBroken);
  await hub.deliveries.rows.updateOne(ofBroken, { $set: { 'asking.due': 'soon' } as never });
  await passed(5.5);
  expect(await stepsOf(well)).toEqual(['HALF']);
  for (let hour = 0; hour < 5; hour += 1) await passed(1);
  expect(await stepsOf(well)).toEqual(['HALF', 'DUE']);
  const [given] = (await listJobs(hub, false)).jobs;
  expect(given).toMatchObject({ job: 'remind-member', failures: 5, subject: { warning: broken } });
  await hub.deliveries.rows.updateOne(ofBroken, { $set: { 'asking.due': row?.asking?.due } as never });
  await passed(1);
  expect(await stepsOf(broken)).toEqual([]);
  expect(codes(await retryJob(hub, given?.id ?? ''))).toEqual([]);
  await passed(0);
  expect(await stepsOf(broken)).toEqual(['DUE']);
  expect((await listJobs(hub, true)).jobs).toEqual([]);
});

test('of what is over the hub reminds nobody, but its publisher may', async () => {
  const id = await ask({ validUntil: inHours(11) }, 'northGrid');
  // As an earlier release took it: over before its answer is due.
  await world.hub.warnings.rows.updateOne({ warning: id, isHead: true }, [
    { $set: { content: { $replaceAll: { input: '$content', find: inHours(11), replacement: inHours(3) } } } },
  ] as never);
  await passed(11);
  expect(await stepsOf(id)).toEqual([]);
  const query = `mutation($input: RemindRecipientsInput!) { remindRecipients(input: $input) { reminded } }`;
  const input = { warning: id, members: ['north-grid'] };
  expect((await world.ask(officer, query, { input })).body.data.remindRecipients).toEqual({ reminded: 1 });
  await passed(0);
  expect(await stepsOf(id)).toEqual(['ASKED']);
});

test('who may not read it for a while is reminded afterwards, and owes an answer all the time', async () => {
  const id = await ask({}, 'northGrid');
  await world.hub.members.save({ ...CAST.northGrid, standing: 'SUSPENDED', isActive: false });
  await passed(6);
  const row = () => world.hub.deliveries.rows.findOne({ warning: id, member: CAST.northGrid.id });
  expect(await row()).toMatchObject({ isOpen: true });
  await world.hub.members.save(CAST.northGrid);
  world.hub.directory.forget();
  await passed(1);
  expect(await stepsOf(id)).toEqual(['HALF']);
});

test('who looks into it is left alone until the end, and a step that was missed is not made up for', async () => {
  const id = await ask();
  await answer('northGrid', id, 'INVESTIGATING');
  await passed(6);
  expect(await stepsOf(id)).toEqual([]);
  await passed(5);
  expect(await stepsOf(id)).toEqual(['DUE']);
  const late = await ask();
  await passed(11);
  expect(await stepsOf(late)).toEqual(['DUE']);
});

test('an essential action goes on to the alternates, then to the member outside that may read it itself', async () => {
  const level = { level: 'ESSENTIAL_ACTION' as const };
  const publish = async (...members: readonly CastName[]) => {
    const id = await ask({}, ...members);
    // As if a second person had approved it: what follows from the level is what is tested here.
    const rows = { warning: id, version: 1 };
    await world.hub.deliveries.rows.updateMany(rows, { $set: { 'asking.for': level.level } });
    return id;
  };
  // However late the first step is taken, the others come an hour each after the one before.
  const toTheEnd = async (id: string) => {
    await passed(15);
    await passed(0.9);
    expect(await stepsOf(id)).toEqual(['DUE']);
    await passed(0.2);
    expect((await stepsOf(id)).slice(0, -1)).toEqual(['DUE']);
    await passed(1.1);
  };
  const bare = await publish('northGrid', 'energyCentre');
  await toTheEnd(bare);
  expect(await stepsOf(bare)).toEqual(['DUE', 'ALTERNATES', 'OUTSIDE MAY_NOT_READ']);
  await plantPersons(world.hub, ['north-grid/night'], { roles: ['analyst'], credentials: 1 });
  world.hub.directory.forget();
  const admin = await world.actor('northGrid', 'member-admin');
  const plan = { alternates: ['north-grid/night'], outside: 'energy-centre' };
  expect((await changeAnswerPlan(world.hub, admin, plan)).ok).toBe(true);
  const unreached = await publish('northGrid', 'energyCentre');
  await toTheEnd(unreached);
  expect(await stepsOf(unreached)).toEqual(['DUE', 'ALTERNATES', 'OUTSIDE energy-centre NOBODY_REACHED']);
  const { person } = await world.actor('northGrid', 'analyst', 'north-grid/night');
  await plantEndpoint(world, 'northGrid', { channel: 'MAIL', address: 'night@north.example', person });
  await plantEndpoint(world, 'energyCentre', { channel: 'MAIL', address: 'desk@centre.example' });
  const both = await publish('northGrid', 'energyCentre');
  await passed(10.5);
  expect(await stepsOf(both)).toEqual(['DUE']);
  await passed(1.1);
  expect(await stepsOf(both)).toEqual(['DUE', 'ALTERNATES']);
  await passed(1.1);
  expect(await stepsOf(both)).toEqual(['DUE', 'ALTERNATES', 'OUTSIDE energy-centre']);
  // That one of whom its publisher may not know was told is told as that none was.
  await world.hub.members.save({ ...CAST.energyCentre, isUnlisted: true });
  world.hub.directory.forget();
  expect((await stepsOf(both)).at(-1)).toBe('OUTSIDE MAY_NOT_READ');
  await world.hub.members.save(CAST.energyCentre);
  world.hub.directory.forget();
  const alone = await publish('northGrid');
  await toTheEnd(alone);
  expect((await stepsOf(alone)).at(-1)).toBe('OUTSIDE MAY_NOT_READ');
});

test('its publisher reminds those that it names, or all, also those that it does not see', async () => {
  const id = await ask({}, 'northGrid', 'riverWater');
  const query = `mutation($input: RemindRecipientsInput!) { remindRecipients(input: $input) { reminded refusals { code path } } }`;
  const remind = async (input: object, token = officer) =>
    (await world.ask(token, query, { input: { warning: id, ...input } })).body.data.remindRecipients;
  expect(await remind({ members: ['city-hospital'] })).toMatchObject({
    reminded: null,
    refusals: [{ code: 'NOT_FOUND', path: '$.members[0]' }],
  });
  expect(await remind({ members: ['river-water'] })).toEqual({ reminded: 1, refusals: [] });
  expect((await remind({})).refusals).toEqual([{ code: 'REMINDED_LATELY', path: '$.warning' }]);
  // Nobody is looked for any more, however many have it.
  expect((await remind({ members: ['city-hospital'] })).refusals).toEqual([
    { code: 'REMINDED_LATELY', path: '$.warning' },
  ]);
  await remindMembers(world.hub);
  expect([await stepsOf(id), await stepsOf(id, 'river-water')]).toEqual([[], ['ASKED']]);
  nowMs += HOUR_MS / 2;
  // The hospital depends on the grid, as it declared itself.
  expect(await remind({})).toEqual({ reminded: 2, refusals: [] });
  await remindMembers(world.hub);
  const rows = await world.hub.deliveries.rows.find({ warning: id }).toArray();
  const hospital = rows.find(({ member }) => member === CAST.cityHospital.id);
  expect(hospital).toMatchObject({ isListed: false, reminders: [{ step: 'ASKED' }] });
  expect((await remind({}, await world.token('northGrid', 'publisher'))).refusals).toEqual([
    { code: 'NOT_THE_PUBLISHER', path: '$.id' },
  ]);
  const silent = await publishBy(world, 'cyberAgency', { audience: to('northGrid') });
  expect((await remind({ warning: silent })).refusals).toEqual([
    { code: 'ANSWER_NOT_ASKED', path: '$.warning' },
  ]);
});

test('what waits for an answer is one list, the earliest first', async () => {
  const query = '{ toAnswer { id } }';
  const grid = await world.token('metroRail', 'analyst');
  const ids = async () =>
    (await world.ask(grid, query)).body.data.toAnswer.map(({ id }: { id: string }) => id);
  const later = await ask({ answerBy: inHours(9) }, 'metroRail');
  const sooner = await ask({ answerBy: inHours(3) }, 'metroRail');
  expect(await ids()).toEqual([sooner, later]);
  await answer('metroRail', sooner, 'ACTED');
  expect(await ids()).toEqual([later]);
});

test('a reminder goes to the endpoints by which the warning went, and says nothing above their ceiling', async () => {
  const mail = await plantEndpoint(world, 'southGrid', { channel: 'MAIL', address: 'desk@south.example' });
  const id = await ask({ marking: 'AMBER', headline: 'Zanzibar waits' }, 'southGrid');
  await passed(6);
  const rows = await world.hub.channelDeliveries.rows
    .find({ endpoint: mail.id, occasion: 'REMINDER' })
    .toArray();
  expect(rows).toMatchObject([{ warning: id, version: 1, state: 'PENDING', details: { step: 'HALF' } }]);
  expect(JSON.stringify(rows)).not.toContain('Zanzibar');
});

const LINK = `mutation($input: CreateAnswerLinkInput!) { createAnswerLink(input: $input) { url refusals { code path } } }`;
const linkFor = async (warning: string, more: object = {}): Promise<string> => {
  const analyst = await world.token('northGrid', 'analyst');
  const { createAnswerLink } = (await world.ask(analyst, LINK, { input: { warning, ...more } })).body.data;
  expect(createAnswerLink.refusals).toEqual([]);
  return createAnswerLink.url;
};
const tokenIn = (url: string): string => new URL(url).searchParams.get('link') ?? '';

test('a link shows by GET, answers by POST once, and above GREEN shows the number alone', async () => {
  const open = await ask({ marking: 'GREEN', headline: 'Open to all' });
  const url = await linkFor(open);
  const path = `/answer?link=${tokenIn(url)}`;
  for (const turn of [1, 2]) {
    const page = await browser.get(path);
    expect([turn, page.status]).toEqual([turn, 200]);
    expect(page.text).toContain('Open to all');
  }
  expect(await stepsOf(open)).toEqual([]);
  const form = { link: tokenIn(url), answer: 'AFFECTED', note: 'By mail' };
  expect((await browser.send('/answer', { ...form, answer: 'NONSENSE' })).status).toBe(400);
  expect((await browser.send('/answer', form)).text).toContain('it affects us');
  const again = await browser.send('/answer', { ...form, answer: 'NEED_HELP' });
  expect([again.status, again.text.includes('LINK_USED') || again.text.includes('works once')]).toEqual([
    404,
    true,
  ]);
  const row = await world.hub.deliveries.rows.findOne({ warning: open, member: CAST.northGrid.id });
  expect(row).toMatchObject({ answer: 'AFFECTED', note: 'By mail' });

  const admin = await world.actor('northGrid', 'member-admin');
  const sites = ['east', 'west'].map((slug) => ({ slug, name: `Station ${slug}` }));
  const whole = `/answer?link=${tokenIn(await linkFor(await ask({ marking: 'GREEN' })))}`;
  expect((await browser.get(whole)).text).not.toContain('for all');
  expect(codes(await changeAnswerPlan(world.hub, admin, { sites }))).toEqual([]);
  const page = await browser.get(whole);
  expect(page.text).toContain('the answer for all 2 sites of <bdi>North Grid</bdi>');
  expect(page.text).not.toContain('Station');
  expect(codes(await changeAnswerPlan(world.hub, admin, { sites: [] }))).toEqual([]);
  const closed = await ask({ marking: 'AMBER', headline: 'Zanzibar is hit' });
  const ofClosed = await browser.get(`/answer?link=${tokenIn(await linkFor(closed))}`);
  expect(ofClosed.text).toContain(closed);
  expect(ofClosed.text).not.toMatch(/zanzibar|cyber agency/i);
});

test('a link that is not ours, has expired, or is of somebody who may not read it any more has one answer', async () => {
  const id = await ask({ headline: 'Zanzibar' });
  const token = tokenIn(await linkFor(id));
  const flipped = `${token.slice(0, 30)}${token[30] === 'A' ? 'B' : 'A'}${token.slice(31)}`;
  const gets = async (link: string) => (await browser.get(`/answer?link=${link}`)).text;
  const invalid = await gets('x');
  expect(invalid).toContain('not valid here');
  expect(await gets(flipped)).toBe(invalid);
  await world.hub.members.save({ ...CAST.northGrid, standing: 'SUSPENDED', isActive: false });
  expect(await gets(token)).toBe(invalid);
  await world.hub.members.save(CAST.northGrid);
  world.hub.directory.forget();
  expect(await gets(token)).toContain('Zanzibar');
  nowMs += 15 * 24 * HOUR_MS;
  expect(await gets(token)).toBe(invalid);
  const analyst = await world.token('northGrid', 'analyst');
  const { createAnswerLink } = (
    await world.ask(analyst, LINK, { input: { warning: id, person: 'river-water/analyst' } })
  ).body.data;
  expect(createAnswerLink.refusals).toEqual([{ code: 'PERSON_UNKNOWN', path: '$.person' }]);
});

test('a link answers the version that it was made for, and never one that nobody saw', async () => {
  for (const isRecall of [false, true]) {
    const id = await ask({ marking: 'AMBER', headline: 'Zanzibar' });
    const token = tokenIn(await linkFor(id));
    const by = await world.actor('cyberAgency');
    const asked = { id, expectedVersion: 1, reason: 'It was wrong.' };
    const done = isRecall
      ? await recallWarning(world.hub, by, { ...asked, whatToDo: null, language: 'en' })
      : await cancelWarning(world.hub, by, asked);
    expect(codes(done)).toEqual([]);
    await world.drain();
    expect((await browser.get(`/answer?link=${token}`)).text).toContain('a newer version');
    const sent = await browser.send('/answer', { link: token, answer: 'ACTED' });
    expect([sent.status, sent.text.includes('a newer version')]).toEqual([404, true]);
    const rows = await world.hub.deliveries.rows.find({ warning: id, member: CAST.northGrid.id }).toArray();
    expect(rows.map(({ answer: said }) => said)).toEqual(rows.map(() => null));
  }
});

test('an answer by a link is done before a change of its rights is answered, or not at all (I8)', async () => {
  const id = await ask({ headline: 'Zanzibar' }, 'riverWater');
  const analyst = await world.token('riverWater', 'analyst');
  const made = (await world.ask(analyst, LINK, { input: { warning: id } })).body.data.createAnswerLink;
  const operator = await world.actor('cyberAgency', 'hub-operator');
  const { storage } = world.hub;
  const require = storage.require;
  const begun = Promise.withResolvers<void>();
  const goOn = Promise.withResolvers<void>();
  const done: string[] = [];
  storage.require = async (...of) => {
    storage.require = require;
    begun.resolve();
    await goOn.promise;
    return require(...of);
  };
  const answered = browser.send('/answer', { link: tokenIn(made.url), answer: 'ACTED' }).then((page) => {
    done.push('answered');
    return page;
  });
  await begun.promise;
  const suspended = suspendMember(world.hub, operator, 'river-water', 'It is unsafe.').then((outcome) => {
    done.push('suspended');
    return outcome;
  });
  // It is in the database, and waits for what is under way.
  const isActive = async () =>
    (await world.hub.members.all()).find(({ id: each }) => each === CAST.riverWater.id)?.isActive;
  while (await isActive());
  for (let looks = 0; looks < 20; looks += 1) expect([await isActive(), done]).toEqual([false, []]);
  goOn.resolve();
  expect((await answered).status).toBe(200);
  good(await suspended);
  const row = await world.hub.deliveries.rows.findOne({ warning: id, member: CAST.riverWater.id });
  expect(row).toMatchObject({ answer: 'ACTED' });
  good(await reinstateMember(world.hub, operator, 'river-water'));
});

test('a link is of who made it alone, and ends with the key that made it', async () => {
  const id = await ask({ marking: 'GREEN', headline: 'Zanzibar' });
  await plantPersons(world.hub, ['north-grid/analyst', 'north-grid/colleague'], { roles: ['analyst'] });
  const key = good(
    await createKey(world.hub, { member: 'north-grid', role: 'analyst', person: 'north-grid/analyst' }),
  );
  const link = async (person: string | null) =>
    (await world.ask(key.token, LINK, { input: { warning: id, person } })).body.data.createAnswerLink;
  for (const other of ['north-grid/colleague', 'north-grid/nobody'])
    expect((await link(other)).refusals).toEqual([{ code: 'PERSON_UNKNOWN', path: '$.person' }]);
  for (const own of ['analyst', ' North-Grid/Analyst']) expect((await link(own)).refusals).toEqual([]);
  const token = tokenIn((await link('north-grid/analyst')).url);
  expect((await browser.get(`/answer?link=${token}`)).text).toContain('Zanzibar');
  good(await revokeKey(world.hub, key.id));
  const invalid = (await browser.get('/answer?link=x')).text;
  expect((await browser.get(`/answer?link=${token}`)).text).toBe(invalid);
  expect((await browser.send('/answer', { link: token, answer: 'ACTED' })).status).toBe(404);
});
