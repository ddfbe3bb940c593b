// Recalls in the feed: the rows of former versions go in the transaction of the recall or narrowing, and streams find recalls apart from
// what they filter by.
import type { Collection, Session } from '../connect.ts';
import type { NoticeRange } from './notices.ts';
import { EVERY_SECTOR, type FeedRow } from './row.ts';

export type Recalls = {
  /** Removes the rows of versions below this one, numbered or not, and their notices. */
  removeFormer(warning: string, below: number, session: Session): Promise<void>;
  /** The same before a version that stays where its warning was among others that report the same. */
  replaceFormer(warning: string, by: number, session: Session): Promise<void>;
  /** Those that may be for a reader, oldest first. */
  recallsIn(range: NoticeRange, limit: number, maxTimeMs: number): Promise<FeedRow[]>;
};

/** Recalls are few: a stream that catches up reads those of its range. */
export const BY_RECALL = { isRecall: 1, exercise: 1, tokens: 1, sequence: 1, access: 1 } as const;

export const recallsOf = (rows: Collection<FeedRow>): Recalls => ({
  removeFormer: async (warning, below, session) => {
    await rows.deleteMany({ warning, version: { $lt: below } }, { session });
  },
  replaceFormer: async (warning, by, session) => {
    const former = { warning, version: { $lt: by } };
    const first = await rows.findOne(
      { ...former, sector: EVERY_SECTOR, sequence: { $gt: 0 } },
      { session, sort: { version: -1 }, projection: { sequence: 1, firstSequence: 1 } },
    );
    await rows.deleteMany(former, { session });
    const firstSequence = first?.firstSequence ?? first?.sequence;
    if (firstSequence !== undefined)
      await rows.updateMany({ warning, version: by }, { $set: { firstSequence } }, { session });
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
