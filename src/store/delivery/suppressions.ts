// Mail addresses that get nothing more: their mail came back, or their reader complained. Proving the address again lifts it. That it
// was lifted stays under another id, so that the journal has it too, and workers of the release before pass over it.
import { declareCollection, instant, maybe, oneOf, text } from '../collection/declare.ts';
import type { Database, Session } from '../connect.ts';

export const SUPPRESSION_CAUSES = ['BOUNCED', 'COMPLAINED'] as const;
export type SuppressionCause = (typeof SUPPRESSION_CAUSES)[number];

export type SuppressionRow = {
  _id: string;
  cause: SuppressionCause;
  at: Date;
  /** Absent in rows of the release before. */
  endpoint?: string;
};

/** Before the digest of one that was lifted. */
export const LIFTED = 'lifted ';

export const SUPPRESSIONS = declareCollection<SuppressionRow>({
  stored: 'suppressions',
  about: 'Mail addresses to which the hub sends nothing more.',
  access: 'NATIVE',
  isValidated: true,
  kept: 'until the address is proved again, or for two years',
  fields: {
    _id: text('Keyed digest of the address; after `lifted` where it is proved again.'),
    cause: oneOf(SUPPRESSION_CAUSES, 'Why.'),
    at: instant('Since when.'),
    endpoint: maybe(text('Id of the endpoint where it was noted, or proved again.')),
  },
  indexes: [{ key: { at: 1 }, expireAfterSeconds: 730 * 24 * 3_600 }, { key: { endpoint: 1 } }],
});

export type Suppressions = {
  has(digest: string): Promise<boolean>;
  /** False where it was so already. */
  add(digest: string, facts: Omit<SuppressionRow, '_id'>, session: Session): Promise<boolean>;
  /** By a proof of this endpoint. */
  lift(digest: string, endpoint: string, session: Session): Promise<void>;
};

const withoutId = ({ _id, ...facts }: SuppressionRow): Omit<SuppressionRow, '_id'> => facts;

export const openSuppressions = (database: Database): Suppressions => {
  const rows = database.collection(SUPPRESSIONS);
  return {
    has: async (digest) => (await rows.findOne({ _id: digest }, { projection: { _id: 1 } })) !== null,
    add: async (digest, facts, session) => {
      await rows.deleteOne({ _id: `${LIFTED}${digest}` }, { session });
      const written = await rows.updateOne({ _id: digest }, { $set: facts }, { upsert: true, session });
      return written.upsertedCount === 1;
    },
    lift: async (digest, endpoint, session) => {
      const lifted = await rows.findOneAndDelete({ _id: digest }, { session });
      if (lifted === null) return;
      const row = { ...lifted, endpoint };
      await rows.replaceOne({ _id: `${LIFTED}${digest}` }, withoutId(row), { upsert: true, session });
    },
  };
};
