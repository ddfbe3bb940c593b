// A lease with a fencing token: one holder at a time by the server's clock. A holder that slept too long finds its token
// refused inside its own transaction (I16).
import { bytes, count, declareCollection, instant, maybe, text } from '../collection/declare.ts';
import type { Binary, Collection, Database, Session } from '../connect.ts';

type LeaseRow = {
  _id: string;
  holder: string;
  token: number;
  expiresAt: Date;
  turns: number;
  /** Id of the session in which the holder writes, so that its successor can end its open transaction. */
  session?: Binary;
};

export const LEASES = declareCollection<LeaseRow>({
  stored: 'leases',
  about: 'Which process holds the right to work that only one may do at a time.',
  access: 'NATIVE',
  isValidated: true,
  kept: 'for the life of the hub',
  fields: {
    _id: text('What it is a lease of: `sequencer`, `migration`.'),
    holder: text('Name of the holding process; empty when free.'),
    token: count('Grows with each new holder, so that writes of an old one are refused.'),
    expiresAt: instant('When it lapses, by the clock of the server.'),
    turns: count('Number of transactions fenced with it.'),
    session: maybe(bytes('Id of the session in which the holder writes.')),
  },
  indexes: [],
});

export type Leases = {
  /** The token when `holder` acquires or renews the lease, null when another holds it. */
  acquire(name: string, holder: string, forMs: number, session: Session): Promise<number | null>;
  /** Inside a transaction: true while the token is current. It writes, so that a rival transaction conflicts. */
  isHeld(name: string, holder: string, token: number, session: Session): Promise<boolean>;
  release(name: string, holder: string): Promise<void>;
};

export const openLeases = (database: Database): Leases => {
  const rows = database.collection(LEASES);
  return {
    acquire: async (name, holder, forMs, session) => {
      const lapsed = await lapsedLease(rows, name, holder);
      if (lapsed === 'NONE') {
        await rows.updateOne(
          { _id: name },
          { $setOnInsert: { holder: '', token: 0, expiresAt: new Date(0), turns: 0 } },
          { upsert: true },
        );
      } else if (lapsed === 'HELD') return null;
      // A holder killed inside its transaction still locks this very row: end that transaction first.
      else if (lapsed !== null) await database.killSession(lapsed);
      const row = await rows.findOneAndUpdate(
        { _id: name, $expr: { $or: [{ $eq: ['$holder', holder] }, { $lt: ['$expiresAt', '$$NOW'] }] } },
        [
          {
            $set: {
              token: { $cond: [{ $eq: ['$holder', holder] }, '$token', { $add: ['$token', 1] }] },
              holder,
              session: session.id?.['id'] as Binary,
              expiresAt: { $add: ['$$NOW', forMs] },
            },
          },
        ],
        { returnDocument: 'after' },
      );
      return row?.token ?? null;
    },
    isHeld: async (name, holder, token, session) =>
      (await rows.updateOne({ _id: name, holder, token }, { $inc: { turns: 1 } }, { session }))
        .matchedCount === 1,
    release: async (name, holder) => {
      await rows.updateOne({ _id: name, holder }, { $set: { holder: '', expiresAt: new Date(0) } });
    },
  };
};

/** The dead holder's session; null when there is nothing to end; HELD while another holder's lease runs. */
const lapsedLease = async (
  rows: Collection<LeaseRow>,
  name: string,
  holder: string,
): Promise<Binary | 'NONE' | 'HELD' | null> => {
  const [row] = await rows
    .aggregate<LeaseRow & { isLapsed: boolean }>([
      { $match: { _id: name } },
      { $set: { isLapsed: { $lt: ['$expiresAt', '$$NOW'] } } },
    ])
    .toArray();
  if (row === undefined) return 'NONE';
  if (row.holder === holder || row.holder === '') return null;
  return row.isLapsed ? (row.session ?? null) : 'HELD';
};
