// A lease: one holder at a time, by the server's clock. Two documents, so that neither blocks the other: the lease, which
// renewing writes, and the fence, which a takeover and each transaction of the holder write. A holder that slept past its
// lease finds its token refused inside its own transaction (I16); one that is only slow renews meanwhile (M23).
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

type FenceRow = { _id: string; token: number; turns: number };

export const LEASES = declareCollection<LeaseRow>({
  stored: 'leases',
  about: 'Which process holds the right to work that only one may do at a time.',
  access: 'NATIVE',
  isValidated: true,
  kept: 'for the life of the hub',
  endsAtRestore: true,
  fields: {
    _id: text('What it is a lease of: `sequencer`, `migration`.'),
    holder: text('Name of the holding process; empty when free.'),
    token: count('Grows with each new holder, so that writes of an old one are refused.'),
    expiresAt: instant('When it lapses, by the clock of the server.'),
    turns: count('Written by older hubs, which fence with this row.'),
    session: maybe(bytes('Id of the session in which the holder writes.')),
  },
  indexes: [],
});

export const FENCES = declareCollection<FenceRow>({
  stored: 'fences',
  about: 'Which holder of a lease may still write: each of its transactions writes here, renewing does not.',
  access: 'NATIVE',
  isValidated: true,
  kept: 'for the life of the hub',
  endsAtRestore: true,
  fields: {
    _id: text('Name of the lease.'),
    token: count('Token of the newest holder.'),
    turns: count('Number of transactions fenced with it.'),
  },
  indexes: [],
});

export type Leases = {
  /** The token when `holder` takes a lease that is free, lapsed or its own; null while another holds it. */
  acquire(name: string, holder: string, forMs: number, session: Session): Promise<number | null>;
  /** Extends the lease; false when another holder has it. Waits for no transaction. */
  renew(name: string, token: number, forMs: number): Promise<boolean>;
  /**
   * Inside a transaction: true while nobody has taken over. It writes, so that a takeover and the transaction of a former
   * holder conflict.
   */
  isHeld(name: string, token: number, session: Session): Promise<boolean>;
  release(name: string, holder: string): Promise<void>;
};

/**
 * Lapsed: past its end, or ending so late that the server's clock must have been set back. `forMs` is how long each holder
 * takes it for.
 */
const lapsed = (forMs: number) => ({
  $or: [{ $lt: ['$expiresAt', '$$NOW'] }, { $gt: ['$expiresAt', { $add: ['$$NOW', 2 * forMs] }] }],
});

export const openLeases = (database: Database): Leases => {
  const rows = database.collection(LEASES);
  const fences = database.collection(FENCES);
  return {
    acquire: async (name, holder, forMs, session) => {
      const former = await formerHolder(rows, { name, holder, forMs });
      if (former === 'HELD') return null;
      if (former === 'NONE') {
        await rows.updateOne(
          { _id: name },
          { $setOnInsert: { holder: '', token: 0, expiresAt: new Date(0), turns: 0 } },
          { upsert: true, timeoutMS: forMs },
        );
      }
      // A holder killed inside its transaction still locks the fence: end that transaction first.
      else if (former !== null) await database.killSession(former);
      const row = await rows.findOneAndUpdate(
        { _id: name, $expr: { $or: [{ $eq: ['$holder', holder] }, lapsed(forMs)] } },
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
        { returnDocument: 'after', timeoutMS: forMs },
      );
      if (row === null) return null;
      await fences.updateOne(
        { _id: name },
        { $max: { token: row.token }, $setOnInsert: { turns: 0 } },
        { upsert: true, timeoutMS: forMs },
      );
      return row.token;
    },
    renew: async (name, token, forMs) => {
      const { matchedCount } = await rows.updateOne(
        { _id: name, token, holder: { $ne: '' } },
        [{ $set: { expiresAt: { $add: ['$$NOW', forMs] } } }],
        { timeoutMS: forMs },
      );
      return matchedCount === 1;
    },
    // A lower token is that of a former holder, whose successor died before it could raise the fence.
    isHeld: async (name, token, session) => {
      const { matchedCount } = await fences.updateOne(
        { _id: name, token: { $lte: token } },
        { $set: { token }, $inc: { turns: 1 } },
        { session },
      );
      return matchedCount === 1;
    },
    release: async (name, holder) => {
      await rows.updateOne({ _id: name, holder }, { $set: { holder: '', expiresAt: new Date(0) } });
    },
  };
};

type Asking = { readonly name: string; readonly holder: string; readonly forMs: number };

/** The session of a former holder; null when there is nothing to end; HELD while another holder's lease runs. */
const formerHolder = async (
  rows: Collection<LeaseRow>,
  { name, holder, forMs }: Asking,
): Promise<Binary | 'NONE' | 'HELD' | null> => {
  const [row] = await rows
    .aggregate<LeaseRow & { isLapsed: boolean }>(
      [{ $match: { _id: name } }, { $set: { isLapsed: lapsed(forMs) } }],
      { timeoutMS: forMs },
    )
    .toArray();
  if (row === undefined) return 'NONE';
  if (row.holder === holder || row.holder === '') return null;
  return row.isLapsed ? (row.session ?? null) : 'HELD';
};
