// What follows from the end of a delivery beside it is done, also where the worker that wrote the end dies before: an endpoint is
// proved or disabled, its owner is told, and the record says what was given up (I23). What came back did not arrive.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Endpoint } from '../../../src/domain/channel/endpoint.ts';
import type { Hub } from '../../../src/hub.ts';
import { challengeCode } from '../../../src/service/channel/challenge-code.ts';
import { challengeEndpoint, proveEndpoint } from '../../../src/service/channel/endpoint/change-endpoint.ts';
import { newVersionDelivery } from '../../../src/service/channel/new-channel-delivery.ts';
import { UNOBSERVED_CHANNELS } from '../../../src/service/channel/observer.ts';
import { openSender } from '../../../src/service/channel/send/send-due.ts';
import { takeBounce } from '../../../src/service/channel/take-bounce.ts';
import { tidyChannels } from '../../../src/service/channel/tidy-channels.ts';
import { gatherDigests } from '../../../src/service/digest/gather-digests.ts';
import { createSubscription } from '../../../src/service/subscription/keep-subscription.ts';
import { updateWarning } from '../../../src/service/warning/update-warning.ts';
import { reportOf } from '../../support/channels/bounces.ts';
import { plantEndpoint } from '../../support/channels/endpoints.ts';
import { allowThisMachine, type ChannelWorld, openChannelWorld } from '../../support/channels/world.ts';
import { draft, openTestHub } from '../../support/hub.ts';
import { good } from '../../support/outcome.ts';
import { publishBy, to } from '../../support/publish.ts';
import { openMailbox } from '../../support/subscription/mailbox.ts';
import { correctBy } from '../../support/world/further-versions.ts';

const MINUTE = 60_000;
let world: ChannelWorld;
beforeAll(async () => {
  world = await openChannelWorld();
  await allowThisMachine(world);
});
afterAll(() => world.close());

const gone = (): Promise<never> => Promise.reject(new Error('the worker is gone'));

/** A hub whose worker dies once it has written the end of a delivery. */
const dying = (hub: Hub): Hub => ({
  ...hub,
  members: { ...hub.members, write: gone, narrow: gone, change: gone },
  database: { ...hub.database, transaction: gone, transactionUnlessTaken: gone },
  channelDeliveries: { ...hub.channelDeliveries, ensure: gone },
});
const sentBy = async (hub: Hub): Promise<void> => {
  const sender = openSender(hub);
  await sender.turn();
  await sender.settled();
};
/** What another worker does once a minute. */
const tidied = async (): Promise<void> => {
  world.clock.add(MINUTE + 1);
  await tidyChannels(world.hub, UNOBSERVED_CHANNELS);
};
const hook = (path: string, changes: Partial<Endpoint> = {}) =>
  plantEndpoint(world, 'northGrid', {
    address: world.receiver.url(path),
    verifiedAt: new Date(world.clock.now().getTime() - MINUTE),
    ...changes,
  });
const acts = (event: 'endpoint.disabled' | 'endpoint.proved', subject: string) =>
  world.hub.acts.rows.countDocuments({ event, subject });
const stateOf = async ({ id }: Endpoint) => (await world.hub.endpoints.byId(id))?.state;

test('a delivery that is given up is recorded, its endpoint disabled and its owner told, once', async () => {
  const { hub } = world;
  const warning = await publishBy(world, 'cyberAgency', { audience: to('northGrid') });
  const [left, beside] = [await hook('/left'), await hook('/beside')];
  world.receiver.behaviours.set('/left', (_, response) => response.writeHead(410).end());
  const version = { warning, version: 1, exercise: null, isUrgent: false };
  const row = newVersionDelivery(left, version, { at: world.clock.now(), gathering: null });
  await hub.channelDeliveries.ensure([row]);
  await sentBy(dying(hub));
  expect(await hub.channelDeliveries.byId(row._id)).toMatchObject({ state: 'DEAD', cause: 'ENDPOINT_GONE' });
  const failed = () =>
    hub.entries.rows.countDocuments({ event: 'delivery.failed', 'subject.delivery': row._id });
  const told = () => hub.channelDeliveries.rows.countDocuments({ endpoint: beside.id, occasion: 'NOTICE' });
  expect([await stateOf(left), await failed(), await told()]).toEqual(['ACTIVE', 0, 0]);
  const { owed } = (await hub.channelDeliveries.byId(row._id)) ?? {};
  expect(owed).toMatchObject({ state: 'DEAD', disables: 'GONE' });
  await tidied();
  const after = ['DISABLED', 1, 1, 1];
  const now = async () => [
    await stateOf(left),
    await failed(),
    await told(),
    await acts('endpoint.disabled', left.id),
  ];
  expect(await now()).toEqual(after);
  expect((await hub.channelDeliveries.byId(row._id))?.owed).toBeUndefined();
  // By one that did all of it and died before it said so.
  if (owed !== undefined) await hub.channelDeliveries.rows.updateOne({ _id: row._id }, { $set: { owed } });
  await tidied();
  expect(await now()).toEqual(after);
  expect((await hub.channelDeliveries.byId(row._id))?.owed).toBeUndefined();
});

