// A page of the feed: scope → indexed ranges → each row decided again → what is left. Newest first, or oldest first
// after a cursor when a stream catches up.
import type { Actor } from '../../domain/member.ts';
import { accepted, type Outcome, problem, refused } from '../../domain/problem.ts';
import type { Hub } from '../../hub.ts';
import { readerTokens } from '../../policy/scope.ts';
import type { FeedKeyRow, FeedQuery } from '../../store/feed.ts';
import { cursorInvalid, openCursor, sealPage } from '../cursor.ts';
import { isFolded, loadTwins } from './fold-twins.ts';
import { type CheckedFilter, checkFilter, type FeedFilter, type Item, itemOf } from '../item/item.ts';
import { type ReadRow, withContents } from './with-contents.ts';

export type FeedRequest = {
  readonly first: number;
  readonly after: string | null;
  readonly filter: FeedFilter;
};
export type FeedPage = { readonly items: readonly Item[]; readonly hasNextPage: boolean };

type Room = Pick<Hub, 'feed' | 'pairs' | 'contents' | 'cursorKey' | 'clock' | 'config'>;

export const readFeed = async (hub: Room, actor: Actor, request: FeedRequest): Promise<Outcome<FeedPage>> => {
  const { pageSize } = hub.config.limits;
  if (!Number.isInteger(request.first) || request.first < 1 || request.first > pageSize) {
    return refused(
      problem(
        'PAGE_TOO_LARGE',
        '$.first',
        `A page has 1 to ${pageSize} items.`,
        `Ask for at most ${pageSize}.`,
      ),
    );
  }
  const filter = checkFilter(request.filter);
  if (!filter.ok) return filter;
  let before: number | undefined;
  if (request.after !== null) {
    const position = openCursor(hub.cursorKey, filter.value.binding, request.after);
    if (position === null) return refused(cursorInvalid('$.after'));
    before = position;
  }
  return accepted(await collect(hub, actor, filter.value, request.first, before));
};

/** Rounds of reading until the page is full: rows that only the tokens let through are dropped. */
const MAX_ROUNDS = 40;

const collect = async (
  hub: Room,
  actor: Actor,
  filter: CheckedFilter,
  first: number,
  start: number | undefined,
): Promise<FeedPage> => {
  const tokens = readerTokens(actor);
  const nowMs = hub.clock.now().getTime();
  const items: Item[] = [];
  let before = start;
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const wanted = first + 1 - items.length;
    const limit = round === 0 ? wanted : Math.max(wanted, 50);
    const page = await readRows(hub, filter, tokens, limit, { ...(before === undefined ? {} : { before }) });
    const { rows } = page;
    const twins = await loadTwins(hub, rows, tokens);
    const cursors = sealPage(
      hub.cursorKey,
      filter.binding,
      rows.map(({ sequence }) => sequence ?? 0),
    );
    for (const [index, row] of rows.entries()) {
      const item = itemOf(row, actor, cursors[index] ?? '', nowMs);
      if (item !== null && !isFolded(row, twins, actor, filter, nowMs)) items.push(item);
      if (items.length > first) return { items: items.slice(0, first), hasNextPage: true };
    }
    if (page.isLast) return { items, hasNextPage: false };
    before = page.end;
  }
  return { items, hasNextPage: true };
};

/** One query per sector of the filter (a page of merged ranges each), merged by sequence; `end` is where to go on. */
export const readRows = async (
  hub: Pick<Hub, 'feed' | 'contents' | 'config'>,
  filter: CheckedFilter,
  tokens: readonly string[],
  limit: number,
  range: Pick<FeedQuery, 'before' | 'after'>,
): Promise<{
  readonly rows: readonly ReadRow[];
  readonly isLast: boolean;
  readonly end: number | undefined;
}> => {
  const { exercise, kind, severities, country, words } = filter;
  const conditions = {
    exercise,
    tokens,
    words,
    ...(kind === undefined ? {} : { kind }),
    ...(severities === undefined ? {} : { severities }),
    ...(country === undefined ? {} : { country }),
    ...range,
  };
  const read = (sector: string) =>
    hub.feed.page({ ...conditions, sector }, limit, hub.config.limits.operationMs);
  const [sector, ...others] = filter.sectors;
  const found =
    sector !== undefined && others.length === 0
      ? await read(sector)
      : await readMerged(filter, read, limit, range);
  return {
    rows: await withContents(hub, found),
    isLast: found.length < limit,
    end: found.at(-1)?.sequence,
  };
};

const readMerged = async (
  filter: CheckedFilter,
  read: (sector: string) => Promise<FeedKeyRow[]>,
  limit: number,
  range: Pick<FeedQuery, 'before' | 'after'>,
): Promise<FeedKeyRow[]> => {
  const pages = await Promise.all(filter.sectors.map(read));
  const byWarning = new Map(pages.flat().map((row) => [`${row.warning}.${row.version}`, row]));
  const direction = range.after === undefined ? -1 : 1;
  return [...byWarning.values()]
    .sort((one, other) => direction * ((one.sequence ?? 0) - (other.sequence ?? 0)))
    .slice(0, limit);
};
