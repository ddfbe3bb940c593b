// Notices in streams: rows by which the hub tells the readers of a version again (store/feed/notices.ts), merged with the
// versions by their numbers.
import type { Hub } from '../../hub.ts';
import { type FeedRow, NOTICE } from '../../store/feed.ts';
import type { Content } from '../../store/warnings.ts';
import type { FeedReader } from '../feed/feed-reader.ts';
import { matches } from '../feed/matches.ts';
import type { CheckedFilter } from '../item/item.ts';

/** Versions and notices after a number, oldest first. */
export const rowsSince = async (
  { feed }: Pick<Hub, 'feed'>,
  sequence: number,
  limit: number,
): Promise<FeedRow[]> => {
  const [versions, notices] = await Promise.all([
    feed.since(sequence, limit),
    feed.noticesSince(sequence, limit),
  ]);
  if (notices.length === 0) return versions;
  return [...versions, ...notices].sort(inOrder).slice(0, limit);
};

const inOrder = (one: Pick<FeedRow, 'sequence'>, other: Pick<FeedRow, 'sequence'>): number =>
  (one.sequence ?? 0) - (other.sequence ?? 0);

/** Whether streams pass over it: a version that notifies nobody. A notice is made only where somebody is to be told. */
export const isSilent = (row: Pick<FeedRow, 'isQuiet'> & { readonly sector?: string }): boolean =>
  row.isQuiet && row.sector !== NOTICE;

type Deps = Pick<Hub, 'feed' | 'contents' | 'config'>;
type Range = { readonly after: number; readonly until: number };

const AT_ONCE = 100;

type Read = Omit<FeedRow, 'content'> & { readonly parsed: Content };

/** The notices and recalls within a range that match a reader's filter. They are few, so their own contents are looked at. */
export const noticesFor = async (
  hub: Deps,
  reader: FeedReader,
  filter: CheckedFilter,
  range: Range,
): Promise<Read[]> => [
  ...(await rowsFor(hub, reader, filter, { ...range, read: hub.feed.noticesIn })),
  ...(await rowsFor(hub, reader, filter, { ...range, read: hub.feed.recallsIn })),
];

const rowsFor = async (
  { contents, config }: Deps,
  { tokens, readable, refused }: FeedReader,
  filter: CheckedFilter,
  { after, until, read }: Range & { readonly read: Deps['feed']['noticesIn'] },
): Promise<Read[]> => {
  const found: Read[] = [];
  for (let from = after; from < until; ) {
    const range = { exercise: filter.exercise, tokens, without: refused(), after: from, until };
    const rows = await read(range, AT_ONCE, config.limits.operationMs);
    const open = await readable(rows.map(({ access }) => access ?? null));
    for (const row of rows) {
      const parsed = contents.get(row) ?? contents.put(row, row.content);
      const each = { ...row, parsed };
      if (open.has(row.access ?? null) && matches(each, filter)) found.push(each);
    }
    if (rows.length < AT_ONCE) break;
    from = rows.at(-1)?.sequence ?? until;
  }
  return found;
};
