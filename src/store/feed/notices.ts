// Notices: the hub tells the readers of a version again, without a new version, because its effective grade was raised. A
// notice is a row of the feed of a sector that no list asks for, so that lists keep their order: streams read it by its
// number, and a list from an instant on looks which versions were raised since. The rows of a version that is replaced go with it.
import type { Collection, Filter, ObjectId, Session } from '../connect.ts';
import { EVERY_SECTOR, type FeedRow, NOTICE } from './row.ts';

export type NoticeRange = {
  readonly exercise: string;
  readonly tokens: readonly string[];
  /** Rows of these access classes are passed over within the index. */
  readonly without?: readonly string[];
  readonly after: number;
  readonly until: number;
};

/** An entry that announces a notice, and its number. */
export type NumberedNotice = { readonly entry: ObjectId; readonly sequence: number };

/** A notice that a grade was raised; its entry says when. */
export type Raise = Pick<FeedRow, 'warning' | 'version' | 'entry'> & {
  readonly sequence: number;
  readonly access?: string;
};

export type RaiseRange = Omit<NoticeRange, 'until'> & { readonly before: number };

/** A notice that was numbered by a sequencer of the release before, which does not show it. */
export type LostNotice = Pick<FeedRow, '_id' | 'entry' | 'warning' | 'version' | 'exercise'>;

/** `tells` is absent where the grade was raised. */
export type NewNotice = {
  readonly warning: string;
  readonly version: number;
  readonly entry: ObjectId;
  readonly tells?: 'ENDED';
};

export type Notices = {
  /** Inserts the notice of a version that the feed shows, under this entry; false when it does not show it. */
  insertNotice(notice: NewNotice, session: Session): Promise<boolean>;
  /** Makes notices visible under their numbers. */
  showNotices(notices: readonly NumberedNotice[], session: Session): Promise<void>;
  /** Those that may be for a reader, oldest first. */
  noticesIn(range: NoticeRange, limit: number, maxTimeMs: number): Promise<FeedRow[]>;
  /** Those of raised grades, without their contents, newest first. */
  raisesIn(range: RaiseRange, limit: number, maxTimeMs: number): Promise<Raise[]>;
  /** Those of raised grades of these versions, given by their rows with sector `*`. */
  raisesOf(ids: readonly string[]): Promise<Raise[]>;
  /** Every notice after a number, oldest first. */
  noticesSince(sequence: number, limit: number): Promise<FeedRow[]>;
  /** Notices without a number. */
  unnumbered(limit: number): Promise<LostNotice[]>;
  /** Puts a notice under another entry. */
  announceAgain(id: string, entry: ObjectId, session: Session): Promise<void>;
};

/** By a key of its own: notices are few, and a broker reads them at each wake. */
export const BY_NOTICE = { sector: 1, sequence: 1 } as const;
/** Notices of ends are as many as warnings that expire: those of raises are found without them. */
export const BY_RAISE = { sector: 1, notice: 1, exercise: 1, tokens: 1, sequence: -1, access: 1 } as const;

const OF_A_RAISE = { _id: 0, warning: 1, version: 1, entry: 1, sequence: 1, access: 1 } as const;

export const noticesOf = (rows: Collection<FeedRow>, hintOfTokens: object): Notices => ({
  insertNotice: async ({ warning, version, entry, tells }, session) => {
    const row = await rows.findOne({ _id: `${warning}.${version}.${EVERY_SECTOR}` }, { session });
    if (row?.sequence === undefined) return false;
    const { sequence: _sequence, ...content } = row;
    // Each kind has a row of its own: the end of a validity takes no raise away from whoever asks what came since.
    const _id = `${warning}.${version}.${NOTICE}${tells ?? ''}`;
    const told = tells === undefined ? {} : { notice: tells };
    const notice = { ...content, _id, sector: NOTICE, entry, ...told };
    await rows.replaceOne({ _id: notice._id }, notice, { upsert: true, session });
    return true;
  },
  showNotices: async (notices, session) => {
    if (notices.length === 0) return;
    const changes = notices.map(({ entry, sequence }) => ({
      updateOne: { filter: { entry, sector: NOTICE }, update: { $set: { sequence } } },
    }));
    await rows.bulkWrite(changes, { session });
  },
  noticesIn: (range, limit, maxTimeMS) =>
    rows
      .find({ ...ofReader(range), sequence: { $gt: range.after, $lte: range.until } } as Filter<FeedRow>, {
        hint: hintOfTokens as never,
        maxTimeMS,
        batchSize: limit,
      })
      .sort({ sequence: 1 })
      .limit(limit)
      .toArray(),
  raisesIn: (range, limit, maxTimeMS) => raisesIn(rows, range, { limit, maxTimeMS }),
  raisesOf: (ids) =>
    rows
      .find<Raise>(
        {
          _id: { $in: ids.map((id) => id.slice(0, -EVERY_SECTOR.length) + NOTICE) },
          sequence: { $gt: 0 },
          // Those of ends had the same ids in the release before.
          notice: null as never,
        },
        { projection: OF_A_RAISE },
      )
      .toArray(),
  noticesSince: (sequence, limit) =>
    rows
      .find({ sector: NOTICE, sequence: { $gt: sequence } }, { hint: BY_NOTICE, maxTimeMS: 5_000 })
      .sort({ sequence: 1 })
      .limit(limit)
      .toArray(),
  unnumbered: (limit) =>
    rows
      .find(
        { sector: NOTICE, sequence: null as never },
        { hint: BY_NOTICE, projection: { entry: 1, warning: 1, version: 1, exercise: 1 } },
      )
      .limit(limit)
      .toArray(),
  announceAgain: async (id, entry, session) => {
    await rows.updateOne({ _id: id, sequence: null as never }, { $set: { entry } }, { session });
  },
});

/** The notices that may be for a reader. */
const ofReader = ({
  exercise,
  tokens,
  without = [],
}: Pick<NoticeRange, 'exercise' | 'tokens' | 'without'>) => ({
  sector: NOTICE,
  exercise,
  tokens: { $in: [...tokens] },
  ...(without.length === 0 ? {} : { access: { $nin: [...without] } }),
});

type Reading = { readonly limit: number; readonly maxTimeMS: number };

const raisesIn = (
  rows: Collection<FeedRow>,
  range: RaiseRange,
  { limit, maxTimeMS }: Reading,
): Promise<Raise[]> =>
  rows
    .find<Raise>(
      {
        ...ofReader(range),
        sequence: { $gt: range.after, $lt: range.before },
        notice: null as never,
      } as Filter<FeedRow>,
      { hint: BY_RAISE, maxTimeMS, batchSize: limit, projection: OF_A_RAISE },
    )
    .sort({ sequence: -1 })
    .limit(limit)
    .toArray();
