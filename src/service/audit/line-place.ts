// Ids that sort by time, of lines of the audit trail and of proposals, and the cursors of pages of them. A cursor is one
// block of what the id holds: the time and 6 of its 8 random bytes.

import { accepted, type Outcome, refused } from '../../domain/problem.ts';
import type { Hub } from '../../hub.ts';
import { cursorProblem, openBlock, sealBlock, sealPlace } from '../cursor.ts';

const HEX_OF_PLACE = 24;

export const newTimedId = ({ entropy }: Pick<Hub, 'entropy'>, prefix: string, now: Date): string =>
  `${prefix}--${now.getTime().toString(16).padStart(12, '0')}${entropy.bytes(8).toString('hex')}`;

const placeIn = (id: string): Buffer =>
  Buffer.from(id.slice(id.indexOf('--') + 2).slice(0, HEX_OF_PLACE), 'hex');

/** Of a row that is shown. */
export const cursorOf = ({ cursorKey }: Pick<Hub, 'cursorKey'>, binding: string, id: string): string =>
  sealBlock(cursorKey, binding, placeIn(id));

/** Of a row that may be hidden: different each time (I35). */
export const endCursorOf = ({ cursorKey }: Pick<Hub, 'cursorKey'>, binding: string, id: string): string =>
  sealPlace(cursorKey, binding, placeIn(id));

/** What the ids of the page that follows are below; null without a cursor. */
export const beforeOf = (
  { cursorKey }: Pick<Hub, 'cursorKey'>,
  {
    binding,
    prefix,
    after,
  }: { readonly binding: string; readonly prefix: string; readonly after: string | null },
): Outcome<string | null> => {
  if (after === null) return accepted(null);
  const place = openBlock(cursorKey, binding, after);
  return place === null
    ? refused(cursorProblem(cursorKey, binding, after))
    : accepted(`${prefix}--${place.toString('hex')}`);
};
