// The rows under one id, grouped by source and newest first. Look-ups use binary search, so that a bundle with
// thousands of versions of one object stays cheap.

import { compareTimestamps } from 'stix2-ts/value';
import { isDated } from 'stix2-ts/version';
import type { ObjectKey } from '../../../store/objects.ts';

export type History = {
  readonly source: string;
  readonly dated: readonly ObjectKey[];
  readonly revocations: readonly ObjectKey[];
  /** A digest takes the place of a date in them. */
  readonly undated: readonly ObjectKey[];
};

/** By source, or by `speakerOf`: whose history a row belongs to for a reader. */
export const historiesOf = (
  rows: readonly ObjectKey[],
  speakerOf: (row: ObjectKey) => string = ({ source }) => source,
): readonly History[] =>
  [...Map.groupBy(rows, speakerOf)].map(([source, of]) => {
    const dated = newestOf(of.filter(({ modified }) => isDated(modified)));
    return {
      source,
      dated,
      revocations: dated.filter(({ revoked }) => revoked !== undefined),
      undated: of.filter(({ modified }) => !isDated(modified)),
    };
  });

const newestOf = (dated: readonly ObjectKey[]): ObjectKey[] =>
  dated.toSorted((a, b) => compareTimestamps(b.modified, a.modified));

/**
 * Where the rows of this version begin and end in a list of dated rows, newest first; later positions are earlier
 * versions.
 */
export const placeIn = (dated: readonly ObjectKey[], modified: string): readonly [number, number] => [
  firstOf(dated, (row) => compareTimestamps(row.modified, modified) <= 0),
  firstOf(dated, (row) => compareTimestamps(row.modified, modified) < 0),
];

/** Index of the first row for which `isPast` holds; it must hold for all that follow. */
const firstOf = (dated: readonly ObjectKey[], isPast: (row: ObjectKey) => boolean): number => {
  let [low, high] = [0, dated.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const row = dated[middle];
    if (row === undefined || isPast(row)) high = middle;
    else low = middle + 1;
  }
  return low;
};

/** The rows of this exact version; for an undated object, every undated row. */
export const sameIn = ({ dated, undated }: History, modified: string): readonly ObjectKey[] =>
  isDated(modified) ? dated.slice(...placeIn(dated, modified)) : undated;

/** The newest version before this one. */
export const beforeIn = (dated: readonly ObjectKey[], modified: string): ObjectKey | undefined =>
  dated[placeIn(dated, modified)[1]];
