// An endpoint that takes nothing for five days is given up, and its owners are told; two workers share what is due, and nothing
// goes twice.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Outcome } from '../../../src/domain/problem.ts';
import { challengeEndpoint, changeEndpoint } from '../../../src/service/channel/endpoint/change-endpoint.ts';
import { retryDeliveries } from '../../../src/service/channel/log/retry-deliveries.ts';
import { newMessage } from '../../../src/service/channel/new-channel-delivery.ts';
import { openSender } from '../../../src/service/channel/send/send-due.ts';
import { gatherDigests } from '../../../src/service/digest/gather-digests.ts';
import { createSubscription } from '../../../src/service/subscription/keep-subscription.ts';
import { cancelWarning } from '../../../src/service/warning/cancel-warning.ts';
import { recallWarning } from '../../../src/service/warning/recall/recall-warning.ts';
import type { CastName } from '../../support/cast.ts';
import { plantEndpoint } from '../../support/channels/endpoints.ts';
import { allowThisMachine, type ChannelWorld, openChannelWorld } from '../../support/channels/world.ts';
import { good } from '../../support/outcome.ts';
import { publishBy, to } from '../../support/publish.ts';
import { correctBy } from '../../support/world/further-versions.ts';

let world: ChannelWorld;
beforeAll(async () => {
  world = await openChannelWorld();
  await allowThisMachine(world);
});
afterAll(() => world.close());

const HOUR = 3_600_000;
const hook = (path: string, of: CastName = 'northGrid') =>
  plantEndpoint(world, of, { address: world.receiver.url(path), verifiedAt: world.clock.now() });

/** So many hours, with a look each of them. */
const pass = async (hours: number): Promise<void> => {
  for (let hour = 0; hour < hours; hour += 1) {
    world.clock.add(HOUR);
    await world.drain();
  }
};

test('one that fails for five days is disabled, what waits for it ends, and the other endpoints are told', async () => {
  const [failing, other] = [await hook('/failing'), await hook('/well')];
  world.receiver.behaviours.set('/failing', (_, response) => response.writeHead(503).end());
  const stateOf = async () => (await world.hub.endpoints.byId(failing.id))?.state;
  for (let day = 0; day < 5; day += 1) {
    await publishBy(world, 'cyberAgency', { audience: to('northGrid') });
    expect([day, await stateOf()]).toEqual([day, 'ACTIVE']);
    await pass(23);
  }
  await publishBy(world, 'cyberAgency', { audience: to('northGrid') });
  await pass(12);
  expect(await world.hub.endpoints.byId(failing.id)).toMatchObject({ state: 'DISABLED', cause: 'FAILING' });
  const rows = await world.hub.channelDeliveries.rows.find({ endpoint: failing.id }).toArray();
  expect(rows.length).toBe(6);
  expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(['DEAD']));
  expect(rows.map(({ cause }) => cause)).toEqual(
    expect.arrayContaining(['ENDPOINT_BUSY', 'ENDPOINT_NOT_ACTIVE']),
  );
  const notices = world.receiver.at('/well').filter(({ json }) => json.type === 'endpoint.failed');
  expect(notices.map(({ json }) => json.data)).toEqual(
    expect.arrayContaining([expect.objectContaining({ endpoint: failing.id, isDisabled: true })]),
  );
  const [line] = await world.hub.acts.rows.find({ event: 'endpoint.disabled' }).toArray();
  expect(line).toMatchObject({ way: 'HUB', subject: failing.id, facts: { cause: 'FAILING' } });
  // The other was never held up.
  const others = await world.hub.channelDeliveries.rows.find({ endpoint: other.id }).toArray();
  expect(new Set(others.map(({ state }) => state))).toEqual(new Set(['SENT']));
  // Nothing more goes there.
  const before = world.receiver.at('/failing').length;
  await publishBy(world, 'cyberAgency', { audience: to('northGrid') });
  await pass(2);
  expect(world.receiver.at('/failing')).toHaveLength(before);
});

