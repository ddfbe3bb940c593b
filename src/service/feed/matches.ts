// Whether a row matches a filter, for rows that were not read by a query of their own.
import { sectorAndAncestors } from '../../domain/sector.ts';
import { EVERY_SECTOR, type FeedRow } from '../../store/feed.ts';
import type { Content } from '../../store/warnings.ts';
import type { CheckedFilter } from '../item/item.ts';

type Matched = Pick<FeedRow, 'exercise' | 'kind' | 'severity' | 'countries' | 'words'> & {
  readonly parsed: Content;
};

/** The same conditions as the store's query, applied to one row. */
export const matches = (row: Matched, filter: CheckedFilter): boolean => {
  if (row.exercise !== filter.exercise) return false;
  if (filter.kind !== undefined && row.kind !== filter.kind) return false;
  if (filter.severities !== undefined && !filter.severities.includes(row.severity)) return false;
  if (filter.country !== undefined && !row.countries.includes(filter.country)) return false;
  if (!filter.words.every((word) => row.words.some((each) => each.startsWith(word)))) return false;
  if (filter.sectors.includes(EVERY_SECTOR)) return true;
  const sectors = row.parsed.summary.sectors.flatMap(sectorAndAncestors);
  return filter.sectors.some((sector) => sectors.includes(sector));
};
