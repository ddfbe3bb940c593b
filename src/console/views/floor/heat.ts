// Sector by recency: how many warnings, and the worst of them. A warning about two sectors counts in both.
import { SEVERITIES } from '../../app/feed/grades.ts';
import type { HeatQuery, Severity } from '../../operations/graphql.generated.ts';

/** Ends of the columns, in days since a warning was published: each begins where the one before it ends. */
export const COLUMNS = [1, 3, 7, 30] as const;

export type Warm = HeatQuery['feed']['edges'][number]['node'];
export type Cell = { readonly count: number; readonly worst: Severity };
export type HeatRow = { readonly sector: string; readonly cells: readonly Cell[] };

const DAY_MS = 86_400_000;

/**
 * By the date of its issuer: an advisory of years ago that was brought in today burns nowhere. A date after it was taken in says
 * nothing. The hub's clock can be a little ahead of this one.
 */
const columnOf = ({ takenInAt, updatedAt }: Warm, now: number): number => {
  const days = (now - Math.min(Date.parse(takenInAt), Date.parse(updatedAt))) / DAY_MS;
  return COLUMNS.findIndex((end) => days < end);
};

const isCounted = (node: Warm, now: number): boolean =>
  node.state !== 'CANCELLED' && columnOf(node, now) !== -1;

/** How many would count, but say no sector. */
export const withoutSector = (warm: readonly Warm[], now: number): number =>
  warm.filter((node) => node.sectorsConcerned.length === 0 && isCounted(node, now)).length;

export const heatRows = (warm: readonly Warm[], now: number): HeatRow[] => {
  const rows = new Map<string, { count: number; worst: number }[]>();
  for (const node of warm) {
    if (!isCounted(node, now)) continue;
    const column = columnOf(node, now);
    for (const sector of new Set(node.sectorsConcerned.map((id) => id.split('/')[0] ?? id))) {
      const row = rows.get(sector) ?? COLUMNS.map(() => ({ count: 0, worst: SEVERITIES.length - 1 }));
      const cell = row[column];
      if (cell !== undefined) {
        cell.count += 1;
        cell.worst = Math.min(cell.worst, SEVERITIES.indexOf(node.severity));
      }
      rows.set(sector, row);
    }
  }
  return [...rows]
    .map(([sector, cells]) => ({
      sector,
      cells: cells.map(({ count, worst }) => ({ count, worst: SEVERITIES[worst] ?? 'UNKNOWN' })),
    }))
    .sort((one, other) => weight(other) - weight(one) || one.sector.localeCompare(other.sector));
};

const weight = ({ cells }: HeatRow): number =>
  cells.reduce((sum, { count }, index) => sum + count * 10 ** (COLUMNS.length - index), 0);
