// The order of entries of which some have no stamp, since an older hub wrote them; and what a batch of numbered versions
// changes in the feed, compared with placing one after the other.
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ObjectId, Timestamp } from '../../../src/store/connect.ts';
import { merged, type PendingEntry } from '../../../src/store/entry/numbering.ts';
import {
  type KnownRow,
  type PlacedVersion,
  placingOf,
  type Reports,
} from '../../../src/store/feed/place-versions.ts';
import { runs, seed } from '../../support/seed.ts';

const entry = (second: number, isStamped: boolean, subject: PendingEntry['subject'] = {}): PendingEntry => ({
  _id: isStamped ? new ObjectId() : ObjectId.createFromTime(second),
  event: 'warning.published',
  subject,
  ...(isStamped ? { stamp: new Timestamp({ t: second, i: 1 }) } : {}),
});
const secondOf = ({ _id, stamp }: PendingEntry) => stamp?.t ?? _id.getTimestamp().getTime() / 1_000;

test('entries without a stamp stand at the second of their id', () => {
  const unstamped = [10, 20, 30].map((second) => entry(second, false));
  const stamped = [5, 20, 25, 40].map((second) => entry(second, true));
  expect(merged(unstamped, stamped).map((each) => [secondOf(each), each.stamp !== undefined])).toEqual([
    [5, true],
    [10, false],
    [20, false],
    [20, true],
    [25, true],
    [30, false],
    [40, true],
  ]);
});

test('the versions of a warning are in order, whatever the clock of the older hub', () => {
  const later = entry(1_000, true, { warning: 'w', version: 2 });
  const earlier = entry(5_000, false, { warning: 'w', version: 1 });
  const other = entry(2_000, true, { warning: 'x', version: 1 });
  expect(merged([earlier], [later, other]).map(({ subject }) => [subject.warning, subject.version])).toEqual([
    ['w', 1],
    ['x', 1],
    ['w', 2],
  ]);
});

test('every entry is there once, and each kind keeps its own order', () => {
  const seconds = fc.array(fc.integer({ min: 0, max: 50 }), { maxLength: 30 });
  fc.assert(
    fc.property(seconds, seconds, (old, fresh) => {
      const unstamped = old.toSorted((one, other) => one - other).map((second) => entry(second, false));
      const stamped = fresh.toSorted((one, other) => one - other).map((second) => entry(second, true));
      const all = merged(unstamped, stamped);
      expect(all.filter(({ stamp }) => stamp === undefined)).toEqual(unstamped);
      expect(all.filter(({ stamp }) => stamp !== undefined)).toEqual(stamped);
      const sorted = all.map(secondOf);
      expect(sorted).toEqual(sorted.toSorted((one, other) => one - other));
    }),
    { seed: seed(), numRuns: runs(300) },
  );
});

type Row = KnownRow & { hasTwin?: true };

const numbered = ({ sequence }: KnownRow): boolean => sequence !== undefined;

/** Places one version in a feed of rows, as it is defined: what is there after it. */
const placeOne = (rows: readonly Row[], { entry: id, warning, version, sequence }: PlacedVersion): Row[] => {
  const own = rows.find((row) => row.entry.equals(id));
  if (own === undefined) return [...rows];
  const head = rows.filter(numbered).find((row) => row.warning === warning);
  if (head !== undefined && head.version > version) return rows.filter((row) => row !== own);
  const hasTwin =
    own.thing !== null &&
    rows.some(
      (row) => numbered(row) && row.thing === own.thing && row.kind === own.kind && row.warning !== warning,
    );
  const firstSequence = head?.firstSequence ?? sequence;
  return rows
    .filter((row) => row.warning !== warning || row.version >= version)
    .map((row) => (row === own ? { ...row, sequence, firstSequence, ...(hasTwin ? { hasTwin } : {}) } : row));
};

const reportsIn = (rows: readonly KnownRow[]): Reports[] =>
  [...Map.groupBy(rows.filter(numbered), ({ thing, kind }) => JSON.stringify([thing, kind])).values()]
    .filter(([row]) => row?.thing !== null)
    .map((of) => {
      const warnings = of.map(({ warning }) => warning).sort();
      const { thing, exercise, kind } = of[0] as KnownRow;
      return { thing, exercise, kind, least: warnings[0] ?? '', most: warnings.at(-1) ?? '' };
    });

/** What a batch makes of the feed. */
const placeAll = (rows: readonly Row[], versions: readonly PlacedVersion[]): Row[] => {
  const { shown, removed } = placingOf(versions, rows, reportsIn(rows));
  const sets = new Map(shown.map((each) => [each.entry.toHexString(), each.set]));
  return rows
    .map((row) => ({ ...row, ...sets.get(row.entry.toHexString()) }))
    .filter((row) => !removed.some(({ warning, below }) => row.warning === warning && row.version < below));
};

test('a batch places as one version after the other does', () => {
  const item = fc.record({
    warning: fc.constantFrom('w1', 'w2', 'w3', 'w4'),
    version: fc.integer({ min: 1, max: 4 }),
    isPlaced: fc.boolean(),
  });
  const things = fc.array(fc.constantFrom(null, 'cve-1', 'cve-2'), { minLength: 4, maxLength: 4 });
  fc.assert(
    fc.property(
      fc.uniqueArray(item, { selector: (each) => `${each.warning}.${each.version}` }),
      things,
      (items, of) => {
        const pending = items.map(
          ({ warning, version }): Row => ({
            entry: new ObjectId(),
            warning,
            version,
            thing: of[Number(warning.slice(1)) - 1] ?? null,
            exercise: '',
            kind: 'WARNING',
          }),
        );
        const versions = pending.map(({ entry: id, warning, version }, index) => ({
          entry: id,
          warning,
          version,
          sequence: index + 1,
        }));
        // Some were numbered before, in another order than that of the versions too.
        const earlier = versions.filter((_, index) => items[index]?.isPlaced);
        const before = earlier.reduce(placeOne, pending);
        const batch = versions.filter((_, index) => items[index]?.isPlaced === false);
        expect(placeAll(before, batch)).toEqual(batch.reduce(placeOne, before));
      },
    ),
    { seed: seed(), numRuns: runs(500) },
  );
});
