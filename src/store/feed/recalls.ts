// Recalls in the feed: the rows of former versions go in the transaction of the recall, and streams find recalls apart from
// what they filter by.
import type { Collection, Session } from '../connect.ts';
import type { NoticeRange } from './notices.ts';
import type { FeedRow } from './row.ts';

export type Recalls = {
  /** Removes the rows of versions below this one, numbered or not, and their notices. */
  removeFormer(warning: string, below: number, session: Session): Promise<void>;
  /** Those that may be for a reader, oldest first. */
  recallsIn(range: NoticeRange, limit: number, maxTimeMs: number): Promise<FeedRow[]>;
};

/** Recalls are few: a stream that catches up reads those of its range. */
export const BY_RECALL = { isRecall: 1, exercise: 1, tokens: 1, sequence: 1, access: 1 } as const;

export const recallsOf = (rows: Collection<FeedRow>): Recalls => ({
  removeFormer: async (warning, below, session) => {
    await rows.deleteMany({ warning, version: { $lt: below } }, { session });
  },
  recallsIn: ({ exercise, tokens, after, until, without = [] }, limit, maxTimeMS) =>
    rows
      .find(
        {
          isRecall: true,
          exercise,
          tokens: { $in: [...tokens] },
          sequence: { $gt: after, $lte: until },
          ...(without.length === 0 ? {} : { access: { $nin: [...without] } }),
        },
        { hint: BY_RECALL, maxTimeMS, batchSize: limit },
      )
      .sort({ sequence: 1 })
      .limit(limit)
      .toArray(),
});
