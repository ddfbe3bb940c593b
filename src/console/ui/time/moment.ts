// A moment as it is typed: the year first, 24 hours, always UTC. A browser's own field says AM and PM where its language does, and at
// night one is taken for the other.
import { plainDigits } from '../../words/digits.ts';

const FORM = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T\s]+(\d{1,2}):?(\d{2}))?\s*Z?$/i;

const two = (digits: string): string => digits.padStart(2, '0');

/** `2026-12-01T08:00` as forms keep it; null for what is no moment. A day alone is no time of it. */
export const momentIn = (text: string): string | null => {
  const [, year, month, day, hour, minute] = FORM.exec(plainDigits(text.trim())) ?? [];
  if (year === undefined || hour === undefined) return null;
  const moment = `${year}-${two(month ?? '')}-${two(day ?? '')}T${two(hour)}:${minute}`;
  const ms = Date.parse(`${moment}:00.000Z`);
  // The 31st of February is read as another day.
  return Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 16) !== moment ? null : moment;
};

/** The same as the hub takes it. */
export const instantIn = (text: string): string | null => {
  const moment = momentIn(text);
  return moment === null ? null : `${moment}:00.000Z`;
};

/** Whether something stands there that is no moment. */
export const isNoMoment = (text: string): boolean => text.trim() !== '' && momentIn(text) === null;

/** What a form keeps of what was typed: as it is where it is no moment, so that nothing is left out in silence. */
export const keptOf = (text: string): string => momentIn(text) ?? text.trim();

export const shownOf = (kept: string): string => (momentIn(kept) === kept ? kept.replace('T', ' ') : kept);
