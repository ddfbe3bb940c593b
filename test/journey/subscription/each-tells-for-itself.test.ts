// Several subscriptions at one endpoint: none takes from another what that one asks for, whatever is paused, ended or expires. And
// what waits, at a paused endpoint or for another attempt, comes as it should or not at all.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Endpoint } from '../../../src/domain/channel/endpoint.ts';
import type { Actor } from '../../../src/domain/member.ts';
import { changeEndpoint } from '../../../src/service/channel/endpoint/change-endpoint.ts';
import {
  changeSubscription,
  createSubscription,
  endSubscription,
  pauseSubscription,
  resumeSubscription,
} from '../../../src/service/subscription/keep-subscription.ts';
import { unsubscribe } from '../../../src/service/subscription/unsubscribe.ts';
import { updateWarning } from '../../../src/service/warning/update-warning.ts';
import { plantEndpoint } from '../../support/channels/endpoints.ts';
import { draft, type TestHub } from '../../support/hub.ts';
import { good } from '../../support/outcome.ts';
import { letSignIn } from '../../support/publish.ts';
import {
  LATER,
  openReaderWithMail,
  type ReaderWithMail,
} from '../../support/subscription/reader-with-mail.ts';

const HOUR_MS = 3_600_000;

let reader: ReaderWithMail;
let world: TestHub;
let ann: Actor;
beforeAll(async () => {
  reader = await openReaderWithMail();
  ({ world, ann } = reader);
});
afterAll(() => world.close());

const pass = (hours: number): void => reader.pass(hours);
const plant = (): Promise<Endpoint> => reader.plant();
const subscribe: ReaderWithMail['subscribe'] = (...given) => reader.subscribe(...given);
const work = (): Promise<void> => reader.work();
const days = (count: number): Promise<void> => reader.days(count);
const publish: ReaderWithMail['publish'] = (...given) => reader.publish(...given);
const cameTo: ReaderWithMail['cameTo'] = (...given) => reader.cameTo(...given);
const extreme = { urgency: 'IMMEDIATE', severity: 'EXTREME' } as const;

describe('of two subscriptions at one endpoint', () => {
  test('a pause of the older stops nothing that the younger asks for', async () => {
    const mail = await plant();
    const older = await subscribe(mail);
    await subscribe(mail, { name: 'The same' });
    good(await pauseSubscription(world.hub, ann, { id: older, until: null }));
    await publish('While one is paused');
    await work();
    await days(1);
    expect(cameTo(mail, 'While one is paused')).toEqual(['digest']);
    await publish('Before both are paused');
    await work();
    good(await resumeSubscription(world.hub, ann, older));
    await days(3);
    expect(cameTo(mail, 'Before both are paused')).toEqual(['digest']);
    expect(cameTo(mail, 'While one is paused')).toEqual(['digest']);
  });

  test('what waits for one that is paused meanwhile is handed to the other', async () => {
    const mail = await plant();
    const older = await subscribe(mail);
    await subscribe(mail, { name: 'Later', hour: 18 });
    await publish('Waits, then paused');
    await work();
    good(await pauseSubscription(world.hub, ann, { id: older, until: null }));
    await days(2);
    expect(cameTo(mail, 'Waits, then paused')).toEqual(['digest']);
  });

  test('what waits for a paused one that is alone waits, and comes as it goes on', async () => {
    const mail = await plant();
    const only = await subscribe(mail);
    await publish('Waits alone');
    await work();
    good(await pauseSubscription(world.hub, ann, { id: only, until: null }));
    await days(3);
    expect(cameTo(mail, 'Waits alone')).toEqual([]);
    good(await resumeSubscription(world.hub, ann, only));
    await days(2);
    expect(cameTo(mail, 'Waits alone')).toEqual(['digest']);
  });

  test('the end of the older takes nothing along, and what only it asked for ends', async () => {
    const mail = await plant();
    const older = await subscribe(mail);
    await subscribe(mail, { name: 'Severe', filter: { severities: ['SEVERE'] } });
    await publish('Asked for twice', { severity: 'SEVERE' });
    await publish('Asked for once');
    await work();
    good(await endSubscription(world.hub, ann, older));
    await days(3);
    expect(cameTo(mail, 'Asked for twice')).toEqual(['digest']);
    expect(cameTo(mail, 'Asked for once')).toEqual([]);
  });

  test('what is handed to one that tells at once keeps its limit of an hour', async () => {
    const mail = await plant();
    const daily = await subscribe(mail, { hour: 18 });
    for (let at = 0; at < 5; at += 1) await publish(`Handed over ${at}`);
    await work();
    pass(1);
    const atOnce = await subscribe(mail, { name: 'At once', cadence: 'AT_ONCE', mostPerHour: 2 });
    good(await endSubscription(world.hub, ann, daily));
    await work();
    const came = (): string[] => [0, 1, 2, 3, 4].flatMap((at) => cameTo(mail, `Handed over ${at}`)).sort();
    expect(came()).toEqual(['single', 'single']);
    pass(1);
    await work();
    expect(came()).toEqual(['digest', 'digest', 'digest', 'single', 'single']);
    good(await endSubscription(world.hub, ann, atOnce));
  });

  test('the daily one is not kept waiting by the weekly one', async () => {
    const mail = await plant();
    await subscribe(mail, { cadence: 'WEEKLY', weekday: 1 });
    await subscribe(mail, { name: 'Daily' });
    await publish('Not next week');
    await work();
    await days(1);
    expect(cameTo(mail, 'Not next week')).toEqual(['digest']);
    await days(8);
    expect(cameTo(mail, 'Not next week')).toEqual(['digest']);
  });
});

