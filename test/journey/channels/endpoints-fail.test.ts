// An endpoint that takes nothing for five days is given up, and its owners are told; two workers share what is due, and nothing
// goes twice.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Outcome } from '../../../src/domain/problem.ts';
import { changeEndpoint } from '../../../src/service/channel/endpoint/change-endpoint.ts';
import { newMessage } from '../../../src/service/channel/new-channel-delivery.ts';
import { openSender } from '../../../src/service/channel/send/send-due.ts';
import { cancelWarning } from '../../../src/service/warning/cancel-warning.ts';
import { recallWarning } from '../../../src/service/warning/recall/recall-warning.ts';
import { plantEndpoint } from '../../support/channels/endpoints.ts';
import { allowThisMachine, type ChannelWorld, openChannelWorld } from '../../support/channels/world.ts';
import { good } from '../../support/outcome.ts';
import { publishBy, to } from '../../support/publish.ts';

let world: ChannelWorld;
beforeAll(async () => {
  world = await openChannelWorld();
  await allowThisMachine(world);
});
afterAll(() => world.close());

const HOUR = 3_600_000;
const hook = (path: string, of: 'northGrid' | 'southGrid' | 'riverWater' = 'northGrid') =>
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
