// Whether a row matches a filter, for rows that were not read by a query of their own, and whether a version concerns what
// a filter asks for.
import { type EffectiveGrade, gradeOf, type StoredGrade } from '../../domain/grade/effective-grade.ts';
import { sectorAndAncestors } from '../../domain/sector.ts';
import type { Summary } from '../../domain/warning.ts';
import { EVERY_SECTOR, type FeedRow } from '../../store/feed.ts';
import type { Content } from '../../store/warnings.ts';
import type { CheckedFilter } from '../item/item.ts';

type Matched = Pick<FeedRow, 'exercise' | 'kind' | 'severity' | 'words'> &
  StoredGrade & { readonly parsed: Content };

/** The same conditions as the store's query, applied to one row. A recall says nothing that a filter could ask for. */
export const matches = (row: Matched, filter: CheckedFilter): boolean => {
  if (row.exercise !== filter.exercise) return false;
  if (row.parsed.summary.recall !== undefined) return true;
  if (filter.kind !== undefined && row.kind !== filter.kind) return false;
  if (filter.severities !== undefined && !filter.severities.includes(row.severity)) return false;
  if (!filter.words.every((word) => row.words.some((each) => each.startsWith(word)))) return false;
  return hasGrade(gradeOf(row, row.parsed.summary), filter) && doesConcern(row.parsed.summary, filter);
};

/** By the effective grade. Rows that the hub has not judged yet are found by every such filter, and checked here. */
export const hasGrade = (
  { urgency, certainty }: Pick<EffectiveGrade, 'urgency' | 'certainty'>,
  { urgencies, certainties }: Pick<CheckedFilter, 'urgencies' | 'certainties'>,
): boolean => urgencies?.includes(urgency) !== false && certainties?.includes(certainty) !== false;

type Concerned = Pick<
  Summary,
  'sectorsConcerned' | 'countriesConcerned' | 'updatedAt' | 'takenAt' | 'recall'
>;

/**
 * By what the publisher states, and by when the hub took it. Rows that a hub of the release before writes while both run have the sectors and countries
 * of their audience, so each row that such a filter finds is checked here again.
 */
export const doesConcern = (
  { sectorsConcerned, countriesConcerned, updatedAt, takenAt = updatedAt }: Concerned,
  { country, sectors, since }: Pick<CheckedFilter, 'country' | 'sectors' | 'since'>,
): boolean => {
  if (since !== undefined && takenAt < since) return false;
  if (country !== undefined && !countriesConcerned.includes(country)) return false;
  if (sectors.includes(EVERY_SECTOR)) return true;
  const concerned = sectorsConcerned.flatMap(sectorAndAncestors);
  return sectors.some((sector) => concerned.includes(sector));
};
