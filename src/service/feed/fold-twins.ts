// One advisory told by several is one thing to a reader: the telling that was numbered first, among those this reader
// may see and that its filter lets through, is shown; the others are its sources. A twin that the reader may not see,
// or that is of another exercise, folds nothing (I6, I10).
import type { Actor } from '../../domain/member.ts';
import type { Hub } from '../../hub.ts';
import { decide } from '../../policy/decide.ts';
import type { FeedRow } from '../../store/feed.ts';
import type { Content } from '../../store/warnings.ts';
import type { CheckedFilter } from './item.ts';
import { matches } from './matches.ts';

export type Twin = FeedRow & { readonly parsed: Content };

type Telling = Pick<FeedRow, 'warning' | 'thing' | 'firstSequence' | 'hasTwin'>;

/** The other tellings of the things in these rows; one query, and none when no row has a twin. */
export const loadTwins = async (
  hub: Pick<Hub, 'feed'>,
  rows: readonly Telling[],
): Promise<ReadonlyMap<string, readonly Twin[]>> => {
  const things = new Set(
    rows.flatMap((row) => (row.hasTwin === true && row.thing !== null ? [row.thing] : [])),
  );
  if (things.size === 0) return new Map();
  const twins = (await hub.feed.twins([...things])).map((row) => ({
    ...row,
    parsed: JSON.parse(row.content) as Content,
  }));
  return Map.groupBy(twins, ({ thing }) => thing ?? '');
};

/** Whether an earlier telling of the same thing is there for this reader, so that this one is folded into it. */
export const isFolded = (
  row: Telling,
  twins: ReadonlyMap<string, readonly Twin[]>,
  actor: Actor,
  filter: CheckedFilter,
  nowMs: number,
): boolean =>
  row.hasTwin === true &&
  row.thing !== null &&
  (twins.get(row.thing) ?? []).some(
    (twin) =>
      twin.warning !== row.warning &&
      !twin.isCancelled &&
      (twin.firstSequence ?? Number.MAX_SAFE_INTEGER) < (row.firstSequence ?? Number.MAX_SAFE_INTEGER) &&
      matches(twin, filter) &&
      decide(actor, twin.parsed.envelope, nowMs).allowed,
  );
