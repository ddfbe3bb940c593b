// Fills in the access class of feed rows from before classes were kept. Until it is done such rows are found all the same,
// by their contents, at more cost. In bounded batches, resumable from the last row, harmless when repeated; rows that an
// older process writes meanwhile are found by a second pass.
import { accessClassOf } from '../../policy/access-class.ts';
import type { AccessClasses } from '../access-classes.ts';
import { isNoIndex } from '../connect.ts';
import type { Feed } from '../feed.ts';
import type { Content } from '../warnings.ts';

export type FilledClasses = {
  readonly filled: number;
  /** The id of the last row that was looked at: where to go on; null when there is none left. */
  readonly last: string | null;
};

/** One batch of rows after this id, in the order of ids. */
export const fillAccessClasses = async (
  feed: Pick<Feed, 'rows'>,
  classes: Pick<AccessClasses, 'keep'>,
  { after, limit }: { readonly after: string; readonly limit: number },
): Promise<FilledClasses> => {
  const rows = await feed.rows
    .find({ _id: { $gt: after } }, { projection: { content: 1, access: 1 } })
    .sort({ _id: 1 })
    .limit(limit)
    .toArray();
  const updates = [];
  for (const { _id, content, access } of rows) {
    if (access !== undefined) continue;
    const found = accessClassOf((JSON.parse(content) as Content).envelope);
    await classes.keep(found);
    updates.push({ updateOne: { filter: { _id }, update: { $set: { access: found.id } } } });
  }
  if (updates.length > 0) await feed.rows.bulkWrite(updates, { ordered: false });
  return { filled: updates.length, last: rows.length < limit ? null : (rows.at(-1)?._id ?? null) };
};

/** The index that the one by token and class stands in for. Older hubs hint at it: drop it when none of them runs. */
export const dropFormerTokenIndex = async (feed: Pick<Feed, 'rows'>): Promise<void> => {
  await feed.rows.dropIndex('sector_1_exercise_1_tokens_1_sequence_-1').catch((error: unknown) => {
    if (!isNoIndex(error)) throw error;
  });
};
