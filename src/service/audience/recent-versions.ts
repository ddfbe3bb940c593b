// What a publisher published lately. A publication asks for it, so that the contents which this process has are not read again.
import type { Hub } from '../../hub.ts';
import type { Content, RecentRow } from '../../store/warnings.ts';

export type RecentVersionsDeps = Pick<Hub, 'warnings' | 'contents'>;

export type RecentVersion = Pick<RecentRow, 'warning' | 'version' | 'at'> & { readonly content: Content };

/** Of the publisher's newest versions. */
const MOST_LOOKED_AT = 50;

/** Since an instant, the newest first, at most 50. Of a version that was recalled or narrowed since, as it was or as it is. */
export const recentVersions = async (
  hub: RecentVersionsDeps,
  publisher: string,
  since: Date,
): Promise<RecentVersion[]> =>
  withContents(hub, await hub.warnings.recentOf(publisher, since, MOST_LOOKED_AT));

/** With what they say. */
export const withContents = async (
  { warnings, contents }: RecentVersionsDeps,
  rows: readonly RecentRow[],
): Promise<RecentVersion[]> => {
  const held = rows.map((row) => contents.get(row));
  const missing = rows.filter((_, index) => held[index] === undefined).map(({ _id }) => _id);
  const read = missing.length === 0 ? [] : await warnings.versions(missing);
  const texts = new Map(read.map(({ _id, content }) => [_id, content]));
  return rows.flatMap((row, index) => {
    const text = texts.get(row._id);
    const content = held[index] ?? (text === undefined ? undefined : contents.put(row, text));
    // Removed between the two queries.
    return content === undefined ? [] : [{ ...row, content }];
  });
};
