// A STIX object as this reader gets it: the producer's object untouched, or the hub's copy of a report or grouping of
// which the reader may not have every reference, with the marking that applies to this reader.

import type { StixObject } from 'stix2-ts/stix-object';
import { type EffectiveTlp, isInForce, strictest } from '../../domain/marking.ts';
import { type ObjectRow, textOf } from '../../store/objects.ts';
import type { Through } from './decided-rows.ts';
import { copyContainer } from './reference/copy-container.ts';

export type VisibleObject = {
  /** The STIX id of the stored object; that of a copy is in `object`. */
  readonly id: string;
  readonly type: string;
  /** What the reader gets. */
  readonly object: StixObject;
  /** The stricter of the object's own marking and that of the warning it is read through. */
  readonly tlp: EffectiveTlp | null;
  /** The row it is read from; never leaves the hub. Null for objects that the hub made itself. */
  readonly row: ObjectRow | null;
  readonly through: Through;
};

/**
 * The stricter of the object's own marking and that of the warning it is read through, as of now; null when the
 * object has none.
 */
export const tlpThrough = (
  row: Pick<ObjectRow, 'tlp' | 'validity'>,
  { content: { access }, atMs }: Through,
): EffectiveTlp | null => {
  if (row.tlp === null) return null;
  const isMarked = isInForce(row.validity, atMs) && isInForce(access.validity, atMs);
  return isMarked ? strictest(row.tlp, access.tlp) : 'UNKNOWN';
};

export const visibleObject = (row: ObjectRow, through: Through): VisibleObject => ({
  id: row.stixId,
  type: row.type,
  object: shownObject(JSON.parse(textOf(row)) as StixObject, through),
  tlp: tlpThrough(row, through),
  row,
  through,
});

const shownObject = (original: StixObject, { withheld }: Through): StixObject =>
  withheld === undefined ? original : copyContainer(original, withheld);
