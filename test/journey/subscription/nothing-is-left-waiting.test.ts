// What waits for a subscription that is paused, expires or ends comes when another one goes on, at the end, or as it goes on itself;
// and what is released so keeps the limit of the hour.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Endpoint } from '../../../src/domain/channel/endpoint.ts';
import type { Actor } from '../../../src/domain/member.ts';
import { changeEndpoint } from '../../../src/service/channel/endpoint/change-endpoint.ts';
import { reinstateMember, suspendMember } from '../../../src/service/member/suspend-member.ts';
import {
  changeSubscription,
  endSubscription,
  pauseSubscription,
  resumeSubscription,
} from '../../../src/service/subscription/keep-subscription.ts';
import { CAST } from '../../support/cast.ts';
import { lettersOf } from '../../support/channels/letters.ts';
import type { TestHub } from '../../support/hub.ts';
import { good } from '../../support/outcome.ts';
import { openReaderWithMail, type ReaderWithMail } from '../../support/subscription/reader-with-mail.ts';

const HOUR_MS = 3_600_000;
/** Not addressed to the reader's member by its name. */
const SECTOR = { alternatives: [{ sectors: ['energy'] }], excludes: [] };

let reader: ReaderWithMail;
let world: TestHub;
let ann: Actor;
beforeAll(async () => {
  reader = await openReaderWithMail();
  ({ world, ann } = reader);
});
afterAll(() => world.close());

const pause = async (id: string, until: Date | null = null) =>
  good(await pauseSubscription(world.hub, ann, { id, until }));
const resume = async (id: string) => good(await resumeSubscription(world.hub, ann, id));
const end = async (id: string) => good(await endSubscription(world.hub, ann, id));
/** Id of the subscription for which the only row there waits. */
const holderAt = async ({ id }: Endpoint): Promise<string> => {
  const [row] = await world.hub.channelDeliveries.rows.find({ endpoint: id }).toArray();
  return row?.gathering?.subscription ?? '';
};
const ends = async ({ id }: Endpoint): Promise<string[]> => {
  const rows = await world.hub.channelDeliveries.rows.find({ endpoint: id, occasion: 'WARNING' }).toArray();
  return rows.map(({ state }) => state);
};

describe('what waits for a paused one', () => {
  test('comes when another one at its endpoint goes on, whichever has it', async () => {
    const mail = await reader.plant();
    const [one, other] = [await reader.subscribe(mail), await reader.subscribe(mail, { name: 'The same' })];
    await pause(one);
    await pause(other);
    await reader.publish('While both are paused');
    await reader.work();
    await reader.days(2);
    expect(reader.cameTo(mail, 'While both are paused')).toEqual([]);
    const holder = await holderAt(mail);
    expect([one, other]).toContain(holder);
    await resume(holder === one ? other : one);
    await reader.days(2);
    expect(reader.cameTo(mail, 'While both are paused')).toEqual(['digest']);
    await resume(holder);
    await reader.days(2);
    expect(reader.cameTo(mail, 'While both are paused')).toEqual(['digest']);
  });

  test('comes when another one is made, or asks for it by now', async () => {
    const mail = await reader.plant();
    await pause(await reader.subscribe(mail));
    const severe = await reader.subscribe(mail, { name: 'Severe', filter: { severities: ['SEVERE'] } });
    await reader.publish('Asked for afterwards');
    await reader.work();
    await reader.days(1);
    expect(reader.cameTo(mail, 'Asked for afterwards')).toEqual([]);
    good(await changeSubscription(world.hub, ann, { id: severe, filter: {} }));
    await reader.days(2);
    expect(reader.cameTo(mail, 'Asked for afterwards')).toEqual(['digest']);
    await end(severe);
    await reader.publish('Before the new one');
    await reader.work();
    await reader.days(1);
    await reader.subscribe(mail, { name: 'New' });
    await reader.days(2);
    expect(reader.cameTo(mail, 'Before the new one')).toEqual(['digest']);
  });

  test('comes by another one where its endpoint was paused as well as it came', async () => {
    const mail = await reader.plant();
    await reader.subscribe(mail);
    await reader.subscribe(mail, { name: 'Later', hour: 18 });
    good(await changeEndpoint(world.hub, ann, mail.id, { isPaused: true }));
    await reader.publish('At a paused endpoint');
    await reader.work();
    await pause(await holderAt(mail));
    good(await changeEndpoint(world.hub, ann, mail.id, { isPaused: false }));
    await reader.days(2);
    expect(reader.cameTo(mail, 'At a paused endpoint')).toEqual(['digest']);
  });

  test('is looked at once while the same stands at its endpoint', async () => {
    const mail = await reader.plant();
    const only = await reader.subscribe(mail);
    await reader.publish('Looked at once');
    await reader.work();
    await pause(only);
    await reader.work();
    const before = await world.hub.channelDeliveries.rows.find({ endpoint: mail.id }).toArray();
    const standing = before.map(({ gathering }) => gathering?.standing ?? '');
    expect(standing.map((each) => each.length)).toEqual([16]);
    const of = { unlessDecidedBy: standing[0] ?? '', most: 10 };
    expect(await world.hub.gathered.waitingFor(only, of)).toEqual([]);
    expect(await world.hub.gathered.waitingFor(only, { ...of, unlessDecidedBy: null })).toHaveLength(1);
  });

  test('outlasts a filter that is changed for a while', async () => {
    const mail = await reader.plant();
    const only = await reader.subscribe(mail);
    await reader.publish('Not asked for for a while');
    await reader.work();
    await pause(only);
    good(await changeSubscription(world.hub, ann, { id: only, filter: { severities: ['EXTREME'] } }));
    await reader.work();
    expect(await ends(mail)).toEqual(['GATHERED']);
    good(await changeSubscription(world.hub, ann, { id: only, filter: {} }));
    await resume(only);
    await reader.days(2);
    expect(reader.cameTo(mail, 'Not asked for for a while')).toEqual(['digest']);
  });

  test('outlasts that its member is suspended for a while, and comes by another one then', async () => {
    const operator = await world.actor('cyberAgency', 'hub-operator');
    const mail = await reader.plant();
    const [one, other] = [await reader.subscribe(mail), await reader.subscribe(mail, { name: 'The same' })];
    await reader.publish('While it is suspended');
    await reader.work();
    await pause(one);
    await pause(other);
    good(await suspendMember(world.hub, operator, CAST.southGrid.slug, 'A while.'));
    await reader.work();
    expect(await ends(mail)).toEqual(['GATHERED']);
    good(await reinstateMember(world.hub, operator, CAST.southGrid.slug));
    await reader.work();
    await resume(other);
    await reader.days(2);
    expect(reader.cameTo(mail, 'While it is suspended')).toEqual(['digest']);
  });
});

