// The audit trail: who opened and exported what, noted once a day and outside the reads; and who is shown which line.

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { personIdOf } from '../../../src/domain/access/former-name.ts';
import type { Actor, Role } from '../../../src/domain/member.ts';
import { openOpenings } from '../../../src/service/audit/note-openings.ts';
import { readLine, readTrail, type TrailPage } from '../../../src/service/audit/read-trail.ts';
import { recordAct } from '../../../src/service/audit/record-act.ts';
import { readWarning } from '../../../src/service/item/read-warning.ts';
import { changeMember } from '../../../src/service/member/change-member.ts';
import { keepDependency } from '../../../src/service/member/keep-dependency.ts';
import { CAST, type CastName } from '../../support/cast.ts';
import { openTestEndpoint, type TestEndpoint } from '../../support/endpoint.ts';
import { good } from '../../support/outcome.ts';
import { startProcess } from '../../support/processes.ts';
import { publishBy, to } from '../../support/publish.ts';

let now = new Date('2030-03-01T12:00:00.000Z');
let world: TestEndpoint;
let toGrid = '';
let secret = '';
let token = '';
beforeAll(async () => {
  world = await openTestEndpoint({ clock: { now: () => now } });
  token = await world.token('northGrid', 'analyst');
  toGrid = await publishBy(world, 'cyberAgency', { audience: to('northGrid', 'southGrid') });
  secret = await publishBy(world, 'cyberAgency', {
    marking: 'RED',
    audience: { alternatives: [{ persons: ['north-grid/analyst'] }], excludes: [] },
    allowEmptyAudience: true,
  });
  await world.drain();
});
afterAll(() => world.close());

const trail = async (
  actor: Actor,
  filter: Parameters<typeof readTrail>[2]['filter'] = {},
  after: string | null = null,
): Promise<TrailPage> => {
  const page = await readTrail(world.hub, actor, { first: 50, after, filter });
  if (!page.ok) throw new Error(JSON.stringify(page.problems));
  return page.value;
};
const events = async (actor: Actor, ...wanted: Parameters<typeof trail>[1][]) =>
  (await trail(actor, ...wanted)).lines.map(({ line }) => line.event);
const as = (name: CastName, role: Role, who: string = role) =>
  world.actor(name, role, `${CAST[name].slug}/${who}`);
const opened = async (name: CastName, who: string, warning: string): Promise<void> => {
  const openings = openOpenings(world.hub);
  const actor = await as(name, 'analyst', who);
  const item = await readWarning(world.hub, actor, warning);
  if (item === null) throw new Error('not readable');
  openings.note(actor, item, 'warning.opened');
  await openings.close();
};

/** As a person reads them: by which way in, from where, and which of several things an event stands for. */
const rowsOfAPerson = async (): Promise<void> => {
  const operator = await as('cyberAgency', 'hub-operator');
  const by = { ...operator, via: { way: 'OPENID_CONNECT', range: '203.0.113.0/24' } } as const;
  const lines = [
    { by, facts: { needsReview: true, stage: 'APPLICANT' } },
    { by, facts: { stage: 'REFUSED' } },
    { by: { ...by, via: { way: 'KEY', range: null } }, facts: { to: 'PROBATION', isAlone: true } },
  ] as const;
  await world.hub.members.change(async (session) => {
    for (const line of lines)
      await recordAct(
        world.hub,
        { ...line, event: 'member.advanced', members: [], subject: 'application--x' },
        session,
      );
  });
  const env = { TOCSIN_URL: world.url, TOCSIN_KEY: await world.token('cyberAgency', 'hub-operator') };
  const cli = startProcess('src/cli/main.ts', env, ['audit', 'list', '--event', 'member.advanced']);
  expect(await cli.ended()).toBe(0);
  const [head, ...rows] = cli.said();
  expect(head?.split(/ {2,}/)).toEqual(['AT', 'EVENT', 'BY', 'WAY', 'FROM', 'ABOUT']);
  // Written at one moment, so that their order is any.
  expect(
    rows
      .slice(0, 3)
      .map((row) => row.split(/ {2,}/).slice(1))
      .sort(),
  ).toEqual(
    [
      ['member.advanced, applicant, to review', 'openid connect', '203.0.113.0/24'],
      ['member.advanced, refused', 'openid connect', '203.0.113.0/24'],
      ['member.advanced, to probation, alone', 'key', '-'],
    ].map(([event, way, from]) => [event, 'cyber-agency/hub-operator', way, from, 'application--x']),
  );
};