test('of what has arrived by a further attempt nobody is told that it did not', async () => {
  const { hub } = world;
  const warning = await publishBy(world, 'cyberAgency', { audience: to('northGrid') });
  const [again, beside] = [await hook('/again'), await hook('/beside-again')];
  const version = { warning, version: 1, exercise: null, isUrgent: false };
  const at = world.clock.now();
  const row = newVersionDelivery(again, version, { at, gathering: null });
  const owed = { state: 'DEAD', disables: null, at } as const;
  await hub.channelDeliveries.ensure([{ ...row, state: 'DEAD', cause: 'HTTP_500', endedAt: at, owed }]);
  await hub.channelDeliveries.retry([row._id], at);
  await sentBy(hub);
  expect(await hub.channelDeliveries.byId(row._id)).toMatchObject({ state: 'SENT', owed });
  await tidied();
  const told = { endpoint: beside.id, occasion: 'NOTICE' } as const;
  expect(await hub.channelDeliveries.rows.countDocuments(told)).toBe(0);
  expect((await hub.channelDeliveries.byId(row._id))?.owed).toBeUndefined();
});

test('two hundred ends that cannot be followed hold up no other', async () => {
  const { hub } = world;
  const { id: endpoint, ...left } = await hook('/held-up');
  const version = { warning: 'wrn_held-up', version: 1, exercise: null, isUrgent: false };
  const now = world.clock.now().getTime();
  const rows = Array.from({ length: 201 }, (_, index) => {
    const at = new Date(now - 1_000 + index);
    const each = newVersionDelivery({ ...left, id: endpoint }, version, { at, gathering: null });
    const owed = { state: 'DEAD', disables: null, at } as const;
    return { ...each, _id: `held-up-${index}`, state: 'DEAD', endedAt: at, nextAt: null, owed } as const;
  });
  await hub.channelDeliveries.ensure(rows);
  for (const { _id } of rows.slice(0, 200)) {
    const trial = { name: 'follow-delivery', about: _id, subject: {}, exercise: null } as const;
    await hub.entries.trials.failed(trial, { kind: 'Error', place: 'here' }, new Date(now));
  }
  await hub.database
    .native()
    .collection('trials')
    .updateMany({ name: 'follow-delivery' }, { $set: { nextAt: null, givenUpAt: new Date(now) } });
  await tidied();
  const open = await hub.channelDeliveries.rows.countDocuments({ endpoint, owed: { $exists: true } });
  expect(open).toBe(200);
  expect((await hub.channelDeliveries.byId('held-up-200'))?.owed).toBeUndefined();
});

test('a webhook that gave its challenge back is proved; what is known since then outweighs it', async () => {
  const { hub } = world;
  const fresh = await hook('/fresh', { state: 'UNPROVED', verifiedAt: null });
  const admin = await world.actor('northGrid', 'member-admin');
  good(await challengeEndpoint(hub, admin, fresh.id));
  await sentBy(dying(hub));
  const challenge = await hub.channelDeliveries.lastTo(fresh.id, 'CHALLENGE');
  expect([challenge?.state, await stateOf(fresh)]).toEqual(['SENT', 'UNPROVED']);
  await tidied();
  expect([await stateOf(fresh), await acts('endpoint.proved', fresh.id)]).toEqual(['ACTIVE', 1]);
  await hub.database.transaction((session) => hub.endpoints.disable(fresh.id, 'GONE', session));
  const owed = challenge?.owed;
  if (owed !== undefined)
    await hub.channelDeliveries.rows.updateOne({ endpoint: fresh.id }, { $set: { owed } });
  await tidied();
  expect([await stateOf(fresh), await acts('endpoint.proved', fresh.id)]).toEqual(['DISABLED', 1]);
});

test('what a worker does at once is not done again', async () => {
  const { hub } = world;
  const well = await hook('/well', { state: 'UNPROVED', verifiedAt: null });
  good(await challengeEndpoint(hub, await world.actor('northGrid', 'member-admin'), well.id));
  await sentBy(hub);
  const challenge = await hub.channelDeliveries.lastTo(well.id, 'CHALLENGE');
  expect([challenge?.state, challenge?.owed]).toEqual(['SENT', undefined]);
  await tidied();
  expect([await stateOf(well), await acts('endpoint.proved', well.id)]).toEqual(['ACTIVE', 1]);
});

