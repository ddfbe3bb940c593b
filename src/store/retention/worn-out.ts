// What loses its details with time: entries of the record, answers, lines of the audit trail and decided proposals. Each is
// read in order, batch by batch, from where the last run ended.
import type { CaseNote } from '../../domain/case/case.ts';
import type { Application } from '../../domain/partnership/admission.ts';
import type { ActEvent } from '../../domain/record/act-events.ts';
import { ACTS, type ActRow } from '../acts.ts';
import { PROPOSALS, type ProposalRow } from '../approval/proposals.ts';
import { CASES, type CaseRow } from '../case/cases.ts';
import type { Database, Filter } from '../connect.ts';
import { DELIVERIES, type DeliveryRow } from '../deliveries.ts';
import { ENTRIES } from '../entries.ts';
import type { EntryRow } from '../entry/row.ts';
import { APPLICATIONS } from '../partnership/applications.ts';
import { type OldIndicators, openOldIndicators } from './old-indicators.ts';

export type OldAct = Pick<ActRow, '_id' | 'at' | 'members' | 'byMember' | 'byPerson' | 'person' | 'warning'>;
export type OldEntry = Pick<EntryRow, '_id' | 'sequence' | 'at' | 'work' | 'subject'>;
export type OldAnswer = Pick<
  DeliveryRow,
  '_id' | 'warning' | 'member' | 'acknowledgedBy' | 'acknowledgedAt'
> & { readonly answers?: readonly { readonly by: string | null }[] | null };
export type OldProposal = Pick<ProposalRow, '_id' | 'member' | 'by'>;

export type OldCase = Pick<
  CaseRow,
  '_id' | 'openedAt' | 'warning' | 'member' | 'owner' | 'publisher' | 'takenBy'
> & { readonly notes: readonly Pick<CaseNote, 'member' | 'person'>[] };

export type OldApplication = Pick<Application, 'id' | 'member' | 'sponsors' | 'objections'>;

export type WornOut = {
  /** Numbered entries after a number, in order; those from `before` on are not among them. */
  entries(after: number, before: Date, limit: number): Promise<OldEntry[]>;
  /** Takes everything but event, time, number and commitment. */
  bareEntries(ids: readonly OldEntry['_id'][]): Promise<number>;
  answers(afterMs: number, before: Date, limit: number): Promise<OldAnswer[]>;
  /** Takes the notes, and who gave the answers; what was answered and when stays. */
  bareAnswers(ids: readonly string[]): Promise<number>;
  acts(
    afterMs: number,
    before: Date,
    events: { readonly not: boolean; readonly of: readonly ActEvent[] },
    limit: number,
  ): Promise<OldAct[]>;
  deleteActs(ids: readonly string[]): Promise<number>;
  proposals(before: Date, limit: number, after: string): Promise<OldProposal[]>;
  deleteProposals(ids: readonly string[]): Promise<number>;
  /** Opened before, the oldest first, after the one given. */
  cases(before: Date, limit: number, after: Pick<OldCase, '_id' | 'openedAt'> | null): Promise<OldCase[]>;
  deleteCases(ids: readonly string[]): Promise<number>;
  /** Decided before, with something left to take, by id after the one given. */
  applications(before: Date, limit: number, after: string): Promise<OldApplication[]>;
  /** Takes whom to call, and the reasons. */
  bareApplications(ids: readonly string[]): Promise<number>;
  readonly indicators: OldIndicators;
};