describe('an opening', () => {
  test('is noted once for a person, version and day, whichever hub it is', async () => {
    const ask = (query: string) => world.ask(token, query, { id: toGrid });
    for (let time = 0; time < 3; time += 1)
      expect((await ask('query ($id: ID!) { warning(id: $id) { id bundle } }')).status).toBe(200);
    await ask('query ($id: ID!) { node(id: $id) { id } }');
    await world.get(token, `/warnings/${toGrid}`);
    // Its publisher's own reading is not noted, nor is a page of the feed.
    await world.ask(await world.token('cyberAgency'), `{ warning(id: "${toGrid}") { id } }`);
    await ask('{ feed { edges { node { id } } } }');
    // Two hubs note the same at once.
    await Promise.all([opened('northGrid', 'analyst', toGrid), opened('northGrid', 'analyst', toGrid)]);
    now = new Date(now.getTime() + 24 * 3_600_000);
    await opened('northGrid', 'analyst', toGrid);
    const unknown = await ask(
      '{ auditTrail(filter: { events: ["warning.opened", "tea.made"] }) { edges { cursor } } }',
    );
    expect(unknown.body.errors[0].extensions).toMatchObject({
      code: 'EVENT_UNKNOWN',
      path: '$.filter.events[1]',
    });
    // On the command line, as a spreadsheet opens it.
    const cli = startProcess(
      'src/cli/main.ts',
      { ...process.env, TOCSIN_URL: world.url, TOCSIN_KEY: token },
      ['audit', 'list', '--csv', '--person', 'north-grid/analyst'],
    );
    expect(await cli.ended()).toBe(0);
    const [head, first] = cli.said();
    expect(head).toMatch(/^id,at,event,by_member,/);
    expect(first).toContain(',warning.opened,north-grid,north-grid/analyst,');
    await rowsOfAPerson();
    await world.shut();
    const lines = await world.hub.acts.rows.find({ warning: toGrid }).sort({ _id: 1 }).toArray();
    expect(
      lines.map(({ event, at, byPerson }) => [event, at.toISOString().slice(8, 10), byPerson]).sort(),
    ).toEqual([
      ['warning.exported', '01', personIdOf('north-grid/analyst')],
      ['warning.opened', '01', personIdOf('north-grid/analyst')],
      ['warning.opened', '02', personIdOf('north-grid/analyst')],
    ]);
    // The entry binds the lines, and names nothing.
    const entries = await world.hub.entries.rows.find({ event: 'warning.opened' }).toArray();
    expect(entries.length).toBeGreaterThan(0);
    for (const { subject, work } of entries) expect([subject, work]).toEqual([{}, 'DONE']);
  });

  test('is shown to its publisher as the member alone, and only of recipients that it may know', async () => {
    await opened('southGrid', 'bo', toGrid);
    // Reached by a dependency that it declared: its publisher does not know of it until it answers.
    await opened('cityHospital', 'cy', toGrid);
    const publisher = await as('cyberAgency', 'publisher');
    const { lines } = await trail(publisher, { events: ['warning.opened'] });
    expect(new Set(lines.map(({ line }) => line.byMember?.slug))).toEqual(
      new Set(['north-grid', 'south-grid']),
    );
    for (const { line } of lines)
      expect([line.byPerson, line.byKey, line.way, line.range, line.members]).toEqual([
        null,
        null,
        null,
        null,
        [],
      ]);
    const [hidden] = await world.hub.acts.rows.find({ byMember: CAST.cityHospital.id }).toArray();
    expect(await readLine(world.hub, publisher, hidden?._id ?? '')).toBeNull();
    expect(await events(await as('northGrid', 'publisher'))).toEqual([]);
  });

  test('is not told by a filter by person, which finds no more than lines show', async () => {
    const publisher = await as('cyberAgency', 'publisher');
    for (const person of ['north-grid/analyst', 'south-grid/bo', 'cyber-agency/publisher', 'no/body'])
      expect(await trail(publisher, { person, events: ['warning.opened'] })).toEqual({
        ...{ lines: [], hasNextPage: false, endCursor: null },
      });
    const admin = await as('northGrid', 'member-admin');
    expect(await events(admin, { person: 'north-grid/analyst' })).toContain('warning.opened');
  });

  test('is shown to the administrator of who opened it, if that may read the warning', async () => {
    const admin = await as('northGrid', 'member-admin');
    const { lines } = await trail(admin, { warning: toGrid });
    expect(lines.map(({ line }) => [line.byPerson, line.byMember?.slug, line.way])).toEqual(
      Array(3).fill(['north-grid/analyst', 'north-grid', 'KEY']),
    );
    expect(JSON.stringify(lines)).not.toContain(CAST.cyberAgency.id);
    await opened('northGrid', 'analyst', secret);
    // The administrator is not among the persons that the warning names.
    expect(await events(admin, { warning: secret })).toEqual([]);
    expect(await events(await as('northGrid', 'analyst'), { warning: secret })).toEqual(['warning.opened']);
    expect(await events(await as('southGrid', 'member-admin'), { warning: secret })).toEqual([]);
  });
});

