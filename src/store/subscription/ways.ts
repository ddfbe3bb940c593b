// Whether anything reaches a member: until when its latest sign of life counts. The workers work it out from time to time.
import { declareCollection, instant, maybe, text } from '../collection/declare.ts';
import type { Database, Session } from '../connect.ts';

export type WayRow = {
  /** Id of the member. */
  _id: string;
  aliveUntil: Date;
  /** When its administrators and the hub were told that nothing reaches it; null while something does. */
  toldAt: Date | null;
};

export const WAYS = declareCollection<WayRow>({
  stored: 'ways',
  about: 'Until when each member counts as reached by anything.',
  access: 'NATIVE',
  isValidated: true,
  kept: 'for the life of the hub',
  fields: {
    _id: text('Id of the member.'),
    aliveUntil: instant('Until when its latest sign of life counts.'),
    toldAt: maybe(instant('When it was told that nothing reaches it; null while something does.')),
  },
  indexes: [{ key: { aliveUntil: 1 } }],
});

export type Ways = {
  /** By member; one that nobody has looked at yet is absent. */
  of(members: readonly string[]): Promise<Map<string, WayRow>>;
  all(): Promise<Map<string, WayRow>>;
  save(rows: readonly WayRow[]): Promise<void>;
  /** False when it was told meanwhile. */
  tell(member: string, at: Date, session: Session): Promise<boolean>;
};

export const openWays = (database: Database): Ways => {
  const rows = database.collection(WAYS);
  const byMember = (found: readonly WayRow[]): Map<string, WayRow> =>
    new Map(found.map((row) => [row._id, row]));
  return {
    of: async (members) => byMember(await rows.find({ _id: { $in: [...members] } }).toArray()),
    all: async () => byMember(await rows.find().toArray()),
    save: async (batch) => {
      if (batch.length === 0) return;
      await rows.bulkWrite(
        batch.map((row) => ({ replaceOne: { filter: { _id: row._id }, replacement: row, upsert: true } })),
        { ordered: false },
      );
    },
    tell: async (member, at, session) => {
      const { modifiedCount } = await rows.updateOne(
        { _id: member, toldAt: null },
        { $set: { toldAt: at } },
        { session },
      );
      return modifiedCount === 1;
    },
  };
};
