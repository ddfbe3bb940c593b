// Finds all rows of a condition that is rare for this reader, by an index of words or countries. The index starts
// with the access class, so that only readable rows are examined, counted and timed (I7, I34).
import type { Hub } from '../../hub.ts';
import { EVERY_SECTOR, type FeedKeyRow, type FeedSearch } from '../../store/feed.ts';
import type { CheckedFilter } from '../item/item.ts';
import type { Bounds } from './feed-ranges.ts';
import type { FeedReader } from './feed-reader.ts';

/** A condition with more rows is frequent: walking the feed fills a page soon. */
const MAX_FOUND = 300;
/** Limit of conditions tried, longest word first, as it is usually the rarest. */
const MAX_TRIED = 3;

/**
 * All rows within the bounds that match the filter, in order; null when no condition is rare or it cannot be
 * determined.
 */
export const findRare = async (
  hub: Pick<Hub, 'feed' | 'config'>,
  reader: FeedReader,
  filter: CheckedFilter,
  bounds: Pick<Bounds, 'before' | 'after'>,
): Promise<readonly FeedKeyRow[] | null> => {
  const access = await reader.classes(filter.exercise);
  if (access === null) return null;
  const { exercise } = filter;
  for (const by of conditionsOf(filter)) {
    const ids = await hub.feed.search(
      { exercise, access, by, ...bounds },
      MAX_FOUND,
      hub.config.limits.operationMs,
    );
    if (ids === null) continue;
    return rowsAmong(hub, filter, ids, bounds);
  }
  return null;
};

/** Those of these versions, given by their rows with sector `*`, that match the filter within the bounds, in order. */
export const rowsAmong = async (
  hub: Pick<Hub, 'feed'>,
  filter: CheckedFilter,
  ids: readonly string[],
  bounds: Pick<Bounds, 'before' | 'after'>,
): Promise<readonly FeedKeyRow[]> => {
  const { exercise, country, words, kind, severities, urgencies, certainties } = filter;
  const rows = await hub.feed.among(idsIn(filter.sectors, ids), {
    exercise,
    words,
    ...bounds,
    ...(country === undefined ? {} : { country }),
    ...(kind === undefined ? {} : { kind }),
    ...(severities === undefined ? {} : { severities }),
    ...(urgencies === undefined ? {} : { urgencies }),
    ...(certainties === undefined ? {} : { certainties }),
  });
  return [...new Map(rows.map((row) => [row.sequence, row])).values()];
};

const conditionsOf = ({
  words,
  country,
  urgencies,
  certainties,
}: CheckedFilter): readonly FeedSearch['by'][] => {
  const byLength = words.toSorted((one, other) => other.length - one.length).map((word) => ({ word }));
  const grade = {
    ...(urgencies === undefined ? {} : { urgencies }),
    ...(certainties === undefined ? {} : { certainties }),
  };
  const others = [
    ...(country === undefined ? [] : [{ country }]),
    ...(Object.keys(grade).length === 0 ? [] : [{ grade }]),
  ];
  // One place is for the others: a filter by many common words may still ask for a rare grade.
  return [...byLength.slice(0, MAX_TRIED - Math.min(others.length, 1)), ...others].slice(0, MAX_TRIED);
};

/** The same versions as rows of these sectors; a version outside a sector has no such row. */
const idsIn = (sectors: readonly string[], ids: readonly string[]): string[] =>
  sectors.includes(EVERY_SECTOR)
    ? [...ids]
    : ids.flatMap((id) => sectors.map((sector) => id.slice(0, -EVERY_SECTOR.length) + sector));
