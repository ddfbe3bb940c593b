// An instant: UTC first, the local time on hover. Durations by Intl, in the language of the console.
import { type JSX, useEffect, useState } from 'react';
import { spoken } from '../words/words.ts';
import { durationIn } from './time/duration.ts';
import { hubNow, whenClockMoves } from './time/hub-clock.ts';

const two = (value: number): string => String(value).padStart(2, '0');

/** `2026-11-28 02:54Z`. */
export const utc = (instant: Date): string =>
  `${instant.getUTCFullYear()}-${two(instant.getUTCMonth() + 1)}-${two(instant.getUTCDate())} ${two(instant.getUTCHours())}:${two(instant.getUTCMinutes())}Z`;

/** One for each language: to make one takes longer than all else of a row of a list. */
const each = <Format,>(make: (language: string) => Format): (() => Format) => {
  const made = new Map<string, Format>();
  return () => {
    const language = spoken();
    const format = made.get(language) ?? make(language);
    made.set(language, format);
    return format;
  };
};

const localFormat = each(
  (language) => new Intl.DateTimeFormat(language, { dateStyle: 'full', timeStyle: 'long' }),
);
// Counted, not named: the hub's 30 hours from Monday night end on Wednesday, which is not "tomorrow".
const countedFormat = each(
  (language) => new Intl.RelativeTimeFormat(language, { numeric: 'always', style: 'long' }),
);
const namedFormat = each((language) => new Intl.RelativeTimeFormat(language, { numeric: 'auto' }));

export const local = (instant: Date): string => localFormat().format(instant);

const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/** `in 3 hours`, `2 days ago`. */
export const relative = (instant: Date, now: number): string => {
  const ms = instant.getTime() - now;
  for (const [unit, size] of UNITS)
    if (Math.abs(ms) >= size) return countedFormat().format(Math.trunc(ms / size), unit);
  return namedFormat().format(0, 'minute');
};

/** In the language of the console: `6 min`, `1 day 16 hr`. */
export const lasting = (ms: number): string => durationIn(spoken(), ms);

/** Of hours, as the hub counts until something is felt. */
export const lastingHours = (hours: number): string => lasting(hours * 3_600_000);

export const Instant = ({ at }: { at: string }): JSX.Element => {
  const instant = new Date(at);
  return (
    <time dateTime={at} title={local(instant)} dir="ltr">
      {utc(instant)}
    </time>
  );
};

/** A day, of what the hub keeps to the day alone. */
export const Day = ({ at }: { at: string }): JSX.Element => {
  const day = at.slice(0, 10);
  return (
    <time dateTime={day} dir="ltr">
      {day}
    </time>
  );
};

/** The time now at the hub, again every `everyMs`, and once it turns out to be another. */
export const useNow = (everyMs = 30_000): number => {
  const [now, setNow] = useState(hubNow);
  useEffect(() => {
    const look = (): void => setNow(hubNow());
    const timer = setInterval(look, everyMs);
    const leave = whenClockMoves(look);
    return () => {
      clearInterval(timer);
      leave();
    };
  }, [everyMs]);
  return now;
};
