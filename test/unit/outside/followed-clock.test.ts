// A clock that goes by another one.
import { expect, test } from '@jest/globals';
import { openFollowedClock } from '../../../src/outside/followed-clock.ts';

const HOUR = 3_600_000;

test('it says what the other one says, and runs by its own between two looks', async () => {
  let ownMs = 10 * HOUR;
  const clock = openFollowedClock({ now: () => new Date(ownMs) });
  expect(clock.now()).toEqual(new Date(10 * HOUR));
  await clock.look(async () => new Date(ownMs - 3 * HOUR));
  const offBy = (wanted: number): number => Math.abs(clock.now().getTime() - wanted);
  expect(offBy(7 * HOUR)).toBeLessThan(1_000);
  ownMs += HOUR;
  expect(offBy(8 * HOUR)).toBeLessThan(1_000);
  // Its own was set right meanwhile.
  await clock.look(async () => new Date(ownMs));
  expect(offBy(ownMs)).toBeLessThan(1_000);
});

test('what it said once it had looked it does not take back: it stands until the other one is there', async () => {
  let ownMs = HOUR;
  const clock = openFollowedClock({ now: () => new Date(ownMs) });
  await clock.look(async () => new Date(HOUR + 10_000));
  const said = clock.now().getTime();
  await clock.look(async () => new Date(HOUR));
  expect(clock.now().getTime()).toBe(said);
  ownMs += 20_000;
  expect(Math.abs(clock.now().getTime() - HOUR - 20_000)).toBeLessThan(1_000);
  // Its own jumped ahead by an hour, and was set right.
  ownMs += HOUR;
  clock.now();
  ownMs -= HOUR;
  await clock.look(async () => new Date(HOUR + 20_000));
  expect(Math.abs(clock.now().getTime() - HOUR - 20_000)).toBeLessThan(1_000);
});

test('where the other one does not answer, what it said last counts', async () => {
  const clock = openFollowedClock({ now: () => new Date(0) });
  await clock.look(async () => new Date(HOUR));
  await expect(clock.look(() => Promise.reject(new Error('away')))).rejects.toThrow('away');
  expect(Math.abs(clock.now().getTime() - HOUR)).toBeLessThan(1_000);
});
