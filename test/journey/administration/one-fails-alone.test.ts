// What is wrong with one proposal, person, applicant, member or warning stops none of the others of a daily job: it is noted, listed
// with the jobs, and done once it can be.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { personIdOf } from '../../../src/domain/access/former-name.ts';
import type { Hub } from '../../../src/hub.ts';
import { expireProposals } from '../../../src/service/approval/expire-proposals.ts';
import { propose } from '../../../src/service/approval/propose.ts';
import { acknowledgeWarning } from '../../../src/service/delivery/acknowledge-warning.ts';
import { listJobs } from '../../../src/service/job/list-jobs.ts';
import { applyFor } from '../../../src/service/member/admission/apply.ts';
import { passTime } from '../../../src/service/member/pass-time.ts';
import { retirePersons } from '../../../src/service/person/retire-persons.ts';
import { applyRetention } from '../../../src/service/retention/apply-retention.ts';
import { APPLICATIONS } from '../../../src/store/partnership/applications.ts';
import { keepRetention } from '../../../workers/upkeep/keep-retention.ts';
import { CAST } from '../../support/cast.ts';
import { openTestHub, type TestHub } from '../../support/hub.ts';
import { good } from '../../support/outcome.ts';
import { plantPersons } from '../../support/persons.ts';
import { publishBy, to } from '../../support/publish.ts';

const DAY_MS = 24 * 3_600_000;
const BEGAN = Date.parse('2030-01-01T12:00:00.000Z');
let now = new Date(BEGAN);
const atDay = (days: number): void => {
  now = new Date(BEGAN + days * DAY_MS);
};
let world: TestHub;
beforeAll(async () => {
  world = await openTestHub({ clock: { now: () => now } });
});
afterAll(() => world.close());

const operator = () => world.actor('cyberAgency', 'hub-operator', 'cyber-agency/ann');

type Part = Readonly<Record<string, (...args: unknown[]) => Promise<unknown>>>;

/** A hub whose part fails for one of them. */
const failing = <Name extends keyof Hub>(
  name: Name,
  act: keyof Hub[Name],
  isPoisoned: (id: unknown) => boolean,
): Hub => {
  const part = world.hub[name] as unknown as Part;
  const real = part[String(act)];
  if (real === undefined) throw new Error('there is no such act');
  const poisoned = (...args: unknown[]): Promise<unknown> => {
    const [first] = args;
    const id = typeof first === 'object' && first !== null && 'id' in first ? first.id : first;
    return isPoisoned(id) ? Promise.reject(new Error('this one is broken')) : real(...args);
  };
  return { ...world.hub, [name]: { ...part, [act]: poisoned } };
};
const failures = async (job: string): Promise<number> =>
  (await listJobs(world.hub, true)).jobs.filter((each) => each.job === job).length;

test('proposals expire around one that cannot', async () => {
  const asked = (reason: string) => ({
    kind: 'PLACE_HOLD',
    payload: { scope: 'EVERYTHING', target: null, reason },
  });
  const [first, other] = [
    good(await propose(world.hub, await operator(), asked('One'))).id,
    good(await propose(world.hub, await operator(), asked('Two'))).id,
  ];
  atDay(8);
  expect(await expireProposals(failing('proposals', 'decide', (id) => id === first))).toBe(1);
  expect((await world.hub.proposals.byId(other))?.state).toBe('EXPIRED');
  expect((await world.hub.proposals.byId(first))?.state).toBe('OPEN');
  expect(await failures('expire-proposal')).toBe(1);
  atDay(9);
  expect(await expireProposals(world.hub)).toBe(1);
  expect(await failures('expire-proposal')).toBe(0);
});

test('persons are warned around one that cannot be', async () => {
  const idle = ['north-grid/idle', 'south-grid/idle'];
  await plantPersons(world.hub, idle, { roles: ['analyst'], createdAt: new Date(0) });
  const [broken = ''] = idle.map(personIdOf);
  expect(await retirePersons(failing('persons', 'byId', (id) => id === broken))).toMatchObject({
    dormant: 0,
  });
  const people = await world.hub.persons.all();
  expect(
    people
      .filter(({ handle }) => handle === 'idle')
      .map(({ id, warnedAt }) => [id === broken, warnedAt === null])
      .sort(),
  ).toEqual([
    [false, false],
    [true, true],
  ]);
  expect(await failures('retire-person')).toBe(1);
  now = new Date(now.getTime() + DAY_MS);
  expect((await retirePersons(world.hub)).warned).toBe(1);
  expect(await failures('retire-person')).toBe(0);
});

