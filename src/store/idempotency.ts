// Answers to acts that carried an Idempotency-Key, kept in the transaction of the act (I18).
import { declareCollection, instant, text } from './collection/declare.ts';
import type { Collection, Database, Session } from './connect.ts';

export type AnswerRow = { _id: string; request: string; answer: string; at: Date };

export type Answers = {
  readonly rows: Collection<AnswerRow>;
  find(id: string, session?: Session): Promise<AnswerRow | null>;
  keep(row: AnswerRow, session: Session): Promise<void>;
  /** Of an act that was taken back: a repeat is done anew. */
  forget(id: string): Promise<void>;
};

/** At least seven days. */
const KEPT_SECONDS = 8 * 24 * 3600;

export const ANSWERS = declareCollection<AnswerRow>({
  stored: 'answers',
  about:
    'Answers to acts that carried an Idempotency-Key, so that a repeat gets the same answer and is not done twice.',
  access: 'NATIVE',
  isValidated: true,
  kept: '8 days',
  fields: {
    _id: text('Digest of the key, its user and the act.'),
    request: text('Digest of the request.'),
    answer: text('The answer as JSON: ids, versions and findings.', {
      personal: 'findings quote the bundle',
    }),
    at: instant('When it was given.'),
  },
  indexes: [{ key: { at: 1 }, expireAfterSeconds: KEPT_SECONDS }],
});

export const openAnswers = (database: Database): Answers => {
  const rows = database.collection(ANSWERS);
  return {
    rows,
    find: (id, session) => rows.findOne({ _id: id }, session === undefined ? {} : { session }),
    keep: async (row, session) => {
      await rows.insertOne(row, { session });
    },
    forget: async (id) => {
      await rows.deleteOne({ _id: id });
    },
  };
};
