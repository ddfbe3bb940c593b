// Entries on their way to a number. They are numbered in the order of their stamps, which mongod gives: an act that began
// after another was answered has the later stamp, whatever hub wrote it and whatever that hub's clock says (I16).
import type { Collection, ObjectId, Session } from '../connect.ts';
import type { EntryRow } from './row.ts';

/** What numbering needs of an entry. */
export type PendingEntry = Pick<EntryRow, '_id' | 'event' | 'stamp'> & {
  readonly subject: { readonly warning?: string; readonly version?: number };
};

export type Numbering = {
  /** The first entries without a number, in the order in which they get theirs. */
  pending(limit: number, session: Session): Promise<PendingEntry[]>;
  /** Gives pending entries their numbers. */
  number(rows: readonly { _id: ObjectId; sequence: number }[], session: Session): Promise<void>;
  /** Number of entries without a number yet, up to `limit`. */
  countPending(limit: number, maxTimeMs: number): Promise<number>;
  /** Age of the first entry without a number, by the server's clock; 0 when there is none. */
  secondsPending(maxTimeMs: number): Promise<number>;
};

const NEEDED = { event: 1, stamp: 1, 'subject.warning': 1, 'subject.version': 1 } as const;
const BY_STAMP = { isPending: 1, stamp: 1, _id: 1 } as const;

export const numbering = (rows: Collection<EntryRow>): Numbering => ({
  pending: async (limit, session) => {
    const found = (filter: object) =>
      rows
        .find<PendingEntry>(
          { isPending: true, ...filter },
          { session, projection: NEEDED, hint: BY_STAMP, batchSize: limit + 1 },
        )
        .sort({ stamp: 1, _id: 1 })
        .limit(limit)
        .toArray();
    const first = await found({});
    // Entries of older hubs have no stamp and sort first: their place among the others is to be found.
    if (first[0] === undefined || first[0].stamp !== undefined) return first;
    const unstamped = first.filter(({ stamp }) => stamp === undefined);
    return merged(unstamped, await found({ stamp: { $exists: true } })).slice(0, limit);
  },
  number: async (batch, session) => {
    const updates = batch.map(({ _id, sequence }) => ({
      updateOne: {
        filter: { _id },
        update: { $set: { sequence }, $unset: { isPending: '' as const } },
      },
    }));
    await rows.bulkWrite(updates, { session });
  },
  countPending: (limit, maxTimeMs) =>
    rows.countDocuments({ isPending: true }, { limit, maxTimeMS: maxTimeMs, hint: BY_STAMP }),
  secondsPending: async (maxTimeMs) => {
    const [first] = await rows
      .aggregate<{ age: number }>(
        [
          { $match: { isPending: true } },
          { $sort: { stamp: 1, _id: 1 } },
          { $limit: 1 },
          { $set: { since: { $toDate: { $ifNull: ['$stamp', '$_id'] } } } },
          { $project: { age: { $divide: [{ $subtract: ['$$NOW', '$since'] }, 1_000] } } },
        ],
        { maxTimeMS: maxTimeMs, hint: BY_STAMP },
      )
      .toArray();
    return Math.max(0, first?.age ?? 0);
  },
});

/**
 * Merges entries without a stamp (in the order of their ids) with stamped ones. An id has the second of its hub's clock, so
 * this is as good as that clock; the versions of one warning are in their order in any case.
 */
export const merged = (
  unstamped: readonly PendingEntry[],
  stamped: readonly PendingEntry[],
): PendingEntry[] => {
  const all: PendingEntry[] = [];
  let next = 0;
  for (const each of stamped) {
    for (; next < unstamped.length; next += 1) {
      const other = unstamped[next];
      if (other === undefined || secondOf(other) > secondOf(each)) break;
      all.push(other);
    }
    all.push(each);
  }
  return versionsInOrder([...all, ...unstamped.slice(next)]);
};

const secondOf = ({ _id, stamp }: PendingEntry): number => stamp?.t ?? _id.getTimestamp().getTime() / 1_000;

const versionsInOrder = (entries: readonly PendingEntry[]): PendingEntry[] => {
  const sorted = new Map(
    [...Map.groupBy(entries, ({ subject }) => subject.warning)].map(([warning, of]) => [
      warning,
      warning === undefined ? of : of.toSorted((one, other) => versionOf(one) - versionOf(other)),
    ]),
  );
  const taken = new Map<string | undefined, number>();
  return entries.map((entry) => {
    const { warning } = entry.subject;
    const at = taken.get(warning) ?? 0;
    taken.set(warning, at + 1);
    return sorted.get(warning)?.[at] ?? entry;
  });
};

const versionOf = ({ subject }: PendingEntry): number => subject.version ?? 0;
