// Where a person is named outside its own row: in answers, cases, reminders, plans for answers, lines of the audit trail,
// proposals, and rulings of reviewers.
import { ACTS, type ActRow } from '../acts.ts';
import { PROPOSALS, type ProposalRow } from '../approval/proposals.ts';
import { CASES, type CaseRow } from '../case/cases.ts';
import type { Database, Filter, Session } from '../connect.ts';
import { DELIVERIES, type DeliveryRow } from '../deliveries.ts';
import { FEEDBACK, type FeedbackRow } from '../effect/feedback.ts';
import { ENTITY_PAIRS } from '../entity/entity-pairs.ts';
import { PAIRS } from '../pairs.ts';
import { ANSWER_PLANS } from '../partnership/answer-plans.ts';
import { SUBSCRIPTIONS, type SubscriptionRow } from '../subscription/subscriptions.ts';

/** `names` are its id and the name by which older releases knew it. */
export type Named = { readonly member: string; readonly names: readonly string[] };

export type PersonTraces = {
  answersOf(named: Named, limit: number): Promise<DeliveryRow[]>;
  actsOf(person: string, limit: number): Promise<ActRow[]>;
  proposalsOf(person: string, limit: number): Promise<ProposalRow[]>;
  /** Subscriptions, and what was said of warnings. */
  toldOf(person: string): Promise<{ subscriptions: SubscriptionRow[]; feedback: FeedbackRow[] }>;
  /** Notes on cases of its member and of those that its member helps. */
  casesOf(named: Named, limit: number): Promise<CaseRow[]>;
  /** Takes notes and networks, and puts the id in place of a former name; returns how many rows changed. */
  forget(person: string, named: Named): Promise<number>;
  /** The same of what is in the transaction of the erasure. */
  forgetActs(person: string, session: Session): Promise<void>;
};

/** By its member, whose deliveries an index finds. Somebody else of the member may have answered after it. */
const answeredIn = ({ member, names }: Named): Filter<DeliveryRow> =>
  ({
    member,
    state: 'ACKNOWLEDGED',
    $or: [{ acknowledgedBy: { $in: [...names] } }, { 'answers.by': { $in: [...names] } }],
  }) as Filter<DeliveryRow>;

const casesNaming = ({ member, names }: Named): Filter<CaseRow> =>
  ({
    $and: [
      { $or: [{ member }, { owner: member }, { publisher: member }] },
      { $or: [{ 'notes.person': { $in: [...names] } }, { takenBy: { $in: [...names] } }] },
    ],
  }) as Filter<CaseRow>;

/** Notes of cases, who took them, whom a reminder told, and who is told when nobody answers. */
const forgetInAnswers = async (database: Database, named: Named): Promise<void> => {
  const { member, names } = named;
  const isOne = (field: string) => ({ $in: [field, [...names]] });
  const without = { $mergeObjects: ['$$this', { person: null, text: '' }] };
  await database.collection(CASES).updateMany(casesNaming(named), [
    {
      $set: {
        takenBy: { $cond: [isOne('$takenBy'), null, '$takenBy'] },
        notes: {
          $map: { input: '$notes', in: { $cond: [isOne('$$this.person'), without, '$$this'] } },
        },
      },
    },
  ]);
  await database
    .collection(ANSWER_PLANS)
    .updateMany({ _id: member }, { $pull: { alternates: { $in: [...names] } } } as never);
  await database
    .collection(DELIVERIES)
    .updateMany(
      { member, 'reminders.persons': { $in: [...names] } } as never,
      { $pull: { 'reminders.$[].persons': { $in: [...names] } } } as never,
    );
  await database
    .collection(DELIVERIES)
    .updateMany(
      { isAskedAgain: true, 'askedAgain.by': { $in: [...names] } } as never,
      { $set: { 'askedAgain.by': null } } as never,
    );
};

export const openPersonTraces = (database: Database): PersonTraces => {
  const deliveries = database.collection(DELIVERIES);
  const acts = database.collection(ACTS);
  const proposals = database.collection(PROPOSALS);
  return {
    answersOf: (named, limit) =>
      deliveries.find(answeredIn(named)).sort({ acknowledgedAt: -1 }).limit(limit).toArray(),
    actsOf: (person, limit) =>
      acts
        .find({ $or: [{ byPerson: person }, { person }] })
        .sort({ _id: -1 })
        .limit(limit)
        .toArray(),
    proposalsOf: (person, limit) => proposals.find({ by: person }).sort({ _id: -1 }).limit(limit).toArray(),
    casesOf: (named, limit) =>
      database.collection(CASES).find(casesNaming(named)).sort({ openedAt: -1 }).limit(limit).toArray(),
    toldOf: async (person) => ({
      subscriptions: await database.collection(SUBSCRIPTIONS).find({ person }).toArray(),
      feedback: await database.collection(FEEDBACK).find({ by: person }).toArray(),
    }),
    forget: async (person, named) => {
      const { names } = named;
      const { modifiedCount } = await deliveries.updateMany(answeredIn(named), [withoutNames(names)]);
      await forgetInAnswers(database, named);
      await database.collection(FEEDBACK).updateMany({ by: person }, { $set: { by: null, details: null } });
      const former = names.filter((name) => name !== person);
      for (const collection of [database.collection(PAIRS), database.collection(ENTITY_PAIRS)])
        if (former.length > 0)
          await collection.updateMany(
            { maker: { $in: former } } as never,
            { $set: { maker: person } } as never,
          );
      return modifiedCount;
    },
    forgetActs: async (person, session) => {
      await acts.updateMany({ byPerson: person }, { $set: { range: null } }, { session });
      await proposals.updateMany({ by: person }, { $set: { note: null } }, { session });
    },
  };
};

/** Others may have answered the same delivery: theirs stay. */
const withoutNames = (names: readonly string[]) => {
  const isOne = (field: string) => ({ $in: [field, [...names]] });
  return {
    $set: {
      note: { $cond: [isOne('$acknowledgedBy'), null, '$note'] },
      acknowledgedBy: { $cond: [isOne('$acknowledgedBy'), null, '$acknowledgedBy'] },
      answers: {
        $cond: [
          { $isArray: '$answers' },
          {
            $map: {
              input: '$answers',
              in: {
                $cond: [
                  isOne('$$this.by'),
                  { $mergeObjects: ['$$this', { note: null, by: null }] },
                  '$$this',
                ],
              },
            },
          },
          '$$REMOVE',
        ],
      },
    },
  };
};
