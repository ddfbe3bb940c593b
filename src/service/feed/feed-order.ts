// In which direction the feed is read, and from which time on. Both orders follow the numbers of the record: what is numbered
// later comes later, however late it is, so that a cursor that only moves on misses nothing (I16).
import type { Hub } from '../../hub.ts';
import type { CheckedFilter } from '../item/item.ts';
import type { Bounds } from './feed-ranges.ts';

export type FeedOrder = 'NEWEST_FIRST' | 'OLDEST_FIRST';

type Place = {
  readonly order: FeedOrder;
  readonly start: number | null;
  readonly floor: number;
};

/** Where to begin, and in which direction. */
export const boundsOf = ({ order, start, floor }: Place): Pick<Bounds, 'before' | 'after'> => {
  if (order === 'OLDEST_FIRST') return { after: Math.max(start ?? 0, floor) };
  return start === null ? {} : { before: start };
};

/** By how much the clocks of hubs and of mongod may differ. */
const CLOCKS_MS = 10 * 60_000;

/**
 * The filter with the time in it, and the number up to which every row is older. Rows behind it are compared by their own
 * time of taking in.
 */
export const narrowedBy = async (
  { entries, config }: Pick<Hub, 'entries' | 'config'>,
  filter: CheckedFilter,
  since: string | null,
): Promise<{ readonly filter: CheckedFilter; readonly floor: number }> => {
  if (since === null) return { filter, floor: 0 };
  const before = new Date(Date.parse(since) - CLOCKS_MS);
  const floor = await entries.numberBefore(before, config.limits.operationMs);
  return { filter: { ...filter, since }, floor };
};