test('what came before a subscription expires comes at its end', async () => {
  const mail = await plant();
  await subscribe(mail, { expiresAt: new Date(reader.now().getTime() + 2 * HOUR_MS) });
  await publish('Before it expires');
  await work();
  expect(cameTo(mail, 'Before it expires')).toEqual([]);
  pass(3);
  await publish('After it expired');
  await work();
  await days(3);
  expect(cameTo(mail, 'Before it expires')).toEqual(['digest']);
  expect(cameTo(mail, 'After it expired')).toEqual([]);
});

describe('at a paused endpoint', () => {
  const red = { marking: 'RED', audience: { alternatives: [{ persons: ['south-grid/ann'] }], excludes: [] } };

  test.each(['with a subscription', 'after the link of a message', 'without any'])(
    'what comes by itself waits as it is, %s',
    async (how) => {
      const mail = await plant();
      if (how !== 'without any') await subscribe(mail, { hour: 8 });
      if (how === 'after the link of a message') expect(await unsubscribe(world.hub, mail.id)).toBe(1);
      good(await changeEndpoint(world.hub, ann, mail.id, { isPaused: true }));
      await publish(`Extreme ${how}`, extreme);
      const forAnn = await publish('For Ann alone', { ...extreme, ...red });
      await work();
      await days(1);
      const came = (): string[][] => [cameTo(mail, `Extreme ${how}`), cameTo(mail, forAnn)];
      expect(came()).toEqual([[], []]);
      good(await changeEndpoint(world.hub, ann, mail.id, { isPaused: false }));
      await work();
      expect(came()).toEqual([['single'], ['single']]);
      await days(2);
      expect(came()).toEqual([['single'], ['single']]);
    },
  );
});

describe('what waits for another attempt', () => {
  type Stop = (mail: Endpoint, subscription: string) => Promise<unknown>;
  const stops: readonly [string, Stop][] = [
    ['unsubscribing', (mail) => unsubscribe(world.hub, mail.id)],
    ['the end', async (_, id) => good(await endSubscription(world.hub, ann, id))],
    [
      'another filter',
      async (_, id) =>
        good(await changeSubscription(world.hub, ann, { id, filter: { severities: ['EXTREME'] } })),
    ],
  ];

  test.each(stops)('by itself does not come after %s', async (how, stop) => {
    const mail = await plant();
    const id = await subscribe(mail, { cadence: 'AT_ONCE' });
    reader.isDeferred = true;
    await publish(`Single before ${how}`);
    await work();
    reader.isDeferred = false;
    await stop(mail, id);
    pass(1);
    await work();
    expect(cameTo(mail, `Single before ${how}`)).toEqual([]);
    const rows = await world.hub.channelDeliveries.rows.find({ endpoint: mail.id }).toArray();
    expect(rows.map(({ state, cause, attempts }) => [state, cause, attempts])).toEqual([
      ['CANCELLED', 'NOT_ASKED_FOR', 1],
    ]);
  });

  test.each(stops)('in a digest does not come after %s', async (how, stop) => {
    const mail = await plant();
    const id = await subscribe(mail);
    await publish(`Gathered before ${how}`);
    await work();
    reader.isDeferred = true;
    await days(1);
    reader.isDeferred = false;
    await stop(mail, id);
    pass(1);
    await days(2);
    expect(cameTo(mail, `Gathered before ${how}`)).toEqual([]);
    const rows = await world.hub.channelDeliveries.rows.find({ endpoint: mail.id }).toArray();
    expect(rows.map(({ state }) => state)).toEqual(['CANCELLED', 'CANCELLED']);
  });

  test('in a digest comes later where the subscription is paused meanwhile', async () => {
    const mail = await plant();
    const id = await subscribe(mail);
    await publish('Gathered before a pause');
    await work();
    reader.isDeferred = true;
    await days(1);
    reader.isDeferred = false;
    good(await pauseSubscription(world.hub, ann, { id, until: null }));
    pass(1);
    await days(2);
    expect(cameTo(mail, 'Gathered before a pause')).toEqual([]);
    good(await resumeSubscription(world.hub, ann, id));
    await days(1);
    expect(cameTo(mail, 'Gathered before a pause')).toEqual(['digest']);
  });

  test('comes where nothing was stopped', async () => {
    const mail = await plant();
    await subscribe(mail, { cadence: 'AT_ONCE' });
    reader.isDeferred = true;
    await publish('Comes at the second attempt');
    await work();
    reader.isDeferred = false;
    pass(1);
    await work();
    expect(cameTo(mail, 'Comes at the second attempt')).toEqual(['single']);
  });
});