test('one success in between begins the five days anew', async () => {
  const { id } = await hook('/now-and-then', 'southGrid');
  let count = 0;
  world.receiver.behaviours.set('/now-and-then', (_, response) => {
    count += 1;
    response.writeHead(count % 7 === 0 ? 204 : 500).end();
  });
  for (let day = 0; day < 6; day += 1) {
    await publishBy(world, 'cyberAgency', { audience: to('southGrid') });
    await pass(23);
  }
  expect(await world.hub.endpoints.byId(id)).toMatchObject({ state: 'ACTIVE', cause: null });
});

test('what waits when its owner pauses it goes once it is resumed, and corrections meanwhile', async () => {
  const { hub } = world;
  const { id } = await hook('/paused', 'riverWater');
  world.receiver.behaviours.set('/paused', (_, response) => response.writeHead(500).end());
  await publishBy(world, 'cyberAgency', { audience: to('riverWater') });
  expect(world.receiver.at('/paused')).toHaveLength(1);
  const admin = await world.actor('riverWater', 'member-admin');
  good(await changeEndpoint(hub, admin, id, { isPaused: true }));
  world.receiver.behaviours.delete('/paused');
  await pass(30);
  expect(world.receiver.at('/paused')).toHaveLength(1);
  good(await changeEndpoint(hub, admin, id, { isPaused: false }));
  await world.drain();
  const [first, second, ...more] = world.receiver.at('/paused');
  expect([second?.id, more]).toEqual([first?.id, []]);
  const warning = String(first?.json.data['warning']);
  good(await changeEndpoint(hub, admin, id, { isPaused: true }));
  const of = { id: warning, expectedVersion: 1, reason: 'It was a drill of the supplier.' };
  good(await cancelWarning(hub, await world.actor('cyberAgency'), of));
  await world.drain();
  expect(world.receiver.at('/paused').at(-1)?.json.type).toBe('warning.cancelled');
});

test('what a disabled endpoint missed goes once it is proved again, what corrects something before the rest', async () => {
  const { hub } = world;
  const { id } = await hook('/gone', 'metroRail');
  const by = await world.actor('cyberAgency');
  const publish = () => publishBy(world, 'cyberAgency', { audience: to('metroRail') });
  const told = await publish();
  const past = await publish();
  expect(world.receiver.at('/gone').map(({ json }) => json.data['warning'])).toEqual(
    expect.arrayContaining([told, past]),
  );
  const before = world.receiver.at('/gone').length;
  world.receiver.behaviours.set('/gone', (_, response) => response.writeHead(410).end());
  const refused = await publish();
  expect(await hub.endpoints.byId(id)).toMatchObject({ state: 'DISABLED', cause: 'GONE' });
  const [missed, cancelled] = [await publish(), await publish()];
  const recall = { expectedVersion: 1, reason: 'It names a source.', whatToDo: null, language: 'en' };
  good(await recallWarning(hub, by, { ...recall, id: told }));
  good(await cancelWarning(hub, by, { id: cancelled, expectedVersion: 1, reason: 'It was an error.' }));
  await pass(2);
  expect(world.receiver.at('/gone')).toHaveLength(before + 1);
  const stateOf = async (warning: string) =>
    (await hub.channelDeliveries.rows.find({ endpoint: id, warning }).sort({ version: -1 }).toArray()).map(
      ({ state, cause }) => [state, cause],
    );
  expect(await stateOf(missed)).toEqual([['DEAD', 'ENDPOINT_NOT_ACTIVE']]);

  world.receiver.behaviours.delete('/gone');
  const due: string[] = [];
  world.receiver.behaviours.set('/gone', (_, response, { json }) => {
    // What is due as it is proved.
    response.end(JSON.stringify({ challenge: json.data['challenge'] }));
  });
  good(await challengeEndpoint(hub, await world.actor('metroRail', 'member-admin'), id));
  const sender = openSender(hub);
  await sender.turn();
  await sender.settled();
  world.clock.add(10);
  expect((await hub.endpoints.byId(id))?.state).toBe('ACTIVE');
  for (const each of await hub.channelDeliveries.due(world.clock.now(), { endpoints: [], shares: [] }, 10))
    if (each.endpoint === id) due.push(each.id);
  const rows = new Map((await hub.channelDeliveries.byIds(due)).map((row) => [row._id, row]));
  expect(rows.get(due[0] ?? '')).toMatchObject({ warning: told, goesFirst: true });
  world.receiver.behaviours.delete('/gone');
  await world.drain();
  const after = world.receiver.at('/gone').slice(before + 1);
  expect(after.map(({ json }) => [json.data['warning'], json.type]).toSorted()).toEqual(
    [
      [told, 'warning.recalled'],
      [refused, 'warning.published'],
      [missed, 'warning.published'],
    ].toSorted(),
  );
  // Nothing was told of it there, so that there is nothing to take back.
  expect(await stateOf(cancelled)).toEqual([['CANCELLED', 'SUPERSEDED']]);
});

