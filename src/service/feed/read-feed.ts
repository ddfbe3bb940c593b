// Reads a page of the feed, newest or oldest first: batches that match the filter are decided again row by row. A selective
// filter ends a page early with a cursor that leads on, so that no request scans the whole feed.

import { pageSizeProblem } from '../../domain/limit/page-size.ts';
import type { Actor } from '../../domain/member.ts';
import { accepted, type Outcome, refused } from '../../domain/problem.ts';
import type { Hub } from '../../hub.ts';
import type { FeedRow } from '../../store/feed.ts';
import { cursorProblem, openCursor, sealCursor, sealPage } from '../cursor.ts';
import { type CheckedFilter, checkFilter, type FeedFilter, type Item, itemOf } from '../item/item.ts';
import { isCollapsed, loadDuplicates } from './collapse-duplicates.ts';
import { boundsOf, type FeedOrder, narrowedBy } from './feed-order.ts';
import { openFeedReader } from './feed-reader.ts';
import { doesConcern, hasGrade } from './matches.ts';
import { NONE_RAISED, newestAndRaised, raisedAmong, wasRaised } from './raised-since.ts';
import { type BatchesDeps, readBatches } from './read-batches.ts';

export type FeedRequest = {
  readonly first: number;
  readonly after: string | null;
  readonly filter: FeedFilter;
  /** NEWEST_FIRST when absent. */
  readonly order?: FeedOrder;
  /**
   * The earliest time at which the hub took it in or, newest first, at which its grade was raised, as `Date.toISOString`
   * writes it.
   */
  readonly since?: string | null;
};
export type FeedPage = {
  /** Fewer than requested, or none, on the last page or when a search reached its limit. */
  readonly items: readonly Item[];
  readonly hasNextPage: boolean;
  /** Where the next page starts: the last item's cursor, or a position after it. Oldest first it is never null. */
  readonly endCursor: string | null;
};

type ReadFeedDeps = BatchesDeps & Pick<Hub, 'pairs' | 'cursorKey' | 'entries'>;

export const readFeed = async (
  hub: ReadFeedDeps,
  actor: Actor,
  request: FeedRequest,
): Promise<Outcome<FeedPage>> => {
  const wrongSize = pageSizeProblem(request.first, hub.config.limits);
  if (wrongSize !== null) return refused(wrongSize);
  const filter = checkFilter(request.filter);
  if (!filter.ok) return filter;
  const { binding } = filter.value;
  const start = request.after === null ? null : openCursor(hub.cursorKey, binding, request.after);
  if (request.after !== null && start === null)
    return refused(cursorProblem(hub.cursorKey, binding, request.after));
  const { order = 'NEWEST_FIRST', since } = request;
  const { floor, filter: narrowed } = await narrowedBy(hub, filter.value, since ?? null);
  return accepted(await collect(hub, actor, narrowed, { first: request.first, order, start, floor }));
};

type Reading = {
  readonly first: number;
  readonly order: FeedOrder;
  /** The position of the cursor; null for the start of the order. */
  readonly start: number | null;
  /** Every row up to this number is too old. */
  readonly floor: number;
};

const collect = async (
  hub: ReadFeedDeps,
  actor: Actor,
  filter: CheckedFilter,
  reading: Reading,
): Promise<FeedPage> => {
  const { first, floor, order } = reading;
  const reader = openFeedReader(hub, actor);
  const nowMs = hub.clock.now().getTime();
  const bounds = boundsOf(reading);
  const budget = hub.config.limits.searchRows;
  const items: Item[] = [];
  let end: number | null = null;
  const isNewestFirst = order === 'NEWEST_FIRST';
  const { since: _since, ...ofAnyTime } = filter;
  const search = { reader, filter, bounds, wanted: first + 1, budget };
  const batches = isNewestFirst ? newestAndRaised(hub, { ...search, floor }) : readBatches(hub, search);
  for await (const batch of batches) {
    const duplicates = await loadDuplicates(hub, batch.rows, reader);
    const all = [...batch.rows, ...[...duplicates.byEntity.values()].flat()];
    const raised = isNewestFirst ? await raisedAmong(hub, all, filter) : NONE_RAISED;
    const filterOf = (row: Pick<FeedRow, 'warning' | 'version' | 'raisedBecause'>): CheckedFilter =>
      wasRaised(raised, row) ? ofAnyTime : filter;
    const cursors = sealPage(
      hub.cursorKey,
      filter.binding,
      batch.rows.map(({ sequence }) => sequence ?? 0),
    );
    for (const [index, row] of batch.rows.entries()) {
      const isRaised = wasRaised(raised, row);
      if (!doesConcern(row.parsed.summary, filterOf(row))) continue;
      const item = itemOf(row, actor, cursors[index] ?? '', nowMs);
      if (item !== null && !hasGrade(item.grade, filter)) continue;
      if (item !== null && !isCollapsed(row, duplicates, actor, filterOf, nowMs))
        items.push(isRaised ? { ...item, occasion: 'RAISED' } : item);
      if (items.length > first) return pageUpTo(items.slice(0, first), true);
    }
    end = batch.end;
    if (batch.isLast || (!isNewestFirst && end <= floor))
      return lastPage(hub, filter, items, { ...reading, end });
  }
  // The budget is used up: the page is short, and its cursor leads on.
  return {
    items,
    hasNextPage: true,
    endCursor: sealCursor(hub.cursorKey, filter.binding, end ?? reading.start ?? 0),
  };
};

/**
 * Oldest first, an empty page too says where to go on: at what was examined last, which may be a hidden row, so that its
 * cursor differs each time (I35).
 */
const lastPage = (
  { cursorKey }: Pick<Hub, 'cursorKey'>,
  { binding }: CheckedFilter,
  items: readonly Item[],
  { order, start, floor, end }: Reading & { readonly end: number },
): FeedPage => {
  if (order === 'NEWEST_FIRST' || items.length > 0) return pageUpTo(items, false);
  const position = Math.max(start ?? 0, floor, end);
  return { items, hasNextPage: false, endCursor: sealCursor(cursorKey, binding, position) };
};

const pageUpTo = (items: readonly Item[], hasNextPage: boolean): FeedPage => ({
  items,
  hasNextPage,
  endCursor: items.at(-1)?.cursor ?? null,
});
