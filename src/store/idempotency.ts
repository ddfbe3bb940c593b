// Answers to acts that carried an Idempotency-Key, kept in the transaction of the act (I18).
import type { Collection, Database, Session } from './connect.ts';

export type AnswerRow = { _id: string; request: string; answer: string; at: Date };

export type Answers = {
  readonly rows: Collection<AnswerRow>;
  find(id: string): Promise<AnswerRow | null>;
  keep(row: AnswerRow, session: Session): Promise<void>;
};

/** At least seven days. */
const KEPT_SECONDS = 8 * 24 * 3600;

export const openAnswers = async (database: Database): Promise<Answers> => {
  const rows = database.collection<AnswerRow>('answers');
  await rows.createIndex({ at: 1 }, { expireAfterSeconds: KEPT_SECONDS });
  return {
    rows,
    find: (id) => rows.findOne({ _id: id }),
    keep: async (row, session) => {
      await rows.insertOne(row, { session });
    },
  };
};
