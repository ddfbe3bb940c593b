// What was proposed for two persons to decide.
import {
  APPROVER_CIRCLES,
  PROPOSAL_STATES,
  type Proposal,
  type ProposalState,
} from '../../domain/approval/proposal.ts';
import { any, declareCollection, instant, maybe, oneOf, text, truth } from '../collection/declare.ts';
import type { Collection, Database, Session } from '../connect.ts';

export type ProposalRow = Omit<Proposal, 'id'> & {
  _id: string;
  /** When what it allows was done, where that comes after it. */
  spentAt?: Date | null;
};

export const PROPOSALS = declareCollection<ProposalRow>({
  stored: 'proposals',
  about: 'What needs two persons: proposed by one, decided by another.',
  access: 'NATIVE',
  isValidated: true,
  kept: 'two years after it was decided; its entries stay',
  fields: {
    _id: text('Id of the proposal.'),
    kind: text('What is proposed: a row of the table of what needs two persons.'),
    payload: any(
      'What exactly: ids, states and numbers; of a definition its words; while it is open, of an essential action its text.',
      {
        personal: 'may name a person',
      },
    ),
    note: maybe(text('Why.', { personal: 'free text of a person' })),
    circle: oneOf(APPROVER_CIRCLES, 'Whose persons approve.'),
    member: text('Id of the member of the proposer.'),
    by: text('Id of the proposer.', { personal: 'names a person' }),
    at: instant('When it was proposed.'),
    expiresAt: instant('When it can no longer be approved.'),
    state: oneOf(PROPOSAL_STATES, 'What became of it.'),
    decidedBy: maybe(text('Id of the person who decided.', { personal: 'names a person' })),
    decidedAt: maybe(instant('When.')),
    isAlone: truth('Whether the founder acted alone.'),
    result: maybe(text('Id of what came of it.')),
    spentAt: maybe(instant('When what it allows was done, where that comes after it.')),
  },
  indexes: [
    { key: { member: 1, _id: -1 } },
    { key: { circle: 1, _id: -1 } },
    { key: { state: 1, expiresAt: 1 } },
    { key: { decidedAt: 1 } },
  ],
});

export type Decided = {
  readonly state: Exclude<ProposalState, 'OPEN'>;
  readonly by: string | null;
  readonly at: Date;
  readonly result?: string | null;
  /** Whether the founder decided alone. */
  readonly isAlone?: boolean;
  /** What is left of the payload. */
  readonly payload: Proposal['payload'];
};

/** What two persons have allowed one of them to do. `by`: id of the person who does it. */
export type Allowed = {
  readonly kind: string;
  readonly result: string;
  readonly by: string;
  readonly since: Date;
  readonly at: Date;
};

/** Those of a member, and of the hub's operators where `isOperator`. */
export type ProposalScope = { readonly member: string; readonly isOperator: boolean };

export type Proposals = {
  readonly rows: Collection<ProposalRow>;
  insert(proposal: Proposal, session: Session): Promise<void>;
  byId(id: string, session?: Session): Promise<Proposal | null>;
  /** Newest first; `before` is an id of this list. */
  list(scope: ProposalScope, limit: number, before: string | null): Promise<Proposal[]>;
  /** False when it is not open any more: nothing may be done in its name. */
  decide(id: string, decided: Decided, session: Session): Promise<boolean>;
  /** Takes, once, what a proposal of this kind has allowed for this result since then; null where there is none. */
  spend(allowed: Allowed, session: Session): Promise<Proposal | null>;
  /** Open ones whose time is over, the earliest first, behind the one given. */
  overdue(now: Date, limit: number, after: Overdue | null): Promise<Proposal[]>;
};

type Overdue = Pick<Proposal, 'id' | 'expiresAt'>;

const proposalOf = ({ _id, spentAt: _, ...facts }: ProposalRow): Proposal => ({ id: _id, ...facts });

export const openProposals = (database: Database): Proposals => {
  const rows = database.collection(PROPOSALS);
  return {
    rows,
    insert: async ({ id, ...facts }, session) => {
      await rows.insertOne({ _id: id, ...facts }, { session });
    },
    byId: async (id, session) => {
      const row = await rows.findOne({ _id: id }, session === undefined ? {} : { session });
      return row === null ? null : proposalOf(row);
    },
    list: async ({ member, isOperator }, limit, before) => {
      const from = before === null ? {} : { _id: { $lt: before } };
      const own = { circle: 'MEMBER' as const, member, ...from };
      const found = await rows
        .find(isOperator ? { $or: [own, { circle: 'HUB' as const, ...from }] } : own)
        .sort({ _id: -1 })
        .limit(limit)
        .toArray();
      return found.map(proposalOf);
    },
    decide: async (id, { state, by, at, payload, result = null, isAlone = false }, session) => {
      const { modifiedCount } = await rows.updateOne(
        { _id: id, state: 'OPEN' },
        { $set: { state, decidedBy: by, decidedAt: at, payload, result, isAlone } },
        { session },
      );
      return modifiedCount === 1;
    },
    spend: async ({ kind, result, by, since, at }, session) => {
      const row = await rows.findOneAndUpdate(
        {
          kind,
          result,
          state: 'DONE',
          decidedAt: { $gte: since },
          spentAt: null,
          $or: [{ by }, { decidedBy: by }],
        },
        { $set: { spentAt: at } },
        { session, sort: { _id: -1 } },
      );
      return row === null ? null : proposalOf(row);
    },
    overdue: async (now, limit, after) =>
      (await overdueIn(rows, now, after).limit(limit).toArray()).map(proposalOf),
  };
};

const overdueIn = (rows: Collection<ProposalRow>, now: Date, after: Overdue | null) => {
  const behind =
    after === null
      ? {}
      : {
          $or: [
            { expiresAt: { $gt: after.expiresAt } },
            { expiresAt: after.expiresAt, _id: { $gt: after.id } },
          ],
        };
  const over = { state: 'OPEN' as const, expiresAt: { $lte: now }, ...behind };
  return rows.find(over).sort({ expiresAt: 1, _id: 1 });
};
