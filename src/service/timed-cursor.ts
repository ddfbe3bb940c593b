// Cursors of lists that are ordered by a time and then by id: 12 bytes hold the time in milliseconds and the beginning of the UUID
// in the id.
import { accepted, type Outcome, refused } from '../domain/problem.ts';
import type { CursorKey } from '../store/coordination/cursor-keys.ts';
import { cursorProblem, openBlock, sealBlock, sealPlace } from './cursor.ts';

const TIME_BYTES = 6;

/** Of a list: what its cursors are bound to, and what comes before the UUID in the ids of its rows. */
export type TimedList = { readonly binding: string; readonly prefix: string };

/** When opened, `id` ends after the beginning of the UUID: it is before the row's own id, and after any smaller one. */
export type TimedPlace = { readonly at: Date; readonly id: string };

const placeOf = (prefix: string, { at, id }: TimedPlace): Buffer => {
  const place = Buffer.alloc(2 * TIME_BYTES);
  place.writeUIntBE(at.getTime(), 0, TIME_BYTES);
  Buffer.from(id.slice(prefix.length).replaceAll('-', ''), 'hex').copy(place, TIME_BYTES, 0, TIME_BYTES);
  return place;
};

/** Of a row that is shown. */
export const sealTimed = (key: CursorKey, { binding, prefix }: TimedList, place: TimedPlace): string =>
  sealBlock(key, binding, placeOf(prefix, place));

/** Of a row that may be hidden: different each time (I35). */
export const sealTimedEnd = (key: CursorKey, { binding, prefix }: TimedList, place: TimedPlace): string =>
  sealPlace(key, binding, placeOf(prefix, place));

/** Null for the beginning of the list. */
export const openTimed = (
  key: CursorKey,
  { binding, prefix }: TimedList,
  after: string | null,
): Outcome<TimedPlace | null> => {
  if (after === null) return accepted(null);
  const place = openBlock(key, binding, after);
  if (place === null) return refused(cursorProblem(key, binding, after));
  const hex = place.toString('hex', TIME_BYTES);
  return accepted({
    at: new Date(place.readUIntBE(0, TIME_BYTES)),
    id: `${prefix}${hex.slice(0, 8)}-${hex.slice(8)}`,
  });
};
