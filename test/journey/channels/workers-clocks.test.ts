// The clocks of two workers are ten minutes ahead and ten behind. What one of them tries the other leaves alone, and what a webhook is
// signed with is the time at which it was sent, since both go by the time of the database.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Hub } from '../../../src/hub.ts';
import { openFollowedClock } from '../../../src/outside/followed-clock.ts';
import { newMessage } from '../../../src/service/channel/new-channel-delivery.ts';
import { openSender, type Sender } from '../../../src/service/channel/send/send-due.ts';
import { followTime, openInTime } from '../../../workers/follow-time.ts';
import { plantEndpoint } from '../../support/channels/endpoints.ts';
import { allowThisMachine, type ChannelWorld, openChannelWorld } from '../../support/channels/world.ts';

const SHIFT_MS = 600_000;
let world: ChannelWorld;
const stops: (() => void)[] = [];
beforeAll(async () => {
  world = await openChannelWorld({ isRunning: true });
  await allowThisMachine(world);
});
afterAll(async () => {
  for (const stop of stops) stop();
  await world.close();
});

/** A worker on a machine whose clock is off. */
const workerOff = async (shiftMs: number): Promise<Sender> => {
  const clock = openFollowedClock({ now: () => new Date(Date.now() + shiftMs) });
  const hub: Hub = { ...world.hub, clock };
  stops.push((await followTime(hub, clock)).stop);
  return openSender(hub);
};

test('a worker goes by it before it opens the hub', async () => {
  const clock = openFollowedClock({ now: () => new Date(Date.now() + SHIFT_MS) });
  let openedAt = Number.NaN;
  const { time } = await openInTime(world.hub.config, clock, async () => {
    openedAt = clock.now().getTime();
    return world.hub;
  });
  time.stop();
  expect(Math.abs(openedAt - Date.now())).toBeLessThan(SHIFT_MS / 2);
});

test.each([
  ['ahead', SHIFT_MS, -SHIFT_MS],
  ['behind', -SHIFT_MS, SHIFT_MS],
])('what a worker that is %s tries goes once', async (name, one, other) => {
  const { hub, receiver } = world;
  const [first, second] = [await workerOff(one), await workerOff(other)];
  const path = `/held-${name}`;
  let answer = (): void => undefined;
  const came = new Promise<void>((resolve) => {
    receiver.behaviours.set(path, (_, response) => {
      answer = () => response.end();
      resolve();
    });
  });
  const endpoint = await plantEndpoint(world, 'northGrid', { address: receiver.url(path) });
  const at = hub.clock.now();
  // A worker knows the time of the database to some milliseconds: due a little before.
  const dueAt = new Date(at.getTime() - 1_000);
  const row = newMessage(endpoint, { occasion: 'TEST', key: name, dueAt }, at);
  await hub.channelDeliveries.ensure([row]);
  expect(await first.turn()).toBe(1);
  await came;
  expect([await second.turn(), await first.turn()]).toEqual([0, 0]);
  answer();
  await first.settled();
  expect(receiver.at(path).map(({ id }) => id)).toEqual([row._id]);
  expect(await hub.channelDeliveries.byId(row._id)).toMatchObject({ state: 'SENT', attempts: 1 });
  const signedAt = Number(receiver.at(path)[0]?.headers['webhook-timestamp']) * 1_000;
  expect(Math.abs(signedAt - Date.now())).toBeLessThan(SHIFT_MS / 2);
});
