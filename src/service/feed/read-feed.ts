// Reads a page of the feed, newest first: batches that match the filter are decided again row by row. A selective
// filter ends a page early with a cursor that leads on, so that no request scans the whole feed.

import { pageSizeProblem } from '../../domain/limit/page-size.ts';
import type { Actor } from '../../domain/member.ts';
import { accepted, type Outcome, refused } from '../../domain/problem.ts';
import type { Hub } from '../../hub.ts';
import { cursorProblem, openCursor, sealCursor, sealPage } from '../cursor.ts';
import { type CheckedFilter, checkFilter, type FeedFilter, type Item, itemOf } from '../item/item.ts';
import { isCollapsed, loadDuplicates } from './collapse-duplicates.ts';
import { openFeedReader } from './feed-reader.ts';
import { doesConcern, hasGrade } from './matches.ts';
import { type BatchesDeps, readBatches } from './read-batches.ts';

export type FeedRequest = {
  readonly first: number;
  readonly after: string | null;
  readonly filter: FeedFilter;
};
export type FeedPage = {
  /** Fewer than requested, or none, on the last page or when a search reached its limit. */
  readonly items: readonly Item[];
  readonly hasNextPage: boolean;
  /** Where the next page starts: the last item's cursor, or a position after it. */
  readonly endCursor: string | null;
};

type ReadFeedDeps = BatchesDeps & Pick<Hub, 'pairs' | 'cursorKey'>;

export const readFeed = async (
  hub: ReadFeedDeps,
  actor: Actor,
  request: FeedRequest,
): Promise<Outcome<FeedPage>> => {
  const wrongSize = pageSizeProblem(request.first, hub.config.limits);
  if (wrongSize !== null) return refused(wrongSize);
  const filter = checkFilter(request.filter);
  if (!filter.ok) return filter;
  let before: number | undefined;
  if (request.after !== null) {
    const { binding } = filter.value;
    const position = openCursor(hub.cursorKey, binding, request.after);
    if (position === null) return refused(cursorProblem(hub.cursorKey, binding, request.after));
    before = position;
  }
  return accepted(await collect(hub, actor, filter.value, request.first, before));
};

const collect = async (
  hub: ReadFeedDeps,
  actor: Actor,
  filter: CheckedFilter,
  first: number,
  start: number | undefined,
): Promise<FeedPage> => {
  const reader = openFeedReader(hub, actor);
  const nowMs = hub.clock.now().getTime();
  const bounds = start === undefined ? {} : { before: start };
  const budget = hub.config.limits.searchRows;
  const items: Item[] = [];
  let end: number | null = null;
  for await (const batch of readBatches(hub, { reader, filter, bounds, wanted: first + 1, budget })) {
    const duplicates = await loadDuplicates(hub, batch.rows, reader);
    const cursors = sealPage(
      hub.cursorKey,
      filter.binding,
      batch.rows.map(({ sequence }) => sequence ?? 0),
    );
    for (const [index, row] of batch.rows.entries()) {
      if (!doesConcern(row.parsed.summary, filter)) continue;
      const item = itemOf(row, actor, cursors[index] ?? '', nowMs);
      if (item !== null && !hasGrade(item.grade, filter)) continue;
      if (item !== null && !isCollapsed(row, duplicates, actor, filter, nowMs)) items.push(item);
      if (items.length > first) return pageUpTo(items.slice(0, first), true);
    }
    if (batch.isLast) return pageUpTo(items, false);
    end = batch.end;
  }
  // The budget is used up: the page is short, and its cursor leads on.
  return {
    items,
    hasNextPage: true,
    endCursor: sealCursor(hub.cursorKey, filter.binding, end ?? start ?? 0),
  };
};

const pageUpTo = (items: readonly Item[], hasNextPage: boolean): FeedPage => ({
  items,
  hasNextPage,
  endCursor: items.at(-1)?.cursor ?? null,
});