describe('the last digest of one that expires', () => {
  test('comes where it was paused by then', async () => {
    const mail = await reader.plant();
    const only = await reader.subscribe(mail, { expiresAt: new Date(reader.now().getTime() + 2 * HOUR_MS) });
    await reader.publish('Expired while paused');
    await reader.work();
    await pause(only);
    reader.pass(1);
    await reader.work();
    expect(reader.cameTo(mail, 'Expired while paused')).toEqual([]);
    reader.pass(2);
    await reader.work();
    expect(reader.cameTo(mail, 'Expired while paused')).toEqual(['digest']);
    await reader.work();
    expect(reader.cameTo(mail, 'Expired while paused')).toEqual(['digest']);
  });

  test('waits until it is not quiet any more, but for what is severe', async () => {
    const mail = await reader.plant();
    const endsAt = new Date(reader.now().getTime() + 2 * HOUR_MS);
    const from = (hours: number): string =>
      new Date(endsAt.getTime() + hours * HOUR_MS)
        .toISOString()
        .slice('YYYY-MM-DDT'.length, -':00.000Z'.length);
    const quietHours = { from: from(-1), until: from(3) };
    // Their digests come long after the end.
    const changes = { cadence: 'WEEKLY', weekday: 5, quietHours, expiresAt: endsAt } as const;
    const only = await reader.subscribe(mail, changes);
    await reader.publish('Expired at night');
    await reader.publish('Severe at night', { severity: 'SEVERE' });
    await reader.work();
    reader.pass(2.5);
    await reader.work();
    await reader.work();
    const came = () => ['Expired at night', 'Severe at night'].map((each) => reader.cameTo(mail, each));
    expect(came()).toEqual([[], ['digest']]);
    reader.pass(1);
    await reader.work();
    expect(came()).toEqual([[], ['digest']]);
    reader.pass(2);
    await reader.work();
    await reader.work();
    expect(came()).toEqual([['digest'], ['digest']]);
    expect(await ends(mail)).toEqual(['SENT', 'SENT']);
    await end(only);
  });

  test('has as many parts as it takes', async () => {
    const mail = await reader.plant();
    await reader.subscribe(mail, { expiresAt: new Date(reader.now().getTime() + 2 * HOUR_MS) });
    await reader.publish('One of many');
    await reader.work();
    const { rows } = world.hub.channelDeliveries;
    const [row] = await rows.find({ endpoint: mail.id }).toArray();
    if (row === undefined) throw new Error('nothing waits');
    const more = Array.from({ length: 520 }, (_, at) => ({ ...row, _id: `${row._id}.${at}` }));
    await rows.insertMany(more);
    reader.pass(3);
    await reader.work();
    expect(new Set(await ends(mail))).toEqual(new Set(['GATHERED']));
    await reader.work();
    expect(new Set(await ends(mail))).toEqual(new Set(['SENT']));
    const digests = await rows.find({ endpoint: mail.id, occasion: 'DIGEST' }).sort({ _id: 1 }).toArray();
    const taken = await Promise.all(
      digests.map(({ _id }) => rows.countDocuments({ 'gathering.digest': _id } as never)),
    );
    expect(taken.toSorted((one, two) => one - two)).toEqual([21, 500]);
  });
});