test('what comes to a paused endpoint that subscribes to nothing waits until it goes on', async () => {
  const { id } = await hook('/silent', 'cityHospital');
  const admin = await world.actor('cityHospital', 'member-admin');
  good(await changeEndpoint(world.hub, admin, id, { isPaused: true }));
  const warning = await publishBy(world, 'cyberAgency', {
    severity: 'EXTREME',
    urgency: 'IMMEDIATE',
    audience: to('cityHospital'),
  });
  await pass(2);
  expect(world.receiver.at('/silent')).toEqual([]);
  good(await changeEndpoint(world.hub, admin, id, { isPaused: false }));
  await world.drain();
  expect(world.receiver.at('/silent').map(({ json }) => json.data['warning'])).toEqual([warning]);
});

test('what is over before it goes is not sent, and who was told of it learns what changed', async () => {
  const { id } = await hook('/late', 'smallGas');
  const publish = (validUntil: string | null) =>
    publishBy(world, 'cyberAgency', { validUntil, audience: to('smallGas') });
  const told = await publish(null);
  world.receiver.behaviours.set('/late', (_, response) => response.writeHead(500).end());
  const inAnHour = new Date(world.clock.now().getTime() + HOUR).toISOString();
  const over = await publish(inAnHour);
  const by = 'cyberAgency';
  await correctBy(world, { by, id: told, expectedVersion: 1 }, { validUntil: inAnHour });
  await world.drain();
  world.receiver.behaviours.delete('/late');
  const before = world.receiver.at('/late').length;
  await pass(3);
  const after = world.receiver.at('/late').slice(before);
  expect(after.map(({ json }) => json.data['warning'])).toEqual([told]);
  const [row] = await world.hub.channelDeliveries.rows.find({ endpoint: id, warning: over }).toArray();
  expect(row).toMatchObject({ state: 'CANCELLED', cause: 'WARNING_EXPIRED', attempts: expect.any(Number) });
});

test('a digest that is given up is told to its owner, recorded for each warning, and sent when it is retried', async () => {
  const { hub } = world;
  const [{ id }] = [await hook('/digest', 'xbCsirt'), await hook('/beside', 'xbCsirt')];
  const machine = await world.actor('xbCsirt', 'integrator', null);
  const subscription = { name: 'Daily', endpoint: id, hour: 12 };
  good(await createSubscription(hub, machine, subscription));
  const later = { urgency: 'EXPECTED', severity: 'MODERATE', audience: to('xbCsirt') } as const;
  const warnings = [
    await publishBy(world, 'cyberAgency', later),
    await publishBy(world, 'cyberAgency', later),
  ];
  world.receiver.behaviours.set('/digest', (_, response) => response.writeHead(500).end());
  await pass(24);
  await gatherDigests(hub);
  const { rows } = hub.channelDeliveries;
  // The last of its tries.
  await rows.updateOne({ endpoint: id, occasion: 'DIGEST' }, { $set: { attempts: 9 } });
  await world.drain();
  const digest = await rows.findOne({ endpoint: id, occasion: 'DIGEST' });
  expect(digest).toMatchObject({ state: 'DEAD', cause: 'ENDPOINT_FAILED' });
  const failed = await hub.entries.rows
    .find({ event: 'delivery.failed', 'subject.warning': { $in: warnings } })
    .toArray();
  expect(failed.map(({ subject }) => subject.warning).toSorted()).toEqual(warnings.toSorted());
  await world.drain();
  const notices = world.receiver.at('/beside').filter(({ json }) => json.type === 'endpoint.failed');
  expect(notices.map(({ json }) => json.data['endpoint'])).toEqual([id]);
  await gatherDigests(hub);
  const statesOf = async () =>
    (await rows.find({ endpoint: id, warning: { $in: warnings } }).toArray()).map(({ state }) => state);
  expect(await statesOf()).toEqual(['DEAD', 'DEAD']);

  world.receiver.behaviours.delete('/digest');
  world.clock.add(HOUR);
  const admin = await world.actor('xbCsirt', 'member-admin');
  expect(good(await retryDeliveries(hub, admin, { ids: [digest?._id ?? ''] }))).toBe(1);
  // The ends of digests are noted at any time.
  await Promise.all([gatherDigests(hub), gatherDigests(hub)]);
  await world.drain();
  await gatherDigests(hub);
  const got = world.receiver.at('/digest').at(-1)?.json.data['items'] as readonly {
    readonly warning: string;
  }[];
  expect(got.map(({ warning }) => warning).toSorted()).toEqual(warnings.toSorted());
  expect(await statesOf()).toEqual(['SENT', 'SENT']);
});

