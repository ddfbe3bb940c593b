// Sector by recency: how many warnings, and the worst of them. A warning about two sectors counts in both.
import type { HeatQuery, Severity } from '../../operations/graphql.generated.ts';
import { SEVERITIES } from './feed-query.ts';

/** Upper ends of the columns, in hours. */
export const COLUMNS = [24, 72, 168, 720] as const;

export type Cell = { readonly count: number; readonly worst: Severity };
export type HeatRow = { readonly sector: string; readonly cells: readonly Cell[] };

const HOUR_MS = 3_600_000;

export const heatRows = (data: HeatQuery, now: number): HeatRow[] => {
  const rows = new Map<string, { count: number; worst: number }[]>();
  for (const { node } of data.feed.edges) {
    const hours = (now - Date.parse(node.updatedAt)) / HOUR_MS;
    const column = COLUMNS.findIndex((end) => hours <= end);
    if (column === -1 || node.state === 'CANCELLED') continue;
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