test('probations end around one that cannot', async () => {
  const { hub } = world;
  const [north, south] = [CAST.northGrid.id, CAST.southGrid.id];
  const since = new Date(now.getTime() - 100 * DAY_MS);
  for (const each of await hub.members.all())
    if ([north, south].includes(each.id))
      await hub.members.save({ ...each, standing: 'PROBATION', probationSince: since, probationEndsAt: now });
  good(
    await applyFor(hub, await world.actor('riverWater', 'member-admin'), {
      ...{ slug: 'dam', name: 'Dam', kind: 'OPERATOR', country: 'XA', countries: [] },
      ...{ sectors: ['energy/electricity'], contact: 'Ann' },
    }),
  );
  await passTime(failing('members', 'byId', (id) => id === north));
  const standings = async () =>
    (await hub.members.all()).filter(({ id }) => [north, south].includes(id)).map(({ standing }) => standing);
  expect((await standings()).sort()).toEqual(['MEMBER', 'PROBATION']);
  // What brings an application on and what admits it fail each by itself.
  await hub.database.collection(APPLICATIONS).updateMany({}, { $set: { verifiedAt: now } });
  const [waiting] = await hub.applications.open();
  await passTime(failing('applications', 'byId', (id) => id === waiting?.id));
  expect([await failures('advance-applicant'), await failures('admit-applicant')]).toEqual([1, 1]);
  expect(await failures('age-member')).toBe(1);
  now = new Date(now.getTime() + DAY_MS);
  await passTime(hub);
  expect(await standings()).toEqual(['MEMBER', 'MEMBER']);
  expect(await failures('age-member')).toBe(0);
});

test('what is beyond its time goes around one that cannot, and every class has its turn', async () => {
  const { hub } = world;
  const at = new Date(now.getTime() + DAY_MS).toISOString();
  const ended = { validUntil: at, audience: to('northGrid') };
  const [first, other] = [
    await publishBy(world, 'cyberAgency', ended),
    await publishBy(world, 'cyberAgency', ended),
  ];
  await world.drain();
  now = new Date(now.getTime() + 2_000 * DAY_MS);
  const isFirst = (given: unknown): boolean =>
    typeof given === 'object' && given !== null && 'warning' in given && given.warning === first;
  const broken = failing('removedWarnings', 'remove', isFirst);
  expect(await applyRetention(broken)).toMatchObject({ WARNINGS: 1 });
  expect(await hub.warnings.head(other)).toBeNull();
  expect(await hub.warnings.head(first)).not.toBeNull();
  expect(await failures('apply-retention')).toBe(1);
  // A class that fails as a whole, and a step before it.
  now = new Date(now.getTime() + 2 * DAY_MS);
  const worse = failing('wornOut', 'proposals', () => true);
  const worst = {
    ...worse,
    warnings: { ...hub.warnings, endedBefore: () => Promise.reject(new Error('broken')) },
  };
  await keepRetention(worst, new AbortController().signal);
  expect(await hub.warnings.head(first)).toBeNull();
  expect((await hub.acts.last('retention.applied'))?.facts).toMatchObject({ WARNINGS: 1, PROPOSALS: 0 });
  expect((await listJobs(hub, true)).jobs.map(({ job }) => job)).toEqual(['apply-retention']);
  // However often it fails, it has its turn at each run, and is listed no more once it is done.
  let asked = 0;
  const always = failing('wornOut', 'proposals', () => {
    asked += 1;
    return true;
  });
  for (let run = 1; run <= 7; run += 1) {
    now = new Date(now.getTime() + DAY_MS);
    await applyRetention(always);
    expect(asked).toBe(run);
  }
  expect(await failures('apply-retention')).toBe(1);
  await applyRetention(hub);
  expect(await failures('apply-retention')).toBe(0);
});