describe('what is released counts in the hour in which it is', () => {
  test('for what other subscriptions leave in the same hour, and for what is published in it', async () => {
    const mail = await reader.plant();
    const minor = await reader.subscribe(mail, { hour: 18, filter: { severities: ['MINOR'] } });
    const moderate = await reader.subscribe(mail, { hour: 18, filter: { severities: ['MODERATE'] } });
    for (let at = 0; at < 2; at += 1) {
      await reader.publish(`Released ${at}`, { severity: 'MINOR' });
      await reader.publish(`Released ${at + 2}`);
    }
    await reader.work();
    reader.pass(1);
    await reader.subscribe(mail, { name: 'At once', cadence: 'AT_ONCE', mostPerHour: 2 });
    const came = (): string[] =>
      [0, 1, 2, 3, 4].flatMap((at) => reader.cameTo(mail, `Released ${at}`)).sort();
    await end(minor);
    await reader.work();
    expect(came()).toEqual(['single', 'single']);
    await end(moderate);
    await reader.work();
    await reader.publish('Released 4');
    await reader.work();
    expect(reader.cameTo(mail, 'Released 4')).toEqual([]);
    expect(came().filter((each) => each === 'single')).toHaveLength(2);
    reader.pass(1);
    await reader.work();
    expect(came()).toEqual(['digest', 'digest', 'digest', 'single', 'single']);
  });

  test('also where a grade that was raised brings it forward', async () => {
    const mail = await reader.plant();
    await reader.subscribe(mail);
    await reader.publish('Brought forward');
    await reader.work();
    reader.pass(2);
    const { rows } = world.hub.channelDeliveries;
    const [row] = await rows.find({ endpoint: mail.id }).toArray();
    const since = new Date(reader.now().getTime() - HOUR_MS);
    const count = async () =>
      (await world.hub.gathered.singlesSince([mail.id], { since, exercise: null })).get(mail.id) ?? 0;
    expect(await count()).toBe(0);
    await world.hub.channelDeliveries.hasten([row?._id ?? ''], { now: reader.now(), isUrgent: true });
    expect(await count()).toBe(1);
  });
});

test('what is handed over and sent by itself goes before others where it is urgent', async () => {
  const mail = await reader.plant();
  const paused = await reader.subscribe(mail);
  await pause(paused);
  const urgent = { urgency: 'IMMEDIATE', severity: 'SEVERE', audience: SECTOR } as const;
  const id = await reader.publish('Urgent by now', urgent);
  await reader.work();
  const { rows } = world.hub.channelDeliveries;
  const of = { endpoint: mail.id, warning: id };
  // As if its grade had been raised since.
  await rows.updateOne({ ...of, state: 'GATHERED' }, { $set: { isUrgent: false } });
  await reader.subscribe(mail, { name: 'At once', cadence: 'AT_ONCE' });
  await reader.work();
  expect(reader.cameTo(mail, 'Urgent by now')).toEqual(['single']);
  expect(await rows.findOne(of)).toMatchObject({ state: 'SENT', isUrgent: true });
});

test('what waited is decided once for all endpoints of a turn, and each by its own subscriptions', async () => {
  const mails = [await reader.plant(), await reader.plant(), await reader.plant(), await reader.plant()];
  const ids: string[] = [];
  const words = { cadence: 'AT_ONCE', filter: { text: 'storm' } } as const;
  for (const mail of mails) ids.push(await reader.subscribe(mail, words));
  reader.isDeferred = true;
  await reader.publish('A storm at night');
  await reader.work();
  reader.isDeferred = false;
  await end(ids[2] ?? '');
  reader.pass(1);
  const { rows } = world.hub.channelDeliveries;
  const due = await rows.find({ endpoint: { $in: mails.map(({ id }) => id) } }).toArray();
  expect(due.map(({ state }) => state)).toEqual(mails.map(() => 'RETRYING'));
  const { subscriptions, feed } = world.hub;
  const asked: string[] = [];
  const hub = {
    ...world.hub,
    subscriptions: {
      ...subscriptions,
      atEndpoints: (...given: Parameters<typeof subscriptions.atEndpoints>) => {
        asked.push('subscriptions');
        return subscriptions.atEndpoints(...given);
      },
    },
    feed: {
      ...feed,
      byIds: (...given: Parameters<typeof feed.byIds>) => {
        asked.push('words');
        return feed.byIds(...given);
      },
    },
  };
  const letters = await lettersOf({ hub }, due);
  expect(asked).toEqual(['subscriptions', 'words']);
  expect(letters.map(({ subject }) => subject.includes('A storm at night'))).toEqual([true, true, true]);
});