describe('what is administered', () => {
  test('is shown to those whom it concerns and to operators, without others’ keys and networks', async () => {
    const by: Actor = {
      ...(await as('cyberAgency', 'hub-operator', 'op')),
      via: { way: 'PASSKEY', range: '198.51.100.0/24' },
    };
    await world.hub.members.change((session) =>
      recordAct(
        world.hub,
        { event: 'member.suspended', by, members: [CAST.southGrid.id], facts: { state: 'SUSPENDED' } },
        session,
      ),
    );
    const about = { events: ['member.suspended' as const] };
    const [mine] = (await trail(await as('southGrid', 'member-admin'), about)).lines;
    expect(mine?.line).toMatchObject({
      byKey: null,
      range: null,
      way: 'PASSKEY',
      facts: { state: 'SUSPENDED' },
    });
    const [all] = (await trail(await as('cyberAgency', 'hub-operator', 'other'), about)).lines;
    expect(all?.line).toMatchObject({ byPerson: personIdOf('cyber-agency/op'), range: '198.51.100.0/24' });
    expect(await events(await as('northGrid', 'member-admin'), about)).toEqual([]);
    expect(await events(await as('southGrid', 'analyst'), about)).toEqual([]);
    // An operator sees administration and no content.
    expect(await events(await as('cyberAgency', 'hub-operator', 'other'), { warning: toGrid })).toEqual([]);
  });

  test('does not say of another member what it alone declares', async () => {
    const { hub } = world;
    const admin = await as('southGrid', 'member-admin');
    good(await changeMember(hub, admin, null, { clients: ['small-gas'], optsOutOfCascade: true }));
    good(await changeMember(hub, admin, null, { clients: [], website: 'https://south-grid.example' }));
    const need = { provider: 'north-grid', service: 'Power', strength: 1, redundancy: 0, bufferHours: null };
    good(await keepDependency(hub, admin, need));
    // Of one instant they come in any order.
    const changes = async (reader: Actor) =>
      (await trail(reader, { events: ['member.changed'] })).lines
        .map(({ line }) => [line.facts['changed'] ?? []].flat().map(String).sort().join())
        .sort();
    expect(await changes(admin)).toEqual(['clients,optsOutOfCascade', 'clients,website', 'dependencies']);
    const operator = await as('cyberAgency', 'hub-operator', 'other');
    expect(await changes(operator)).toEqual(['website']);
    expect(await changes({ ...operator, member: admin.member })).toHaveLength(3);
  });

  test('is not told with members that are unlisted to the reader', async () => {
    await world.hub.members.save({ ...CAST.riverWater, isUnlisted: true });
    const act = {
      event: 'member.sponsored' as const,
      by: await as('riverWater', 'member-admin'),
      members: [CAST.metroRail.id, CAST.riverWater.id],
      facts: { outside: CAST.riverWater.id, managers: [personIdOf('river-water/member-admin')], sponsors: 2 },
    };
    await world.hub.members.change((session) => recordAct(world.hub, act, session));
    world.hub.directory.forget();
    const about = { events: ['member.sponsored' as const] };
    const [line] = (await trail(await as('metroRail', 'member-admin'), about)).lines;
    expect(line?.line).toMatchObject({ byMember: null, byPerson: null, facts: { sponsors: 2 } });
    expect(JSON.stringify(line)).not.toMatch(new RegExp(`river-water|${CAST.riverWater.id}`));
    const [told] = (await trail(await as('cyberAgency', 'hub-operator', 'op'), about)).lines;
    expect(told?.line.byMember?.slug).toBe('river-water');
  });
});

test('pages go on behind what is not shown, and a cursor is of one member', async () => {
  const admin = await as('southGrid', 'member-admin');
  const { hub } = world;
  const first = await readTrail(hub, admin, { first: 1, after: null, filter: {} });
  const cursor = first.ok ? (first.value.endCursor ?? '') : '';
  const next = await readTrail(hub, admin, { first: 50, after: cursor, filter: {} });
  const whole = await trail(admin);
  expect(first.ok && next.ok && [...first.value.lines, ...next.value.lines]).toEqual(whole.lines);
  const other = await readTrail(hub, await as('northGrid', 'member-admin'), {
    first: 1,
    after: cursor,
    filter: {},
  });
  expect(!other.ok && other.problems.map(({ code, path }) => `${code} ${path}`)).toEqual([
    'CURSOR_INVALID $.after',
  ]);
});
