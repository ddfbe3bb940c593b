// Members, keys and declared dependencies: the directory's facts. Every change increments `counters.directory` in the same
// transaction, so that each process knows that its copy is old.
import type { DeclaredDependency } from '../domain/cascade/cascade.ts';
import { MEMBER_KINDS, type Member, ROLES, type Role } from '../domain/member.ts';
import {
  count,
  declareCollection,
  instant,
  listOf,
  maybe,
  oneOf,
  text,
  truth,
} from './collection/declare.ts';
import type { Database, Session } from './connect.ts';
import type { Counters } from './coordination/counters.ts';
import type { Communities } from './partnership/communities.ts';

export type MemberRow = Omit<Member, 'id'> & { _id: string };
export type KeyRow = {
  _id: string;
  /** SHA-256 of the secret part; the secret itself is shown once and kept nowhere (I25). */
  hash: string;
  member: string;
  role: Role;
  person: string | null;
  label: string;
  createdAt: Date;
  expiresAt: Date | null;
  revokedAt: Date | null;
};
/** A key that is not revoked; it may have expired. */
export type LiveKey = Pick<KeyRow, '_id' | 'hash' | 'member' | 'role' | 'person' | 'expiresAt'>;
export type DependencyRow = Omit<DeclaredDependency, 'id'> & { _id: string };

export const MEMBERS = declareCollection<MemberRow>({
  stored: 'members',
  about: 'The organisations of the partnership.',
  access: 'ADMINISTERED',
  isValidated: true,
  kept: 'for the life of the hub',
  fields: {
    _id: text('Id of the member.'),
    slug: text('Short name, as audiences and persons name it.'),
    name: text('Name of the organisation.'),
    kind: oneOf(MEMBER_KINDS, 'What it is.'),
    country: text('ISO 3166-1 alpha-2; user-assigned codes are allowed.'),
    countries: listOf(text('Further countries that it serves.')),
    sectors: listOf(text('Sectors of the scheme of the hub.')),
    communities: listOf(text('Sharing groups that it belongs to.')),
    clients: listOf(text('Ids of members that are its clients in the sense of TLP:AMBER.')),
    mayPublish: truth('Whether it may publish.'),
    optsOutOfCascade: truth('Whether it is left out of warnings that only a dependency would bring.'),
    isActive: truth('Whether it takes part.'),
    isUnlisted: maybe(truth('Whether other members are not told of it; absent means that they are.')),
    listedTo: maybe(listOf(text('Ids of members that are told of it although it is unlisted.'))),
    identity: text('STIX id of its identity.'),
  },
  indexes: [{ key: { slug: 1 }, unique: true }],
});

export const KEYS = declareCollection<KeyRow>({
  stored: 'keys',
  about: 'Keys by which a person or a machine of a member signs in.',
  access: 'ADMINISTERED',
  isValidated: true,
  kept: 'for the life of the hub, revoked ones too, since entries name them',
  fields: {
    _id: text('Public part of the key.'),
    hash: text('SHA-256 of its secret part (I25).'),
    member: text('Id of the member.'),
    role: oneOf(ROLES, 'What it may do.'),
    person: maybe(
      text('The person, as <member slug>/<name>; null for a machine.', { personal: 'names a person' }),
    ),
    label: text('What it is for.', { personal: 'free text of who made it' }),
    createdAt: instant('When it was made.'),
    expiresAt: maybe(instant('When it expires; null for never.')),
    revokedAt: maybe(instant('When it was revoked.')),
  },
  indexes: [{ key: { member: 1 } }, { key: { person: 1 } }],
});

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
  all(): Promise<Member[]>;
  declared(): Promise<DeclaredDependency[]>;
  /**
   * Runs `work` in one transaction that counts as a change of the directory. Everything that is administered is written in
   * it, together with its line of the audit trail.
   */
  change<Value>(work: (session: Session) => Promise<Value>): Promise<Value>;
  save(member: Member): Promise<void>;
  /** Within `change`. What the member is in by rule follows from its facts. */
  put(member: Member, session: Session): Promise<void>;
  putKey(key: KeyRow, session: Session): Promise<void>;
  saveDependency(dependency: DeclaredDependency): Promise<void>;
  saveKey(key: KeyRow): Promise<void>;
  key(id: string): Promise<KeyRow | null>;
  /** Every key that is not revoked, by id. */
  liveKeys(): Promise<ReadonlyMap<string, LiveKey>>;
  /** Oldest first. */
  listKeys(limit: number): Promise<KeyRow[]>;
  revokeKey(id: string, at: Date): Promise<boolean>;
};

const LIVE_FIELDS = { hash: 1, member: 1, role: 1, person: 1, expiresAt: 1 } as const;
/** Keys per batch of the server: each batch is decoded in one turn of the event loop. */
const KEYS_AT_ONCE = 1_000;

export const openMembers = (
  database: Database,
  counters: Counters,
  communities: Pick<Communities, 'settled'>,
): Members => {
  const members = database.model(MEMBERS);
  const keys = database.model(KEYS);
  const rows = database.collection(KEYS);
  const dependencies = database.model(DEPENDENCIES);
  const replacing = { upsert: true, runValidators: true } as const;
  /** In one transaction: a change without its count would stay unseen by the other processes. */
  const counted = <Value>(change: (session: Session) => Promise<Value>): Promise<Value> =>
    database.transaction(async (session) => {
      const value = await change(session);
      await counters.next('directory', 1, session);
      return value;
    });
  const put = async (member: Member, session: Session): Promise<void> => {
    const { id, ...facts } = await communities.settled(member, session);
    await members.replaceOne({ _id: id }, { _id: id, ...facts }, { ...replacing, session });
  };
  const putKey = async (key: KeyRow, session: Session): Promise<void> => {
    await keys.replaceOne({ _id: key._id }, key, { ...replacing, session });
  };
  return {
    all: async () =>
      (await members.find().sort({ _id: 1 }).lean()).map(({ _id, ...facts }) => ({ id: _id, ...facts })),
    declared: async () =>
      (await dependencies.find().sort({ _id: 1 }).lean()).map(({ _id, ...facts }) => ({ id: _id, ...facts })),
    change: counted,
    save: (member) => counted((session) => put(member, session)),
    put,
    putKey,
    saveDependency: ({ id, ...facts }) =>
      counted(async (session) => {
        await dependencies.replaceOne({ _id: id }, { _id: id, ...facts }, { ...replacing, session });
      }),
    saveKey: (key) => counted((session) => putKey(key, session)),
    key: (id) => keys.findOne({ _id: id }).lean(),
    liveKeys: async () => {
      const found = await rows
        .find({ revokedAt: null }, { projection: LIVE_FIELDS })
        .batchSize(KEYS_AT_ONCE)
        .toArray();
      return new Map(found.map((row) => [row._id, row]));
    },
    listKeys: (limit) => keys.find().sort({ createdAt: 1, _id: 1 }).limit(limit).lean(),
    revokeKey: (id, at) =>
      counted(async (session) => {
        const { modifiedCount } = await keys.updateOne(
          { _id: id, revokedAt: null },
          { $set: { revokedAt: at } },
          { runValidators: true, session },
        );
        return modifiedCount === 1;
      }),
  };
};
