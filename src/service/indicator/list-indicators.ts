// Lists the indicators in what a reader may read, warning by warning in the order of the feed. Each warning and each
// indicator is decided for the reader. Bounds count what it may see; a page that ends early says where to go on (I31).
import { pageSizeProblem } from '../../domain/limit/page-size.ts';
import type { Actor } from '../../domain/member.ts';
import { accepted, type Outcome, refused } from '../../domain/problem.ts';
import type { Hub } from '../../hub.ts';
import { cursorProblem, openBlock, sealBlock, sealPlace } from '../cursor.ts';
import { boundsOf, type FeedOrder, narrowedBy } from '../feed/feed-order.ts';
import { type Holder, holderById, holdersInFeed, type IndicatorDeps } from './holders.ts';
import {
  type CheckedIndicatorFilter,
  checkIndicatorFilter,
  type IndicatorFilter,
} from './indicator-filter.ts';
import type { Indicator } from './indicator-of.ts';
import { openSearch, type Position, type Search } from './search-holder.ts';

export type { Indicator } from './indicator-of.ts';

export type IndicatorRequest = {
  readonly first: number;
  readonly after: string | null;
  readonly filter: IndicatorFilter;
  readonly order: FeedOrder;
  /** The earliest time at which the hub took a warning in, as `Date.toISOString` writes it. */
  readonly since: string | null;
};

export type IndicatorPage = {
  readonly indicators: readonly { readonly cursor: string; readonly indicator: Indicator }[];
  readonly hasNextPage: boolean;
  /** Where the next page starts. Oldest first it is never null. */
  readonly endCursor: string | null;
};

/** Behind every indicator of a warning. */
const ALL = 0xffff_ffff;

const bytesOf = ({ sequence, ordinal }: Position): Buffer => {
  const bytes = Buffer.alloc(12);
  bytes.writeBigUInt64BE(BigInt(sequence), 0);
  bytes.writeUInt32BE(ordinal, 8);
  return bytes;
};

const positionOf = (bytes: Buffer): Position => ({
  sequence: Number(bytes.readBigUInt64BE(0)),
  ordinal: bytes.readUInt32BE(8),
});

export const listIndicators = async (
  hub: IndicatorDeps,
  actor: Actor,
  request: IndicatorRequest,
): Promise<Outcome<IndicatorPage>> => {
  const wrongSize = pageSizeProblem(request.first, hub.config.limits);
  if (wrongSize !== null) return refused(wrongSize);
  const checked = checkIndicatorFilter(request.filter);
  if (!checked.ok) return checked;
  const { binding } = checked.value;
  const block = request.after === null ? null : openBlock(hub.cursorKey, binding, request.after);
  if (request.after !== null && block === null)
    return refused(cursorProblem(hub.cursorKey, binding, request.after));
  const start = block === null ? null : positionOf(block);
  return accepted(await collect(hub, actor, checked.value, { ...request, start }));
};

type Reading = IndicatorRequest & { readonly start: Position | null };

const collect = async (
  hub: IndicatorDeps,
  actor: Actor,
  filter: CheckedIndicatorFilter,
  reading: Reading,
): Promise<IndicatorPage> => {
  const { order, start, first } = reading;
  const { floor, filter: feed } = await narrowedBy(hub, filter.feed, reading.since);
  const bounds = boundsOf({ order, start: placeIn(order, start), floor });
  const search = openSearch(hub, actor, filter, { first, start });
  const batches =
    filter.warning === undefined
      ? holdersInFeed(hub, actor, feed, bounds)
      : holderById(hub, actor, feed, filter.warning);
  let end = Math.max(start?.sequence ?? 0, floor);
  for await (const batch of batches) {
    for (const group of inGroups(batch.holders)) {
      const stop = await search.through(group);
      const next = stop === 'FULL' ? null : stop;
      if (stop !== null) return pageOf(hub, filter, search, { hasNextPage: true, end: next });
    }
    end = batch.end;
    if (!batch.isLast && end > floor) continue;
    // Newest first there is nothing to go on from.
    const isOpen = order === 'OLDEST_FIRST' && search.found.length === 0;
    const sequence = Math.max(start?.sequence ?? 0, floor, end);
    return pageOf(hub, filter, search, {
      hasNextPage: false,
      end: isOpen ? { sequence, ordinal: ALL } : null,
    });
  }
  return pageOf(hub, filter, search, { hasNextPage: true, end: { sequence: end, ordinal: ALL } });
};

/** The number from which the feed is read: the warning of the cursor again, unless it was passed as a whole. */
const placeIn = (order: FeedOrder, start: Position | null): number | null => {
  if (start === null) return null;
  if (start.ordinal === ALL) return start.sequence;
  return order === 'OLDEST_FIRST' ? start.sequence - 1 : start.sequence + 1;
};

/** Warnings whose indicators are looked up in one query. */
const GROUP = 20;

function* inGroups(holders: readonly Holder[]): Generator<readonly Holder[]> {
  for (let from = 0; from < holders.length; from += GROUP) yield holders.slice(from, from + GROUP);
}

/**
 * The cursor of a delivered row is the same each time; one of any other place differs each time, since it may follow from what
 * is hidden (I35).
 */
const pageOf = (
  { cursorKey }: Pick<Hub, 'cursorKey'>,
  { binding }: CheckedIndicatorFilter,
  { found }: Search,
  { hasNextPage, end }: { readonly hasNextPage: boolean; readonly end: Position | null },
): IndicatorPage => {
  const indicators = found.map(({ position, indicator }) => ({
    cursor: sealBlock(cursorKey, binding, bytesOf(position)),
    indicator,
  }));
  const endCursor =
    end === null ? (indicators.at(-1)?.cursor ?? null) : sealPlace(cursorKey, binding, bytesOf(end));
  return { indicators, hasNextPage, endCursor };
};