const endpointOf = (id: string) => world.hub.endpoints.byId(id);
const rowsOf = (endpoint: string) =>
  world.hub.channelDeliveries.rows.find({ endpoint, occasion: 'WARNING' }).sort({ at: 1 }).toArray();
const admin = (of: CastName) => world.actor(of, 'member-admin');

test('a receiver that is gone is disabled; its owner is told by another way, proves it again, gets what it missed, and replays by range', async () => {
  const { id } = await hook('/left', 'cityHospital');
  const other = await hook('/other', 'cityHospital');
  world.receiver.behaviours.set('/left', (_, response) => response.writeHead(410).end());
  const from = world.clock.now();
  await publishBy(world, 'cyberAgency', { audience: to('cityHospital') });
  expect(await endpointOf(id)).toMatchObject({ state: 'DISABLED', cause: 'GONE' });
  expect(await rowsOf(id)).toMatchObject([{ state: 'DEAD', cause: 'ENDPOINT_GONE' }]);
  const notice = world.receiver.at('/other').find(({ json }) => json.type === 'endpoint.failed');
  expect(notice?.json.data).toMatchObject({ endpoint: id, isDisabled: true, cause: 'ENDPOINT_GONE' });
  // Nothing more goes there.
  await publishBy(world, 'cyberAgency', { audience: to('cityHospital') });
  expect(world.receiver.at('/left')).toHaveLength(1);

  const range = { endpoint: id, states: ['DEAD' as const, 'SENT' as const], from, until: null };
  const retry = async () => retryDeliveries(world.hub, await admin('cityHospital'), { range });
  expect(await retry()).toMatchObject({ ok: false, problems: [{ code: 'ENDPOINT_UNPROVED' }] });
  world.receiver.behaviours.delete('/left');
  good(await challengeEndpoint(world.hub, await admin('cityHospital'), id));
  await world.drain();
  // What was refused then, and what came meanwhile.
  const ids = (await rowsOf(id)).map(({ _id }) => _id);
  const [first, ...back] = world.receiver.at('/left').map((each) => each.id);
  expect([ids.includes(first ?? ''), back.toSorted()]).toEqual([true, ids.toSorted()]);
  // With the challenge.
  expect(good(await retry())).toBe(3);
  await world.drain();
  // What arrived may be sent again too, by its id.
  expect(good(await retryDeliveries(world.hub, await admin('cityHospital'), { ids }))).toBe(2);
  await world.drain();
  expect(world.receiver.at('/left')).toHaveLength(1 + 3 * ids.length);
  expect((await rowsOf(other.id)).every(({ state }) => state === 'SENT')).toBe(true);
  // Nobody else's.
  expect(await retryDeliveries(world.hub, await admin('northGrid'), { ids })).toMatchObject({
    ok: false,
    problems: [{ code: 'NOT_FOUND', path: '$.ids[0]' }],
  });
});

