// Codes that restore a person's access, and how often somebody tried. Tries are counted under a digest of the name that was
// typed, whether anybody has that name or not, so that both cost the same write.
import { count, declareCollection, instant, listOf, maybe, oneOf, text } from '../collection/declare.ts';
import type { Collection, Database, Session } from '../connect.ts';

export type RecoveryRow = {
  /** Id of the person. */
  _id: string;
  hash: string;
  issuedBy: 'MEMBER_ADMIN' | 'HUB_OPERATORS' | 'HOST';
  /** Ids of those who restore the person by it: whoever made it, or allowed that, and those who brought them. */
  by?: readonly string[] | null;
  createdAt: Date;
  expiresAt: Date;
};
export type TryRow = { _id: string; tries: number; expiresAt: Date };
export type OnceRow = { _id: string; expiresAt: Date };

export const RECOVERIES = declareCollection<RecoveryRow>({
  stored: 'recoveries',
  about: 'Codes, read over the telephone, that let a person in who has no other way.',
  access: 'NATIVE',
  isValidated: true,
  kept: '15 minutes, or until it is used',
  endsAtRestore: true,
  fields: {
    _id: text('Id of the person.', { personal: 'names a person' }),
    hash: text('Digest of the code.'),
    issuedBy: oneOf(['MEMBER_ADMIN', 'HUB_OPERATORS', 'HOST'], 'Who made it.'),
    by: maybe(listOf(text('Who restores the person by it.', { personal: 'names a person' }))),
    createdAt: instant('When it was made.'),
    expiresAt: instant('When it expires.'),
  },
  indexes: [{ key: { expiresAt: 1 }, expireAfterSeconds: 0 }],
});

export const TRIES = declareCollection<TryRow>({
  stored: 'sign_in_tries',
  about: 'How often somebody tried to sign in under a name.',
  access: 'NATIVE',
  isValidated: true,
  kept: '15 minutes',
  fields: {
    _id: text('Digest of the name, whether anybody has it or not, of the address and of the code.'),
    tries: count('How often.'),
    expiresAt: instant('When they are forgotten.'),
  },
  indexes: [{ key: { expiresAt: 1 }, expireAfterSeconds: 0 }],
});

export const USED_ONCE = declareCollection<OnceRow>({
  stored: 'used_once',
  about: 'Challenges and states of sign-in that were used and may not be used again.',
  access: 'NATIVE',
  isValidated: true,
  kept: 'until they would have expired',
  fields: {
    _id: text('Digest of the challenge.'),
    expiresAt: instant('When it expires by itself.'),
  },
  indexes: [{ key: { expiresAt: 1 }, expireAfterSeconds: 0 }],
});

export type Recoveries = {
  readonly rows: Collection<RecoveryRow>;
  /** Replaces the person's code before it. */
  issue(row: RecoveryRow, session: Session): Promise<void>;
  live(person: string, now: Date): Promise<RecoveryRow | null>;
  /** False when it is gone: it is used once. */
  take(person: string, hash: string, session: Session): Promise<boolean>;
  /** Counts one more try under this name and returns how many there were in this window, this one included. */
  countTry(name: string, now: Date, windowMs: number): Promise<number>;
  /** How many there were; counts none. */
  triesOf(name: string, now: Date): Promise<number>;
  isUsed(digest: string): Promise<boolean>;
  /** False when it was used before. */
  useOnce(digest: string, expiresAt: Date, session?: Session): Promise<boolean>;
};

export const openRecoveries = (database: Database): Recoveries => {
  const rows = database.collection(RECOVERIES);
  const tries = database.collection(TRIES);
  const once = database.collection(USED_ONCE);
  return {
    rows,
    issue: async ({ _id, ...facts }, session) => {
      await rows.replaceOne({ _id }, facts, { upsert: true, session });
    },
    live: async (person, now) => {
      const row = await rows.findOne({ _id: person });
      return row !== null && row.expiresAt > now ? row : null;
    },
    take: async (person, hash, session) =>
      (await rows.deleteOne({ _id: person, hash }, { session })).deletedCount === 1,
    countTry: async (name, now, windowMs) => {
      // One pipeline, so that two tries at once are both counted, and a window that is over begins anew.
      const isOver = { $lte: [{ $ifNull: ['$expiresAt', new Date(0)] }, now] };
      const row = await tries.findOneAndUpdate(
        { _id: name },
        [
          {
            $set: {
              tries: { $cond: [isOver, 1, { $add: ['$tries', 1] }] },
              expiresAt: { $cond: [isOver, new Date(now.getTime() + windowMs), '$expiresAt'] },
            },
          },
        ],
        { upsert: true, returnDocument: 'after' },
      );
      return row?.tries ?? 1;
    },
    triesOf: async (name, now) => {
      const row = await tries.findOne({ _id: name });
      return row !== null && row.expiresAt > now ? row.tries : 0;
    },
    isUsed: async (digest) => (await once.findOne({ _id: digest }, { projection: { _id: 1 } })) !== null,
    useOnce: async (digest, expiresAt, session) => {
      const { upsertedCount } = await once.updateOne(
        { _id: digest },
        { $setOnInsert: { expiresAt } },
        { upsert: true, ...(session === undefined ? {} : { session }) },
      );
      return upsertedCount === 1;
    },
  };
};
