// Periods of digests in local time: one for each local day or week, over every change of the clocks.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  isQuiet,
  isTimeOfDay,
  lastPeriod,
  nextPeriod,
} from '../../../../src/domain/subscription/local-time.ts';
import { runs, seed } from '../../../support/seed.ts';

const zones = [
  'UTC',
  'Europe/Helsinki',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'America/St_Johns',
  'Pacific/Chatham',
  'Africa/Casablanca',
  'America/Sao_Paulo',
  'America/Nuuk',
] as const;

const daily = (timeZone: string, hour: number) => ({ cadence: 'DAILY', hour, weekday: 1, timeZone }) as const;
const weekly = (timeZone: string, hour: number, weekday: number) =>
  ({ cadence: 'WEEKLY', hour, weekday, timeZone }) as const;

const nows = fc
  .integer({ min: Date.parse('2015-01-01T00:00:00Z'), max: Date.parse('2035-01-01T00:00:00Z') })
  .map((ms) => new Date(ms));

describe('periods', () => {
  test('an hour that the clocks leave out before midnight has its day all the same', () => {
    // On 28 March 2026 there is no 23:00 in Nuuk.
    const schedule = daily('America/Nuuk', 23);
    const names = ['2026-03-27T12:00Z', '2026-03-28T01:30Z', '2026-03-28T12:00Z', '2026-03-29T12:00Z'].map(
      (at) => nextPeriod(schedule, new Date(at)).name,
    );
    expect(names).toEqual(['day 2026-03-27', 'day 2026-03-28', 'day 2026-03-28', 'day 2026-03-29']);
  });

  test('a weekday that has no such hour as it is now is that day all the same', () => {
    // At 23:30 on Wednesday, and on that Saturday there is no 23:30 in Nuuk; on 13 March 2033 there is no 02:30 in New York.
    const nuuk = nextPeriod(weekly('America/Nuuk', 8, 6), new Date('2026-03-26T01:30:00.000Z'));
    expect(nuuk.at.toISOString()).toBe('2026-03-28T10:00:00.000Z');
    const york = nextPeriod(weekly('America/New_York', 1, 7), new Date('2033-03-09T07:30:00.000Z'));
    expect(york.at.toISOString()).toBe('2033-03-13T06:00:00.000Z');
  });

  test('the last has begun, the next has not, and none is between them', () => {
    fc.assert(
      fc.property(
        nows,
        fc.constantFrom(...zones),
        fc.integer({ min: 0, max: 23 }),
        fc.integer({ min: 0, max: 7 }),
        (now, zone, hour, weekday) => {
          const schedule = weekday === 0 ? daily(zone, hour) : weekly(zone, hour, weekday);
          const [last, next] = [lastPeriod(schedule, now), nextPeriod(schedule, now)];
          expect(last.at <= now && now < next.at).toBe(true);
          expect(last.name).not.toBe(next.name);
          expect(lastPeriod(schedule, next.at)).toEqual(next);
          expect(nextPeriod(schedule, last.at)).toEqual(next);
        },
      ),
      { seed: seed(), numRuns: runs(500) },
    );
  });

  test.each(zones)('%s has one for each day of ten years', (zone) => {
    for (const hour of [2]) {
      const schedule = daily(zone, hour);
      const names = new Set<string>();
      let at = new Date('2020-01-01T12:00:00Z');
      for (let day = 0; day < 366; day += 1) {
        const period = nextPeriod(schedule, at);
        names.add(period.name);
        at = period.at;
      }
      expect(names.size).toBe(366);
      expect(at.getTime() - Date.parse('2020-01-01T12:00:00Z')).toBeLessThanOrEqual(
        366 * 24 * 3_600_000 + 3_600_000,
      );
    }
  });

  test('an hour that the clocks leave out begins when they have moved on', () => {
    const { at, name } = lastPeriod(daily('Europe/Helsinki', 3), new Date('2026-03-29T12:00:00Z'));
    expect([at.toISOString(), name]).toEqual(['2026-03-29T01:00:00.000Z', 'day 2026-03-29']);
  });

  test('a week is one of ISO 8601, whatever the year', () => {
    expect(lastPeriod(weekly('UTC', 8, 5), new Date('2027-01-02T00:00:00Z'))).toEqual({
      name: 'week 2026-W53',
      at: new Date('2027-01-01T08:00:00Z'),
    });
  });
});

describe('quiet hours', () => {
  const at = (time: string) => new Date(`2026-11-29T${time}:00Z`);
  test('may be over midnight, and are local', () => {
    const night = { from: '22:00', until: '06:30' };
    expect(
      ['21:59', '22:00', '03:00', '06:29', '06:30'].map((time) => isQuiet(night, 'UTC', at(time))),
    ).toEqual([false, true, true, true, false]);
    expect(isQuiet(night, 'Asia/Tokyo', at('14:00'))).toBe(true);
    expect(isQuiet(null, 'UTC', at('03:00'))).toBe(false);
    expect(isQuiet({ from: '12:00', until: '12:00' }, 'UTC', at('12:00'))).toBe(false);
  });

  test('are times of day', () => {
    expect(['00:00', '23:59', '24:00', '9:00', '12:60', ''].map(isTimeOfDay)).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
  });
});