test('a hold on a member keeps the warnings that it answered, until it is lifted', async () => {
  const { hub } = world;
  const at = new Date(now.getTime() + DAY_MS).toISOString();
  const warning = await publishBy(world, 'cyberAgency', { validUntil: at, audience: to('northGrid') });
  await world.drain();
  const answer = { warning, answer: 'AFFECTED', note: 'Gateway 7' } as const;
  await acknowledgeWarning(hub, await world.actor('northGrid', 'analyst'), answer);
  const hold = {
    id: 'hold--1',
    scope: 'MEMBER',
    target: CAST.northGrid.id,
    member: CAST.cyberAgency.id,
  } as const;
  await hub.database.transaction((session) =>
    hub.holds.place(
      { ...hold, reason: 'Evidence', placedAt: now, placedBy: 'x', liftedAt: null, liftedBy: null },
      session,
    ),
  );
  now = new Date(now.getTime() + 2_000 * DAY_MS);
  expect(await applyRetention(hub)).toMatchObject({ WARNINGS: 0 });
  expect(await hub.deliveries.rows.findOne({ warning, member: CAST.northGrid.id })).toMatchObject({
    note: 'Gateway 7',
  });
  await hub.database.transaction((session) => hub.holds.lift('hold--1', { at: now, proposal: 'y' }, session));
  expect(await applyRetention(hub)).toMatchObject({ WARNINGS: 1 });
  expect(await hub.deliveries.rows.countDocuments({ warning })).toBe(0);
});

const holdOn = (person: string) =>
  world.hub.database.transaction((session) =>
    world.hub.holds.place(
      {
        ...{ id: `hold--${person}`, scope: 'PERSON', target: person, member: CAST.northGrid.id },
        ...{ reason: 'Evidence', placedAt: now, placedBy: 'x', liftedAt: null, liftedBy: null },
      },
      session,
    ),
  );

test('a hold keeps the warnings of which a member or a person said something else than the answer that stands', async () => {
  const { hub } = world;
  const at = new Date(now.getTime() + DAY_MS).toISOString();
  const publish = () => publishBy(world, 'cyberAgency', { validUntil: at, audience: to('northGrid') });
  const [seen, answered, helped] = [await publish(), await publish(), await publish()];
  await world.drain();
  const member = CAST.northGrid.id;
  const by = (name: string) => `person--${name}`;
  await hub.feedback.save({
    ...{ warning: seen, member, isUseful: null, sighting: 'SEEN_WITH_DETAILS' },
    ...{ details: 'Gateway 7', by: by('seen'), at: now },
  });
  const answers = ['answered', 'later'].map((name) => ({
    answer: 'AFFECTED',
    note: name,
    by: by(name),
    at: now,
  }));
  await hub.deliveries.rows.updateOne({ warning: answered, member }, {
    $set: { state: 'ACKNOWLEDGED', acknowledgedAt: now, acknowledgedBy: by('later'), answers },
  } as object);
  const party = { member, person: by('helped') };
  await hub.cases.rows.insertOne({
    ...{ _id: 'case--1', warning: helped, version: 1, delivery: 'x', exercise: null, state: 'CLOSED' },
    ...{ member: CAST.cyberAgency.id, publisher: CAST.cyberAgency.id, owner: CAST.cyberAgency.id },
    ...{ openedAt: now, dueAt: now, takenAt: null, takenBy: null, closedAt: now },
    notes: [{ ...party, text: 'x', at: now }],
  });
  for (const name of ['seen', 'answered', 'helped']) await holdOn(by(name));
  now = new Date(now.getTime() + 2_000 * DAY_MS);
  const kept = async () =>
    Promise.all([seen, answered, helped].map(async (each) => (await hub.warnings.head(each)) !== null));
  await applyRetention(hub);
  expect(await kept()).toEqual([true, true, true]);
  expect((await hub.deliveries.rows.findOne({ warning: answered, member }))?.answers).toEqual(answers);
  expect(await hub.cases.byId('case--1')).not.toBeNull();
  for (const name of ['seen', 'answered', 'helped'])
    await hub.database.transaction((session) =>
      hub.holds.lift(`hold--${by(name)}`, { at: now, proposal: 'y' }, session),
    );
  await applyRetention(hub);
  expect(await kept()).toEqual([false, false, false]);
});