export const openWornOut = (database: Database): WornOut => {
  const entries = database.collection(ENTRIES);
  const deliveries = database.collection(DELIVERIES);
  const acts = database.collection(ACTS);
  return {
    entries: async (after, before, limit) => {
      const found = await entries
        .find({ sequence: { $gt: after } }, { projection: { sequence: 1, at: 1, work: 1, subject: 1 } })
        .sort({ sequence: 1 })
        .limit(limit)
        .toArray();
      const end = found.findIndex(({ at }) => at >= before);
      return end < 0 ? found : found.slice(0, end);
    },
    bareEntries: async (ids) => {
      if (ids.length === 0) return 0;
      const { modifiedCount } = await entries.updateMany({ _id: { $in: [...ids] }, work: 'DONE' }, {
        $set: { subject: {}, exercise: null },
        $unset: { salt: 1, trace: 1, publisher: 1, isUrgent: 1, key: 1, jobs: 1, queuedAt: 1 },
      } as never);
      return modifiedCount;
    },
    answers: (afterMs, before, limit) =>
      deliveries
        .find(
          { acknowledgedAt: { $gt: new Date(afterMs), $lt: before } },
          { projection: { warning: 1, member: 1, acknowledgedBy: 1, acknowledgedAt: 1, 'answers.by': 1 } },
        )
        .sort({ acknowledgedAt: 1 })
        .limit(limit)
        .toArray(),
    bareAnswers: async (ids) => {
      if (ids.length === 0) return 0;
      const { modifiedCount } = await deliveries.updateMany({ _id: { $in: [...ids] } }, [WITHOUT_PERSON]);
      return modifiedCount;
    },
    acts: (afterMs, before, { not, of }, limit) =>
      acts
        .find(
          {
            at: { $gt: new Date(afterMs), $lt: before },
            event: not ? { $nin: [...of] } : { $in: [...of] },
          } as Filter<ActRow>,
          { projection: { at: 1, members: 1, byMember: 1, byPerson: 1, person: 1, warning: 1 } },
        )
        .sort({ at: 1 })
        .limit(limit)
        .toArray(),
    deleteActs: async (ids) =>
      ids.length === 0 ? 0 : (await acts.deleteMany({ _id: { $in: [...ids] } })).deletedCount,
    ...wornProposalsIn(database),
    ...wornCasesIn(database),
    ...wornApplicationsIn(database),
    indicators: openOldIndicators(database),
  };
};

const wornProposalsIn = (database: Database): Pick<WornOut, 'proposals' | 'deleteProposals'> => {
  const proposals = database.collection(PROPOSALS);
  return {
    proposals: (before, limit, after) =>
      proposals
        .find({ decidedAt: { $lt: before }, _id: { $gt: after } }, { projection: { member: 1, by: 1 } })
        .sort({ _id: 1 })
        .limit(limit)
        .toArray(),
    deleteProposals: async (ids) =>
      ids.length === 0 ? 0 : (await proposals.deleteMany({ _id: { $in: [...ids] } })).deletedCount,
  };
};

const wornCasesIn = (database: Database): Pick<WornOut, 'cases' | 'deleteCases'> => {
  const cases = database.collection(CASES);
  return {
    cases: (before, limit, after) =>
      cases
        .find(
          {
            openedAt: { $lt: before },
            ...(after === null
              ? {}
              : {
                  $or: [
                    { openedAt: { $gt: after.openedAt } },
                    { openedAt: after.openedAt, _id: { $gt: after._id } },
                  ],
                }),
          },
          {
            projection: {
              ...{ openedAt: 1, warning: 1, member: 1, owner: 1, publisher: 1, takenBy: 1 },
              ...{ 'notes.member': 1, 'notes.person': 1 },
            },
          },
        )
        .sort({ openedAt: 1, _id: 1 })
        .limit(limit)
        .toArray(),
    deleteCases: async (ids) =>
      ids.length === 0 ? 0 : (await cases.deleteMany({ _id: { $in: [...ids] } })).deletedCount,
  };
};

const wornApplicationsIn = (database: Database): Pick<WornOut, 'applications' | 'bareApplications'> => {
  const applications = database.collection(APPLICATIONS);
  return {
    applications: async (before, limit, after) =>
      (
        await applications
          .find(
            { decidedAt: { $lt: before }, contact: { $ne: '' }, _id: { $gt: after } },
            { projection: { member: 1, sponsors: 1, objections: 1 } },
          )
          .sort({ _id: 1 })
          .limit(limit)
          .toArray()
      ).map(({ _id: id, member, sponsors, objections }) => ({ id, member, sponsors, objections })),
    bareApplications: async (ids) => {
      if (ids.length === 0) return 0;
      const reasons = { 'objections.$[].reason': '', 'objections.$[].person': null };
      const { modifiedCount } = await applications.updateMany(
        { _id: { $in: [...ids] } },
        { $set: { contact: '', refusal: null, ...reasons } },
      );
      return modifiedCount;
    },
  };
};

/** A stage that leaves what was answered and when. */
export const WITHOUT_PERSON = {
  $set: {
    note: null,
    acknowledgedBy: null,
    answers: {
      $cond: [
        { $isArray: '$answers' },
        { $map: { input: '$answers', in: { $mergeObjects: ['$$this', { note: null, by: null }] } } },
        '$$REMOVE',
      ],
    },
  },
};
