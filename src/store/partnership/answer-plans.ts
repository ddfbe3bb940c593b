// How each member answers: its sites, and who is told when nobody has answered in time.
import type { AnswerPlan } from '../../domain/answer/plan.ts';
import { any, declareCollection, instant, listOf, maybe, text } from '../collection/declare.ts';
import type { Database, Session } from '../connect.ts';

export type AnswerPlanRow = {
  _id: string;
  sites: AnswerPlan['sites'];
  alternates: string[];
  outside: string | null;
  at: Date;
};

export const ANSWER_PLANS = declareCollection<AnswerPlanRow>({
  stored: 'answer_plans',
  about: 'How a member answers: its sites, and who is told when nobody has answered in time.',
  access: 'NATIVE',
  isValidated: false,
  kept: 'as long as the member',
  fields: {
    _id: text('Id of the member.'),
    sites: any('Slug and name of each of its sites, at most 200.'),
    alternates: listOf(text('Id of a person of the member.', { personal: 'names a person' })),
    outside: maybe(text('Id of the member outside that is told last.')),
    at: instant('When it was last changed.'),
  },
  indexes: [],
});

export type AnswerPlans = {
  of(member: string, session?: Session): Promise<AnswerPlan | null>;
  put(plan: AnswerPlan, at: Date, session: Session): Promise<void>;
};

export const openAnswerPlans = (database: Database): AnswerPlans => {
  const rows = database.collection(ANSWER_PLANS);
  return {
    of: async (member, session) => {
      const row = await rows.findOne({ _id: member }, session === undefined ? {} : { session });
      return row === null
        ? null
        : { member, sites: row.sites, alternates: row.alternates, outside: row.outside };
    },
    put: async ({ member, sites, alternates, outside }, at, session) => {
      const row = { sites, alternates: [...alternates], outside, at };
      await rows.replaceOne({ _id: member }, row, { upsert: true, session });
    },
  };
};
