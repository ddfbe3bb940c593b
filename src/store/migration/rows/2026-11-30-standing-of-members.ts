// Says of each member how far it is in its life, and of what exact kind it is. Members of an earlier release are in; their
// facts are to be attested a year from now. Rows that an older hub writes beside this one are read as they are (members.ts).
import type { Database } from '../../connect.ts';
import { MEMBERS } from '../../partnership/member-row.ts';
import type { Batch, RowMigration } from '../migration.ts';

const BATCH = 500;
const STALE = { standing: null };

export const standingOfMembers: RowMigration = {
  kind: 'ROWS',
  name: '2026-11-30-standing-of-members',
  about: 'Members say how far they are in their life, and of which of the newer kinds they are.',
  remaining: (database) => database.collection(MEMBERS).countDocuments(STALE),
  next: async (database: Database, position): Promise<Batch | null> => {
    const rows = database.collection(MEMBERS);
    const found = await rows
      .find({ _id: { $gt: position ?? '' }, ...STALE }, { projection: { kind: 1, isActive: 1 } })
      .sort({ _id: 1 })
      .limit(BATCH)
      .toArray();
    const last = found.at(-1);
    if (last === undefined) return null;
    return {
      position: last._id,
      write: async (session) => {
        const updates = found.map(({ _id, kind, isActive }) => ({
          updateOne: {
            filter: { _id, ...STALE },
            update: {
              $set: {
                standing: isActive ? ('MEMBER' as const) : ('LEFT' as const),
                exactKind: kind === 'CSIRT' ? ('NATIONAL_CSIRT' as const) : kind,
                attestedAt: isActive && kind !== 'HUB' ? new Date() : null,
              },
            },
          },
        }));
        return (await rows.bulkWrite(updates, { session, ordered: false })).modifiedCount;
      },
    };
  },
};
