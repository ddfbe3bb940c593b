// Cases: members that need help with a warning.
import { CASE_STATES, type Case, type CaseNote, MOST_CASE_NOTES } from '../../domain/case/case.ts';
import { any, count, declareCollection, instant, maybe, oneOf, text } from '../collection/declare.ts';
import type { Collection, Database, Filter, Session } from '../connect.ts';

/** OPENED: its owner was told of it. OVERDUE: and that its time is over. */
const TOLD = ['OPENED', 'OVERDUE'] as const;
export type CaseTold = (typeof TOLD)[number];

export type CaseRow = Omit<Case, 'id'> & { _id: string; told?: CaseTold | null };

export const CASES = declareCollection<CaseRow>({
  stored: 'cases',
  about: 'Members that need help with a warning, who helps, and by when.',
  access: 'NATIVE',
  isValidated: false,
  kept: 'two years after it was opened (class ANSWERS)',
  fields: {
    _id: text('Id of the case.'),
    warning: text('Id of the warning.'),
    version: count('Its version.'),
    delivery: text('Id of the delivery that was answered.'),
    member: text('Id of the member that asks.'),
    publisher: text('Id of the publisher of the warning.'),
    owner: text('Id of the member that helps.'),
    state: oneOf(CASE_STATES, 'How far it has come.'),
    openedAt: instant('When help was asked for.'),
    dueAt: instant('Until when somebody should have taken it.'),
    takenAt: maybe(instant('When somebody took it.')),
    takenBy: maybe(text('Id of who did.', { personal: 'names a person' })),
    closedAt: maybe(instant('When it was closed.')),
    notes: any('What both sides wrote, oldest first, at most 50.', { personal: 'free text of persons' }),
    exercise: maybe(text('Id of the exercise; null for real traffic.')),
    told: maybe(oneOf(TOLD, 'What its owner was told of it.')),
  },
  indexes: [
    { key: { owner: 1, openedAt: -1 } },
    { key: { member: 1, openedAt: -1 } },
    { key: { publisher: 1, openedAt: -1 } },
    { key: { warning: 1, member: 1 } },
    { key: { openedAt: 1, _id: 1 } },
    { key: { dueAt: 1 }, partialFilterExpression: { state: 'OPEN' } },
  ],
  // Its rows went by the clock of the server, whatever a legal hold covered.
  retired: ['openedAt_1'],
});

export type CaseSearch = {
  /** Id. */
  readonly member: string;
  /** Those that it helps with or published, those that it asked for, or both. */
  readonly parts: { readonly helps: boolean; readonly asks: boolean };
  readonly onlyOpen: boolean;
  /** Those behind it. */
  readonly after: Pick<Case, 'openedAt' | 'id'> | null;
};

export type Cases = {
  readonly rows: Collection<CaseRow>;
  insert(made: Case, session: Session): Promise<void>;
  byId(id: string, session?: Session): Promise<Case | null>;
  /** The one of a member about a warning that is not closed. */
  openOf(warning: string, member: string, session: Session): Promise<Case | null>;
  /** Those that the member helps with, published or asked for, the newest first. */
  listed(search: CaseSearch, limit: number): Promise<Case[]>;
  /** Those that nobody has taken and whose owner is to be told something, the one that is due first before others. */
  untold(now: Date, limit: number): Promise<Case[]>;
  /** Notes that its owner was told; false when somebody took it, handed it over or told it meanwhile. */
  tell(of: Case, told: CaseTold, session: Session): Promise<boolean>;
  /** Changes it where it is as it was; false when somebody else changed it. */
  change(
    before: Case,
    facts: Partial<Pick<Case, 'state' | 'owner' | 'takenAt' | 'takenBy' | 'closedAt'>>,
    note: CaseNote | null,
    session: Session,
  ): Promise<boolean>;
};

const caseOf = ({ _id: id, told: _, ...facts }: CaseRow): Case => ({ id, ...facts });

/** What has been due for longer is no news, as what was open before anybody was told. */
const NEWS_MS = 30 * 86_400_000;

const tellingIn = (rows: Collection<CaseRow>): Pick<Cases, 'untold' | 'tell'> => ({
  untold: async (now, limit) =>
    (
      await rows
        .find({
          state: 'OPEN',
          dueAt: { $gt: new Date(now.getTime() - NEWS_MS) },
          $or: [{ told: null }, { dueAt: { $lte: now }, told: { $ne: 'OVERDUE' } }],
        } as Filter<CaseRow>)
        .sort({ dueAt: 1 })
        .limit(limit)
        .toArray()
    ).map(caseOf),
  tell: async ({ id: _id, owner }, told, session) => {
    const { modifiedCount } = await rows.updateOne(
      { _id, owner, state: 'OPEN', told: { $ne: told } },
      { $set: { told } },
      { session },
    );
    return modifiedCount === 1;
  },
});

const listedIn =
  (rows: Collection<CaseRow>): Cases['listed'] =>
  async ({ member, parts: { helps, asks }, onlyOpen, after }, limit) =>
    (
      await rows
        .find({
          $and: [
            {
              $or: [
                ...(helps ? [{ owner: member }, { publisher: member }] : []),
                ...(asks ? [{ member }] : []),
              ],
            },
            after === null
              ? {}
              : {
                  $or: [
                    { openedAt: { $lt: after.openedAt } },
                    { openedAt: after.openedAt, _id: { $lt: after.id } },
                  ],
                },
          ],
          ...(onlyOpen ? { state: { $ne: 'CLOSED' as const } } : {}),
        })
        .sort({ openedAt: -1, _id: -1 })
        .limit(limit)
        .toArray()
    ).map(caseOf);

export const openCases = (database: Database): Cases => {
  const rows = database.collection(CASES);
  return {
    rows,
    ...tellingIn(rows),
    insert: async ({ id: _id, ...facts }, session) => {
      await rows.insertOne({ _id, ...facts }, { session });
    },
    byId: async (_id, session) => {
      const row = await rows.findOne({ _id }, session === undefined ? {} : { session });
      return row === null ? null : caseOf(row);
    },
    openOf: async (warning, member, session) => {
      const row = await rows.findOne({ warning, member, state: { $ne: 'CLOSED' } }, { session });
      return row === null ? null : caseOf(row);
    },
    listed: listedIn(rows),
    change: async ({ id: _id, state, owner }, facts, note, session) => {
      const { matchedCount } = await rows.updateOne(
        { _id, state, owner },
        {
          $set: {
            owner,
            ...facts,
            // Another owner has been told nothing.
            ...(facts.owner === undefined || facts.owner === owner ? {} : { told: null }),
          },
          ...(note === null
            ? {}
            : { $push: { notes: { $each: [note], $slice: -MOST_CASE_NOTES } } as never }),
        },
        { session },
      );
      return matchedCount === 1;
    },
  };
};
