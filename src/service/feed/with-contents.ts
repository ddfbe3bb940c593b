// Rows of a page with their contents: from this process's cache, the missing ones in one query.
import type { Hub } from '../../hub.ts';
import type { FeedKeyRow } from '../../store/feed.ts';
import type { Content } from '../../store/warnings.ts';

export type ReadRow = FeedKeyRow & { readonly parsed: Content };

/** In the same order; a row that left the feed between the two queries is left out (its successor comes first now). */
export const withContents = async (
  hub: Pick<Hub, 'feed' | 'contents'>,
  rows: readonly FeedKeyRow[],
): Promise<ReadRow[]> => {
  const missing = rows.filter((row) => hub.contents.get(row) === undefined);
  const texts = missing.length === 0 ? null : await hub.feed.contents(missing.map(({ _id }) => _id));
  for (const row of missing) {
    const text = texts?.get(row._id);
    if (text !== undefined) hub.contents.put(row, text);
  }
  return rows.flatMap((row) => {
    const parsed = hub.contents.get(row);
    return parsed === undefined ? [] : [{ ...row, parsed }];
  });
};
