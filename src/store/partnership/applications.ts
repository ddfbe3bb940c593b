// Applications, and the admission policy with its history. Applicants are no facts of the directory: no reader, no audience
// and no look-up meets one.
import {
  type AdmissionPolicy,
  type Application,
  FIRST_POLICY,
  isOpenStage,
  STAGES,
  type Stage,
} from '../../domain/partnership/admission.ts';
import {
  any,
  count,
  declareCollection,
  instant,
  listOf,
  maybe,
  oneOf,
  text,
  truth,
} from '../collection/declare.ts';
import type { Database, Session } from '../connect.ts';

type ApplicationRow = Omit<Application, 'id'> & { _id: string };
type PolicyRow = Omit<AdmissionPolicy, 'version'> & { _id: number };

export const APPLICATIONS = declareCollection<ApplicationRow>({
  stored: 'applications',
  about: 'Organisations that ask to be admitted.',
  access: 'ADMINISTERED',
  isValidated: true,
  kept: 'for the life of the hub: who answered for whom; whom to call, and the reasons, for two years after the decision (class APPLICATIONS)',
  fields: {
    _id: text('Id of the application.'),
    facts: any('What the member would be: slug, names, kind, State, sectors, identifiers.'),
    contact: text('Whom to call there.', { personal: 'names persons of the applicant' }),
    stage: oneOf(STAGES, 'How far it is.'),
    needsReview: truth('Whether an operator looks at its names first.'),
    sponsors: listOf(any('Who answers for it: member, person and instant.', { personal: 'names persons' })),
    objections: listOf(
      any('Who objects: member, person, instant and reason.', { personal: 'names persons' }),
    ),
    madeAt: instant('When it was made.'),
    verifiedAt: maybe(instant('When its identity was verified.')),
    windowEndsAt: maybe(instant('When the time for objections ends.')),
    decidedAt: maybe(instant('When it was admitted, refused or withdrawn.')),
    member: maybe(text('Id of the member that it became.')),
    refusal: maybe(text('Why it was refused.', { personal: 'may name persons' })),
    needsTwo: maybe(truth('Whether two persons admit it: it came on while the policy asked for less.')),
  },
  indexes: [{ key: { stage: 1, madeAt: 1 } }, { key: { member: 1 } }, { key: { madeAt: -1, _id: -1 } }],
});

export const POLICIES = declareCollection<PolicyRow>({
  stored: 'admissionPolicies',
  about: 'The admission policy, each version of it; the newest is in force.',
  access: 'ADMINISTERED',
  isValidated: true,
  kept: 'for the life of the hub',
  fields: {
    _id: count('Its version, from 1.'),
    sponsors: count('How many members answer for an applicant; 0 for none.'),
    objectionDays: count('Days for objections; 0 for none.'),
    probationDays: count('Days of probation; 0 for none.'),
    at: instant('From when on it is in force.'),
    by: maybe(text('Id of the person who changed it.', { personal: 'names a person' })),
  },
  indexes: [],
});

export type ApplicationSearch = {
  readonly onlyOpen: boolean;
  /** The last one of the page before, or a place in front of it. */
  readonly after: Pick<Application, 'madeAt' | 'id'> | null;
};

export type Applications = {
  byId(id: string, session?: Session): Promise<Application | null>;
  /** Newest first. */
  list(search: ApplicationSearch, limit: number): Promise<Application[]>;
  open(session?: Session): Promise<Application[]>;
  /** The one with which the member came; null for one that was admitted without. */
  ofMember(member: string): Promise<Application | null>;
  save(application: Application, session: Session): Promise<void>;
  /** After a restore: what was said of the open ones since the backup is lost, so nothing that was said before it counts. */
  beginAgain(session: Session): Promise<void>;
  policy(session?: Session): Promise<AdmissionPolicy>;
  /** Newest first. */
  policies(limit: number): Promise<AdmissionPolicy[]>;
  /** Fails where somebody else has made that version meanwhile. */
  addPolicy(policy: AdmissionPolicy, session: Session): Promise<void>;
};

const applicationOf = ({ _id, ...facts }: ApplicationRow): Application => ({ id: _id, ...facts });
const policyOf = ({ _id, ...facts }: PolicyRow): AdmissionPolicy => ({ version: _id, ...facts });
const FIRST: AdmissionPolicy = { ...FIRST_POLICY, at: new Date(0), by: null };
const IS_OPEN = { stage: { $in: STAGES.filter(isOpenStage) } };
const CAME_ON: readonly Stage[] = ['SPONSORED', 'OBJECTION_WINDOW'];

export const openApplications = (database: Database): Applications => {
  const applications = database.model(APPLICATIONS);
  const rows = database.collection(APPLICATIONS);
  const policies = database.model(POLICIES);
  const within = (session?: Session) => (session === undefined ? {} : { session });
  return {
    byId: async (id, session) => {
      const row = await applications.findOne({ _id: id }, null, within(session)).lean();
      return row === null ? null : applicationOf(row);
    },
    list: async ({ onlyOpen, after }, limit) => {
      const older =
        after === null
          ? {}
          : { $or: [{ madeAt: { $lt: after.madeAt } }, { madeAt: after.madeAt, _id: { $lt: after.id } }] };
      const found = rows.find({ ...(onlyOpen ? IS_OPEN : {}), ...older }).sort({ madeAt: -1, _id: -1 });
      return (await found.limit(limit).toArray()).map(applicationOf);
    },
    open: async (session) =>
      (await rows.find(IS_OPEN, within(session)).sort({ madeAt: 1 }).toArray()).map(applicationOf),
    ofMember: async (member) => {
      const row = await applications.findOne({ member }).sort({ madeAt: -1 }).lean();
      return row === null ? null : applicationOf(row);
    },
    save: async ({ id, ...facts }, session) => {
      const row = { _id: id, ...facts };
      await applications.replaceOne({ _id: id }, row, { upsert: true, runValidators: true, session });
    },
    beginAgain: async (session) => {
      await rows.updateMany(
        IS_OPEN,
        { $set: { sponsors: [], windowEndsAt: null, needsTwo: true } },
        { session },
      );
      await rows.updateMany({ stage: { $in: [...CAME_ON] } }, { $set: { stage: 'VERIFIED' } }, { session });
    },
    policy: async (session) => {
      const row = await policies.findOne({}, null, within(session)).sort({ _id: -1 }).lean();
      return row === null ? FIRST : policyOf(row);
    },
    policies: async (limit) => [
      ...(await policies.find().sort({ _id: -1 }).limit(limit).lean()).map(policyOf),
      FIRST,
    ],
    addPolicy: async ({ version, ...facts }, session) => {
      await policies.create([{ _id: version, ...facts }], { session });
    },
  };
};