test('a challenge that is tried again for longer than its code is good proves nothing', async () => {
  const { hub } = world;
  const slow = await hook('/slow', { state: 'UNPROVED', verifiedAt: null });
  world.receiver.behaviours.set('/slow', (_, response) => response.writeHead(500).end());
  good(await challengeEndpoint(hub, await world.actor('northGrid', 'member-admin'), slow.id));
  await sentBy(hub);
  world.receiver.behaviours.delete('/slow');
  world.clock.add(24 * 60 * MINUTE);
  await sentBy(hub);
  const challenge = await hub.channelDeliveries.lastTo(slow.id, 'CHALLENGE');
  expect([challenge?.state, challenge?.cause]).toEqual(['CANCELLED', 'NOTHING_LEFT']);
  expect(await stateOf(slow)).toBe('UNPROVED');
});

test('of several versions that wait at an endpoint the last brings the newest text, once', async () => {
  const { hub } = world;
  const { id } = await hook('/several');
  world.receiver.behaviours.set('/several', (_, response) => response.writeHead(500).end());
  const by = 'cyberAgency';
  const warning = await publishBy(world, by, { audience: to('northGrid') });
  await correctBy(world, { by, id: warning, expectedVersion: 1 }, { headline: 'The second' });
  // The newest is not dispatched yet.
  const { kind: _, marking: _m, audience: _a, allowEmptyAudience: _e, exercise: _x, ...texts } = draft();
  const third = { id: warning, expectedVersion: 2, draft: { ...texts, headline: 'The third' } };
  good(await updateWarning(hub, await world.actor(by), third));
  world.receiver.behaviours.delete('/several');
  const before = world.receiver.at('/several').length;
  world.clock.add(60 * MINUTE);
  await sentBy(hub);
  const got = world.receiver.at('/several').slice(before);
  expect(got.map(({ json }) => json.data['version'])).toEqual([3]);
  const rows = await hub.channelDeliveries.rows
    .find({ endpoint: id, warning })
    .sort({ version: 1 })
    .toArray();
  expect(rows.map(({ version, state, cause }) => [version, state, cause])).toEqual([
    [1, 'CANCELLED', 'SUPERSEDED'],
    [2, 'SENT', null],
  ]);
});

const reportTo = (address: string, to: string): string =>
  reportOf(address, { action: 'failed', status: '5.1.1', to, also: '' });

test('a digest that came back has brought nothing: its warnings are recorded, and come with the next one', async () => {
  let now = new Date('2030-01-07T09:00:00.000Z');
  const mailbox = openMailbox(() => now);
  const mails = await openTestHub({ clock: { now: () => now }, outbound: mailbox.outbound });
  const { hub } = mails;
  try {
    await mails.drain();
    const address = 'desk@xb.example';
    const { id } = await plantEndpoint(mails, 'xbCsirt', { channel: 'MAIL', address, form: 'FULL' });
    const machine = await mails.actor('xbCsirt', 'integrator', null);
    good(await createSubscription(hub, machine, { name: 'Daily', endpoint: id, hour: 12 }));
    const later = { urgency: 'EXPECTED', severity: 'MODERATE', audience: to('xbCsirt') } as const;
    const warnings = [
      await publishBy(mails, 'cyberAgency', later),
      await publishBy(mails, 'cyberAgency', later),
    ];
    const nextDigest = async () => {
      now = new Date(now.getTime() + 24 * 60 * MINUTE);
      await gatherDigests(hub);
      await mails.drain();
      await gatherDigests(hub);
    };
    const items = async () =>
      (await hub.channelDeliveries.rows.find({ endpoint: id, warning: { $in: warnings } }).toArray()).map(
        ({ state, cause }) => [state, cause],
      );
    await nextDigest();
    expect(await items()).toEqual([1, 2].map(() => ['SENT', null]));
    const report = (returnTo = '') => reportTo(address, returnTo);
    expect(await takeBounce(hub, report(mailbox.mails.at(-1)?.returnTo))).toBe('DOUBTED');
    await mails.drain();
    const probe = report(mailbox.mails.at(-1)?.returnTo);
    expect(await takeBounce(hub, probe)).toBe('TAKEN');
    expect(await items()).toEqual([1, 2].map(() => ['DEAD', 'MAIL_REFUSED']));
    const failed = async () =>
      (await hub.entries.rows.find({ event: 'delivery.failed' }).toArray()).map(
        ({ subject }) => subject.warning,
      );
    expect((await failed()).toSorted()).toEqual(warnings.toSorted());
    // Read a second time, after a crash.
    await takeBounce(hub, probe);
    expect(await failed()).toHaveLength(2);

    const admin = await mails.actor('xbCsirt', 'member-admin');
    good(await challengeEndpoint(hub, admin, id));
    await mails.drain();
    const challenge = await hub.channelDeliveries.lastTo(id, 'CHALLENGE');
    good(await proveEndpoint(hub, admin, id, challengeCode(hub, challenge?._id ?? '')));
    const before = mailbox.mails.length;
    await nextDigest();
    expect(await items()).toEqual([1, 2].map(() => ['SENT', null]));
    const digest = mailbox.mails
      .slice(before)
      .map(({ text }) => text)
      .join('\n');
    expect(warnings.filter((each) => !digest.includes(each))).toEqual([]);
  } finally {
    await mails.close();
  }
});
