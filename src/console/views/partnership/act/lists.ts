// Lists as people type them: short names separated by commas, spaces or lines.
import { momentIn } from '../../../ui/time/moment.ts';

export const listed = (text: string): string[] => text.split(/[\s,;]+/).filter((each) => each !== '');

/** Digits only; whether it is too large is for the hub to say. */
export const isNumber = (text: string): boolean => /^\d+$/.test(text.trim());

/** `2026-11-28`, and a day that there is: a browser's field lets a year of six digits through, and addresses are typed. */
export const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && momentIn(`${text}T00:00`) !== null;

/** When a day in UTC is over: what holds until a day holds on it. Null where it is none. */
export const endOfDay = (day: string): string | null =>
  isDay(day) ? new Date(Date.parse(`${day}T00:00:00Z`) + 24 * 3_600_000).toISOString() : null;

/** An optional text: empty is none. */
export const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** What of it is otherwise than it was: the rest is left as it is by then, which may be another's change. */
export const differing = <Input extends object>(now: Input, before: Partial<Input>): Partial<Input> =>
  Object.fromEntries(
    Object.entries(now).filter(
      ([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name as keyof Input]),
    ),
  ) as Partial<Input>;

/**
 * A list that is written whole, with what was changed in it since it was `had`: what another added or took away meanwhile, so that
 * it is in `now`, stays so.
 */
export const merged = <Each>(had: readonly Each[], chosen: readonly Each[], now: readonly Each[]): Each[] => {
  const textsOf = (list: readonly Each[]): Set<string> => new Set(list.map((each) => JSON.stringify(each)));
  const without = (list: readonly Each[], texts: Set<string>): Each[] =>
    list.filter((each) => !texts.has(JSON.stringify(each)));
  if (JSON.stringify(had) === JSON.stringify(now)) return [...chosen];
  const taken = textsOf(without(had, textsOf(chosen)));
  const added = without(chosen, textsOf(had));
  return [...without(now, taken), ...without(added, textsOf(now))];
};
