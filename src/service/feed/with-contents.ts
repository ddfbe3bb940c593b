// Adds contents to the rows of a page: from this process's cache, the missing ones in one query.
import type { Hub } from '../../hub.ts';
import type { FeedKeyRow } from '../../store/feed.ts';
import type { Content } from '../../store/warnings.ts';

export type ReadRow = FeedKeyRow & { readonly parsed: Content };

/** In the same order. A row that left the feed between the two queries is dropped, as its successor is now first. */
export const withContents = async (
  hub: Pick<Hub, 'feed' | 'contents'>,
  rows: readonly FeedKeyRow[],
): Promise<ReadRow[]> => {
  const held = rows.map((row) => hub.contents.get(row));
  const missing = rows.filter((_, index) => held[index] === undefined);
  const texts = missing.length === 0 ? null : await hub.feed.contents(missing.map(({ _id }) => _id));
  const read: ReadRow[] = [];
  rows.forEach((row, index) => {
    const text = texts?.get(row._id);
    const parsed = held[index] ?? (text === undefined ? undefined : hub.contents.put(row, text));
    // The rows are shared with other requests.
    if (parsed !== undefined) read.push({ ...row, parsed });
  });
  return read;
};