test('the breaker opens after five failures, and one delivery is the probe', async () => {
  const { id } = await hook('/broken', 'cityHospital');
  world.receiver.behaviours.set('/broken', (_, response) => response.writeHead(500).end('no'));
  for (let count = 0; count < 6; count += 1)
    await publishBy(world, 'cyberAgency', { audience: to('cityHospital') });
  expect(world.receiver.at('/broken')).toHaveLength(5);
  const resting = await endpointOf(id);
  expect(resting).toMatchObject({ failures: 5 });
  expect(resting?.restsUntil?.getTime()).toBeGreaterThan(world.clock.now().getTime());
  world.clock.add(31_000);
  const before = world.receiver.at('/broken').length;
  await world.drain();
  expect(world.receiver.at('/broken')).toHaveLength(before + 1);
  world.receiver.behaviours.delete('/broken');
  world.clock.add(HOUR);
  await world.drain();
  world.clock.add(HOUR);
  await world.drain();
  expect((await rowsOf(id)).map(({ state }) => state)).toEqual(Array(6).fill('SENT'));
  expect(await endpointOf(id)).toMatchObject({ failures: 0, restsUntil: null });
});

test('two workers at once send each delivery once', async () => {
  const endpoints = await Promise.all(
    Array.from({ length: 10 }, (_, at) => hook(`/shared/${at}`, 'southGrid')),
  );
  const now = world.clock.now();
  const rows = endpoints.flatMap((endpoint) =>
    Array.from({ length: 10 }, (_, at) =>
      newMessage(endpoint, { occasion: 'TEST', key: `both ${at}`, dueAt: now }, now),
    ),
  );
  await world.hub.channelDeliveries.ensure(rows);
  const work = async (): Promise<void> => {
    const sender = openSender(world.hub);
    while ((await sender.turn()) > 0) await sender.settled();
  };
  const left = (): Promise<number> =>
    world.hub.channelDeliveries.rows.countDocuments({
      _id: { $in: rows.map(({ _id }) => _id) },
      state: 'PENDING',
    });
  while ((await left()) > 0) {
    await Promise.all([work(), work()]);
    // What found no room is due again a little later.
    world.clock.add(1_000);
  }
  const got = world.receiver.got.filter(({ path }) => path.startsWith('/shared/')).map(({ id }) => id);
  expect(got.toSorted()).toEqual(rows.map(({ _id }) => _id).toSorted());
});

test('what is recalled or cancelled while it is on its way is corrected there, and leaves no line in the log', async () => {
  const { id } = await hook('/under-way', 'riverWater');
  const by = await world.actor('cyberAgency');
  const reason = 'It names a source.';
  /** Published, and taken back by `act` when the receiver has it and has not answered yet. */
  const takenBack = async (act: (warning: string) => Promise<Outcome<unknown>>): Promise<string> => {
    const acts: Promise<Outcome<unknown>>[] = [];
    world.receiver.behaviours.set('/under-way', (_, response, { json }) => {
      const first = acts[0] ?? act(String(json.data['warning']));
      acts.push(first);
      first.finally(() => response.end());
    });
    const warning = await publishBy(world, 'cyberAgency', { marking: 'GREEN', audience: to('riverWater') });
    for (const each of acts) good(await each);
    await world.drain();
    world.receiver.behaviours.delete('/under-way');
    return warning;
  };
  const recalled = await takenBack((warning) =>
    recallWarning(world.hub, by, { id: warning, expectedVersion: 1, reason, whatToDo: null, language: 'en' }),
  );
  expect(world.receiver.at('/under-way').at(-1)?.json.type).toBe('warning.recalled');
  const logged = await world.hub.attempts.rows.find({ endpoint: id, warning: recalled }).toArray();
  // Only the recall itself is in the log.
  const left = logged.flatMap(({ request }) => (request === null ? [] : [request]));
  expect(left).toEqual([expect.stringContaining('warning.recalled')]);
  const cancelled = await takenBack((warning) =>
    cancelWarning(world.hub, by, { id: warning, expectedVersion: 1, reason }),
  );
  expect(world.receiver.at('/under-way').at(-1)?.json).toMatchObject({
    type: 'warning.cancelled',
    data: { warning: cancelled },
  });
  const ofHook = { endpoint: id, occasion: 'WARNING' } as const;
  const rows = await world.hub.channelDeliveries.rows.find(ofHook).sort({ version: 1 }).toArray();
  expect(rows.map(({ version }) => version)).toEqual([1, 1, 2, 2]);
});
