// Local hours of a subscription as instants. An hour that a change of the clocks leaves out begins when the clocks have moved
// on; of one that comes twice the first counts. So every local day has exactly one such instant.
import { DateTime } from 'luxon';
import type { QuietHours, Schedule } from './subscription.ts';

/** One period of a digest: its name is the same however often the schedule is changed within it. */
export type Period = {
  /** `day 2026-11-29`, `week 2026-W48`, `hour 2026-11-29T13Z`, or `end` with the instant of an expiry. */
  readonly name: string;
  readonly at: Date;
};

export const HOUR_MS = 3_600_000;
const WEEK_DAYS = 7;

const localOf = (at: Date, timeZone: string): DateTime => DateTime.fromJSDate(at, { zone: timeZone });

const periodOf = (day: DateTime, { cadence, hour }: Pick<Schedule, 'cadence' | 'hour'>): Period => {
  const at = day.startOf('day').set({ hour }).toJSDate();
  const name = cadence === 'WEEKLY' ? `week ${day.toISOWeekDate()?.slice(0, -2)}` : `day ${day.toISODate()}`;
  return { name, at };
};

type DigestTime = Pick<Schedule, 'cadence' | 'hour' | 'weekday' | 'timeZone'>;

/** From the beginning of the day: at the hour of `near` that weekday may not have one, and would become the day after. */
const dayOf = (near: DateTime, { cadence, weekday }: DigestTime): DateTime =>
  cadence === 'WEEKLY' ? near.startOf('day').set({ weekday: weekday as 1 }) : near;

/** The last period of a daily or weekly digest that has begun. */
export const lastPeriod = (schedule: DigestTime, now: Date): Period => {
  const step = schedule.cadence === 'WEEKLY' ? WEEK_DAYS : 1;
  const here = dayOf(localOf(now, schedule.timeZone), schedule);
  const current = periodOf(here, schedule);
  return current.at <= now ? current : periodOf(here.startOf('day').minus({ days: step }), schedule);
};

/** The first period that begins after `now`. */
export const nextPeriod = (schedule: DigestTime, now: Date): Period => {
  const step = schedule.cadence === 'WEEKLY' ? WEEK_DAYS : 1;
  const here = dayOf(localOf(now, schedule.timeZone), schedule);
  const current = periodOf(here, schedule);
  // From the beginning of the day: a day later at the same hour may be a day after that, where the clocks leave the hour out.
  return current.at > now ? current : periodOf(here.startOf('day').plus({ days: step }), schedule);
};

/** The hour by the clock that `now` is in; what is above the limit, or was quiet, is gathered by it. */
export const hourOf = (now: Date): Period => {
  const at = new Date(Math.floor(now.getTime() / HOUR_MS) * HOUR_MS);
  return { name: `hour ${at.toISOString().slice(0, 'YYYY-MM-DDTHH'.length)}Z`, at };
};

const HOURS_OF_A_DAY = 24;

/** The first full hour after `now` that passes; a day later where none does. */
export const nextHourThat = (now: Date, passes: (at: Date) => boolean): Date => {
  const first = hourOf(now).at.getTime() + HOUR_MS;
  for (let step = 0; step < HOURS_OF_A_DAY; step += 1) {
    const at = new Date(first + step * HOUR_MS);
    if (passes(at)) return at;
  }
  return new Date(first + HOURS_OF_A_DAY * HOUR_MS);
};

const TIME_OF_DAY = /^([01]\d|2[0-3]):([0-5]\d)$/;

export const isTimeOfDay = (text: string): boolean => TIME_OF_DAY.test(text);

const minutesOf = (text: string): number => {
  const [, hours = '0', minutes = '0'] = TIME_OF_DAY.exec(text) ?? [];
  return Number(hours) * 60 + Number(minutes);
};

export const isQuiet = (quietHours: QuietHours | null, timeZone: string, now: Date): boolean => {
  if (quietHours === null) return false;
  const { hour, minute } = localOf(now, timeZone);
  const at = hour * 60 + minute;
  const [from, until] = [minutesOf(quietHours.from), minutesOf(quietHours.until)];
  return from <= until ? from <= at && at < until : at >= from || at < until;
};
