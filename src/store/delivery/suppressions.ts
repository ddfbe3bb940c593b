// Mail addresses that get nothing more: their mail came back, or their reader complained. Proving the address again lifts it.
import { declareCollection, instant, oneOf, text } from '../collection/declare.ts';
import type { Database } from '../connect.ts';

export const SUPPRESSION_CAUSES = ['BOUNCED', 'COMPLAINED'] as const;
export type SuppressionCause = (typeof SUPPRESSION_CAUSES)[number];

export type SuppressionRow = { _id: string; cause: SuppressionCause; at: Date };

export const SUPPRESSIONS = declareCollection<SuppressionRow>({
  stored: 'suppressions',
  about: 'Mail addresses to which the hub sends nothing more.',
  access: 'NATIVE',
  isValidated: true,
  kept: 'until the address is proved again, or for two years',
  fields: {
    _id: text('Keyed digest of the address.'),
    cause: oneOf(SUPPRESSION_CAUSES, 'Why.'),
    at: instant('Since when.'),
  },
  indexes: [{ key: { at: 1 }, expireAfterSeconds: 730 * 24 * 3_600 }],
});

export type Suppressions = {
  has(digest: string): Promise<boolean>;
  add(digest: string, cause: SuppressionCause, at: Date): Promise<void>;
  lift(digest: string): Promise<void>;
};

export const openSuppressions = (database: Database): Suppressions => {
  const rows = database.collection(SUPPRESSIONS);
  return {
    has: async (digest) => (await rows.findOne({ _id: digest }, { projection: { _id: 1 } })) !== null,
    add: async (digest, cause, at) => {
      await rows.updateOne({ _id: digest }, { $set: { cause, at } }, { upsert: true });
    },
    lift: async (digest) => {
      await rows.deleteOne({ _id: digest });
    },
  };
};
