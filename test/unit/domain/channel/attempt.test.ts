// What follows from attempts: for the delivery, and for the endpoint over days.
import { expect, test } from '@jest/globals';
import {
  type Attempt,
  followsFor,
  type Health,
  healthAfter,
  isGivenUp,
} from '../../../../src/domain/channel/attempt.ts';
import { LONGEST_WAIT_MS, restFor, retryAfterMs } from '../../../../src/domain/channel/retry.ts';

const HOUR = 3_600_000;
const BEGAN = Date.parse('2030-01-07T09:00:00.000Z');
const after = (hours: number): Date => new Date(BEGAN + hours * HOUR);
const attempt = (changes: Partial<Attempt> = {}): Attempt => ({
  cause: 'ENDPOINT_FAILED',
  status: 500,
  tookMs: 1,
  request: '',
  answer: '',
  waitMs: null,
  isFinal: false,
  disables: null,
  ...changes,
});
const WELL: Health = { failures: 0, failingSince: null, restsUntil: null };
const failedAt = (...hours: readonly number[]): Health =>
  hours.reduce((health, hour) => healthAfter(health, attempt(), after(hour)), WELL);

test('a receiver that says when to come again does so in seconds or by a date, for a day at most', () => {
  expect(['120', ' 120 ', '0'].map((each) => retryAfterMs(each, BEGAN))).toEqual([120_000, 120_000, 0]);
  const at = (ms: number): string => new Date(BEGAN + ms).toUTCString();
  expect(retryAfterMs(at(90_000), BEGAN)).toBe(90_000);
  // The two older forms of a date, which receivers have to read and some still write.
  expect(retryAfterMs('Monday, 07-Jan-30 09:01:30 GMT', BEGAN)).toBe(90_000);
  expect(retryAfterMs(at(-90_000), BEGAN)).toBe(0);
  expect(retryAfterMs(at(30 * 24 * HOUR), BEGAN)).toBe(LONGEST_WAIT_MS);
  expect(retryAfterMs('999999999', BEGAN)).toBe(LONGEST_WAIT_MS);
  const nothing = [null, '', 'soon', '-1x', '3600.5', '1 h'];
  expect(nothing.map((each) => retryAfterMs(each, BEGAN))).toEqual(nothing.map(() => null));
});

test('five failures, days without anything to send, and one more are no five days without success', () => {
  expect(isGivenUp(failedAt(0, 0.1, 0.2, 0.3, 0.4, 121), after(121))).toBe(false);
  const daily = failedAt(0, 24, 48, 72, 96, 121);
  expect([daily.failingDays, isGivenUp(daily, after(121))]).toEqual([6, true]);
  expect(isGivenUp(failedAt(0, 24, 48, 72, 96, 119), after(119))).toBe(false);
  const well = healthAfter(daily, attempt({ cause: null }), after(122));
  expect([well.failures, well.failingDays, well.failingSince]).toEqual([0, 0, null]);
});

test('what is urgent probes an endpoint that rests for an hour each minute, unless its receiver asked for more', () => {
  const resting = failedAt(...Array(20).fill(0));
  const until = (health: Health, isUrgent: boolean, hours: number): number | null => {
    const found = restFor(health, { isUrgent, now: after(hours) });
    return found === null ? null : (found.getTime() - BEGAN) / HOUR;
  };
  expect([until(resting, false, 0.1), until(resting, true, 0.1)]).toEqual([1, null]);
  expect(until(resting, true, 0)).toBeCloseTo(1 / 60);
  const asked = healthAfter(resting, attempt({ waitMs: 6 * HOUR }), after(0));
  expect([until(asked, false, 0.1), until(asked, true, 0.1)]).toEqual([6, 6]);
  expect(until(WELL, true, 0)).toBeNull();
  // Of two attempts under way at once, the one that is told nothing takes nothing back, and neither does a shorter wait.
  for (const waitMs of [null, 60_000]) {
    const beside = healthAfter(asked, attempt({ waitMs }), after(0.01));
    expect([until(beside, false, 0.1), until(beside, true, 0.1)]).toEqual([6, 6]);
  }
});

test('while the mail server of the hub is away, attempts take no place of the table, for five days at most', () => {
  const away = attempt({ cause: 'MAIL_SERVER_AWAY', status: null, isOurs: true });
  const row = { attempts: 40, attemptsBefore: 0, at: after(0), isUrgent: true };
  const waitOf = (isUrgent: boolean, hours: number) => {
    const follows = followsFor({ ...row, isUrgent }, away, { now: after(hours), random: 0.5 });
    return [
      follows.state,
      follows.isFree,
      ((follows.nextAt?.getTime() ?? 0) - after(hours).getTime()) / 1_000,
    ];
  };
  expect([waitOf(true, 60), waitOf(false, 60)]).toEqual([
    ['RETRYING', true, 30],
    ['RETRYING', true, 120],
  ]);
  expect(followsFor(row, away, { now: after(120), random: 0.5 }).state).toBe('DEAD');
  expect(followsFor(row, attempt(), { now: after(1), random: 0.5 }).state).toBe('DEAD');
  expect(healthAfter(failedAt(0), away, after(1))).toMatchObject({ failures: 1, failingSince: after(0) });
});