test('the limit of an hour counts what is told first by a correction', async () => {
  const ids: string[] = [];
  for (let at = 0; at < 6; at += 1) ids.push(await publish(`Corrected later ${at}`));
  await work();
  const mail = await plant();
  await subscribe(mail, { cadence: 'AT_ONCE', mostPerHour: 2 });
  const { kind: _, marking: _m, audience: _a, allowEmptyAudience: _e, exercise: _x, ...texts } = draft(LATER);
  const publisher = await world.actor('northGrid');
  for (const id of ids)
    good(await updateWarning(world.hub, publisher, { id, expectedVersion: 1, draft: texts }));
  await work();
  const subjects = reader.mails.flatMap((each) => (each.to === mail.address ? [each.subject] : []));
  expect(subjects).toHaveLength(2);
  expect(subjects.filter((subject) => subject.includes('waits for you'))).toEqual([]);
});

test('a drill uses up no limit of what is in earnest', async () => {
  const mail = await plant();
  await subscribe(mail, { cadence: 'AT_ONCE', mostPerHour: 2 });
  await subscribe(mail, {
    name: 'Drill',
    cadence: 'AT_ONCE',
    mostPerHour: 60,
    filter: { exercise: 'drill' },
  });
  for (let at = 0; at < 3; at += 1) await publish(`Inject ${at}`, { exercise: 'drill' });
  await work();
  await publish('In earnest');
  await work();
  expect(cameTo(mail, 'In earnest')).toEqual(['single']);
});

test('a subscription that was for an exercise counts as one as soon as it is for real traffic', async () => {
  const integrator = await world.actor('southGrid', 'integrator', null);
  const desk = await plantEndpoint(world, 'southGrid', {
    channel: 'MAIL',
    address: 'desk@mail.example',
    person: null,
    form: 'FULL',
    ceiling: 'GREEN',
  });
  const draft = { name: 'Drill', endpoint: desk.id, filter: { exercise: 'drill' } };
  const { id } = good(await createSubscription(world.hub, integrator, draft));
  expect((await world.hub.endpoints.byId(desk.id))?.hasSubscribed).toBeFalsy();
  good(await changeSubscription(world.hub, integrator, { id, filter: { severities: ['EXTREME'] } }));
  expect((await world.hub.endpoints.byId(desk.id))?.hasSubscribed).toBe(true);
});

test('a community is found in an audience wherever it stands', async () => {
  await letSignIn(world, 'city-hospital/cy');
  const cy = await world.actor('cityHospital', 'analyst', 'city-hospital/cy');
  const mail = await plantEndpoint(world, 'cityHospital', {
    channel: 'MAIL',
    address: 'cy@mail.example',
    person: cy.person,
    form: 'FULL',
    ceiling: 'GREEN',
  });
  const draft = { name: 'Circle', endpoint: mail.id, cadence: 'AT_ONCE' } as const;
  good(await createSubscription(world.hub, cy, { ...draft, filter: { communities: ['health-circle'] } }));
  const [circle, sector] = [{ communities: ['health-circle'] }, { sectors: ['health'] }];
  const audience = (...alternatives: readonly object[]) => ({ audience: { alternatives, excludes: [] } });
  await publish('Circle first', audience(circle, sector));
  await publish('Sector first', audience(sector, circle));
  await publish('Sector alone', audience(sector));
  await work();
  expect(['Circle first', 'Sector first', 'Sector alone'].map((each) => cameTo(mail, each).length)).toEqual([
    1, 1, 0,
  ]);
});

test('the link of a message ends what is real at an endpoint of which only an exercise was asked for', async () => {
  const address = 'desk@south.example';
  const mail = await plantEndpoint(world, 'southGrid', {
    channel: 'MAIL',
    form: 'FULL',
    ceiling: 'RED',
    address,
  });
  const keeper = await world.actor('southGrid', 'member-admin');
  const drill = { name: 'Drill', endpoint: mail.id, filter: { exercise: 'drill' } };
  good(await createSubscription(world.hub, keeper, drill));
  await publish('Real before the link');
  await work();
  expect(cameTo(mail, 'Real before the link')).toEqual(['single']);
  expect(await unsubscribe(world.hub, mail.id)).toBe(2);
  expect(await unsubscribe(world.hub, mail.id)).toBe(0);
  await publish('Real after the link');
  await work();
  await days(2);
  expect(cameTo(mail, 'Real after the link')).toEqual([]);
});
