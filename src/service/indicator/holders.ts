// The warnings whose indicators are listed: what the feed shows this reader, without collapsing duplicates, since each source
// brings its own indicators; or one warning by its id.
import type { Actor } from '../../domain/member.ts';
import type { Hub } from '../../hub.ts';
import { openFeedReader } from '../feed/feed-reader.ts';
import { doesConcern } from '../feed/matches.ts';
import { type BatchesDeps, readBatches, type Search } from '../feed/read-batches.ts';
import { type CheckedFilter, type Item, itemOf } from '../item/item.ts';
import { readWarning } from '../item/read-warning.ts';
import type { ObjectDeps } from '../object/read-objects.ts';

export type IndicatorDeps = ObjectDeps & BatchesDeps & Pick<Hub, 'entries'>;

/** `sequence` is its place: its number in the feed; of a warning read by its id its version. */
export type Holder = { readonly item: Item; readonly sequence: number };

export type HolderBatch = {
  readonly holders: readonly Holder[];
  /** Where the next batch starts. */
  readonly end: number;
  readonly isLast: boolean;
};

const STEP = 50;
/** Of the warnings that a search may examine on one page; each takes more reads than a row of the feed. */
const SHARE = 5;

export async function* holdersInFeed(
  hub: BatchesDeps,
  actor: Actor,
  filter: CheckedFilter,
  bounds: Search['bounds'],
): AsyncGenerator<HolderBatch> {
  const nowMs = hub.clock.now().getTime();
  const reader = openFeedReader(hub, actor);
  const budget = Math.max(1, Math.ceil(hub.config.limits.searchRows / SHARE));
  for await (const batch of readBatches(hub, { reader, filter, bounds, wanted: STEP, budget })) {
    const holders = batch.rows.flatMap((row): Holder[] => {
      const item = doesConcern(row.parsed.summary, filter) ? itemOf(row, actor, '', nowMs) : null;
      return item === null ? [] : [{ item, sequence: row.sequence ?? 0 }];
    });
    yield { holders, end: batch.end, isLast: batch.isLast };
  }
}

export async function* holderById(
  hub: IndicatorDeps,
  actor: Actor,
  filter: CheckedFilter,
  id: string,
): AsyncGenerator<HolderBatch> {
  const item = await readWarning(hub, actor, id);
  const isThere =
    item !== null && (item.access.exercise ?? '') === filter.exercise && doesConcern(item.summary, filter);
  const sequence = item?.summary.version ?? 0;
  yield { holders: isThere ? [{ item, sequence }] : [], end: sequence, isLast: true };
}
