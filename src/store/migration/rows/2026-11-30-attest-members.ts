// Gives a day of attestation to members that have none: those that founded their hub with an earlier release, and those that took no
// part when members got their standing, who would never be asked once they are back. They are asked a year from now and reminded before;
// nobody is overdue by it. The hub itself is asked by nobody.
import type { Database, Filter } from '../../connect.ts';
import { MEMBERS, type MemberRow } from '../../partnership/member-row.ts';
import type { Batch, RowMigration } from '../migration.ts';

const BATCH = 500;
/** Null where there is none at all, too. Of the former kinds HUB stands for newer ones also, where the exact one says so. */
const UNASKED: Filter<MemberRow> = {
  attestedAt: null,
  exactKind: { $ne: 'HUB' },
  $nor: [{ exactKind: null, kind: 'HUB' }],
};

export const attestMembers: RowMigration = {
  kind: 'ROWS',
  name: '2026-11-30-attest-members',
  about: 'Members that were never asked to attest their facts are asked a year from now.',
  remaining: (database) => database.collection(MEMBERS).countDocuments(UNASKED),
  next: async (database: Database, position): Promise<Batch | null> => {
    const rows = database.collection(MEMBERS);
    const found = await rows
      .find({ ...UNASKED, _id: { $gt: position ?? '' } }, { projection: { _id: 1 } })
      .sort({ _id: 1 })
      .limit(BATCH)
      .toArray();
    const last = found.at(-1);
    if (last === undefined) return null;
    const ids = found.map(({ _id }) => _id);
    return {
      position: last._id,
      write: async (session) => {
        const at = { $set: { attestedAt: new Date(), remindedDays: null } };
        return (await rows.updateMany({ ...UNASKED, _id: { $in: ids } }, at, { session })).modifiedCount;
      },
    };
  },
};
