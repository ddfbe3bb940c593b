// Members and declared dependencies: the directory's facts. Every change increments `counters.directory` in the same
// transaction, so that each process knows that its copy is old.
import type { DeclaredDependency } from '../domain/cascade/cascade.ts';
import type { Member } from '../domain/member.ts';
import { count, declareCollection, maybe, text } from './collection/declare.ts';
import type { Database, Session } from './connect.ts';
import type { Counters } from './coordination/counters.ts';
import type { Communities } from './partnership/communities.ts';
import { MEMBERS, memberOf, rowOf, undeclaredIn } from './partnership/member-row.ts';

export type DependencyRow = Omit<DeclaredDependency, 'id'> & { _id: string };

export const DEPENDENCIES = declareCollection<DependencyRow>({
  stored: 'dependencies',
  about: 'Which member needs whose service, as the members declared it.',
  access: 'ADMINISTERED',
  isValidated: true,
  kept: 'for the life of the hub',
  fields: {
    _id: text('Id of the dependency.'),
    provider: text('Id of the member that provides.'),
    dependent: text('Id of the member that needs it.'),
    service: text('What it needs.'),
    strength: count('How much of its function it loses without it, from 0 to 1.'),
    redundancy: count('How much of that a substitute covers, from 0 to 1.'),
    bufferHours: maybe(count('How long it lasts without it; null where unknown.')),
  },
  indexes: [],
});

export type Members = {
  all(session?: Session): Promise<Member[]>;
  /** Within `change`: what is changed is read in the same transaction (I13). */
  byId(id: string, session: Session): Promise<Member | null>;
  declared(): Promise<DeclaredDependency[]>;
  /**
   * Runs `work` in one transaction that counts as a change of the directory. Everything that is administered is written in
   * it, together with its line of the audit trail.
   */
  change<Value>(work: (session: Session) => Promise<Value>): Promise<Value>;
  /** The same for what only takes rights away: it is done on a full disk too. */
  narrow<Value>(work: (session: Session) => Promise<Value>): Promise<Value>;
  /** The same for what changes nobody's rights: no process has to read the directory again, or to wait, for it. */
  write<Value>(work: (session: Session) => Promise<Value>): Promise<Value>;
  /** Reads in one transaction. */
  look<Value>(work: (session: Session) => Promise<Value>): Promise<Value>;
  save(member: Member): Promise<void>;
  /** Within `change`. What the member is in by rule follows from its facts. */
  put(member: Member, session: Session): Promise<void>;
  saveDependency(dependency: DeclaredDependency): Promise<void>;
  /** Within `change`, as the next two. */
  dependenciesOf(dependent: string, session: Session): Promise<DeclaredDependency[]>;
  putDependency(dependency: DeclaredDependency, session: Session): Promise<void>;
  /** False when there is none. */
  dropDependency(id: string, session: Session): Promise<boolean>;
};

const dependencyOf = ({ _id, ...facts }: DependencyRow): DeclaredDependency => ({ id: _id, ...facts });

const isRefused = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'ok' in value && value.ok === false;

/** In one transaction: a change without its count would stay unseen by the other processes. */
const countedIn =
  (database: Database, counters: Counters) =>
  <Value>(change: (session: Session) => Promise<Value>): Promise<Value> =>
    database.transaction(async (session) => {
      const value = await change(session);
      // A refused act has written nothing, and no process has to read the directory again for it.
      if (!isRefused(value)) await counters.next('directory', 1, session);
      return value;
    });

type MembersDeps = {
  readonly communities: Pick<Communities, 'settled'>;
  /** Throws where the disk is too full for it. */
  readonly storage: { require(storageClass: 'WORK'): Promise<void> };
};

export const openMembers = (
  database: Database,
  counters: Counters,
  { communities, storage }: MembersDeps,
): Members => {
  const members = database.model(MEMBERS);
  const dependencies = database.model(DEPENDENCIES);
  const replacing = { upsert: true, runValidators: true } as const;
  const counted = countedIn(database, counters);
  const put = async (member: Member, session: Session): Promise<void> => {
    const before = await members.findOne({ _id: member.id }, null, { session }).lean();
    const row = rowOf(await communities.settled(member, before?.communities ?? null, session));
    await members.replaceOne({ _id: row._id }, row, { ...replacing, session });
    // What a hub of a later release wrote beside it stays.
    const beside = undeclaredIn(before ?? {});
    if (Object.keys(beside).length > 0)
      await database.collection(MEMBERS).updateOne({ _id: row._id }, { $set: beside }, { session });
  };
  const putDependency = async ({ id, ...facts }: DeclaredDependency, session: Session): Promise<void> => {
    await dependencies.replaceOne({ _id: id }, { _id: id, ...facts }, { ...replacing, session });
  };
  return {
    all: async (session) =>
      (
        await members
          .find({}, null, session === undefined ? {} : { session })
          .sort({ _id: 1 })
          .lean()
      ).map(memberOf),
    byId: async (id, session) => {
      const row = await members.findOne({ _id: id }, null, { session }).lean();
      return row === null ? null : memberOf(row);
    },
    declared: async () => (await dependencies.find().sort({ _id: 1 }).lean()).map(dependencyOf),
    change: async (work) => {
      await storage.require('WORK');
      return counted(work);
    },
    narrow: counted,
    write: async (work) => {
      await storage.require('WORK');
      return database.transaction(work);
    },
    look: (work) => database.transaction(work),
    save: (member) => counted((session) => put(member, session)),
    put,
    saveDependency: (dependency) => counted((session) => putDependency(dependency, session)),
    dependenciesOf: async (dependent, session) =>
      (await dependencies.find({ dependent }, null, { session }).lean()).map(dependencyOf),
    putDependency,
    dropDependency: async (_id, session) =>
      (await dependencies.deleteOne({ _id }, { session })).deletedCount === 1,
  };
};
