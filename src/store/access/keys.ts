// Keys: the ways in of machines, and of persons at a terminal. They are facts of the directory: every change is made within
// `members.change`, so that each process knows that its copy is old.

import { personIdOf } from '../../domain/access/former-name.ts';
import { SCOPES, type Scope } from '../../domain/access/scopes.ts';
import { ROLES, type Role } from '../../domain/member.ts';
import { declareCollection, instant, listOf, maybe, oneOf, text } from '../collection/declare.ts';
import type { Database, Session } from '../connect.ts';

export type KeyRow = {
  _id: string;
  /**
   * SHA-256 of the secret part; the secret itself is shown once and kept nowhere (I25). Empty for a key with limits: hubs
   * of the release before know no limits, and must not let it in.
   */
  hash: string;
  /** The same for a key with limits. */
  limitedHash?: string | null;
  member: string;
  /** What hubs of the release before let it do. */
  role: Role;
  /** Absent: `role` alone. Empty: all that its person has. */
  roles?: Role[] | null;
  /** Id of the person, or the name by which releases before knew it; null for a machine. */
  person: string | null;
  label: string;
  scopes?: Scope[] | null;
  /** Networks as CIDR that it may come from. */
  ranges?: string[] | null;
  createdAt: Date;
  expiresAt: Date | null;
  revokedAt: Date | null;
  /** To the hour. */
  lastUsedAt?: Date | null;
  /** Id of the key that replaces it. */
  replacedBy?: string | null;
};

/** A key that is not revoked; it may have expired. */
export type LiveKey = {
  readonly _id: string;
  readonly hash: string;
  readonly member: string;
  /** Null: all that its person has. */
  readonly roles: readonly Role[] | null;
  /** Id of the person. */
  readonly person: string | null;
  readonly scopes: readonly Scope[] | null;
  readonly ranges: readonly string[] | null;
  readonly expiresAt: Date | null;
  readonly lastUsedAt: Date | null;
};

export const KEYS = declareCollection<KeyRow>({
  stored: 'keys',
  about: 'Keys by which a person or a machine of a member signs in.',
  access: 'ADMINISTERED',
  isValidated: true,
  kept: 'for the life of the hub, revoked ones too, since entries name them',
  fields: {
    _id: text('Public part of the key.'),
    hash: text(
      'SHA-256 of its secret part (I25); empty for a key with limits, which older hubs must not let in.',
    ),
    limitedHash: maybe(text('SHA-256 of the secret part of a key with limits.')),
    member: text('Id of the member.'),
    role: oneOf(ROLES, 'What it may do, for hubs of the release before.'),
    roles: maybe(listOf(oneOf(ROLES, 'What it may do; empty for all that its person has.'))),
    person: maybe(
      text('Id of the person, or its name in releases before; null for a machine.', {
        personal: 'names a person',
      }),
    ),
    label: text('What it is for.', { personal: 'free text of who made it' }),
    scopes: maybe(listOf(oneOf(SCOPES, 'What it is limited to.'))),
    ranges: maybe(listOf(text('Networks that it may come from.'))),
    createdAt: instant('When it was made.'),
    expiresAt: maybe(instant('When it expires; null for never.')),
    revokedAt: maybe(instant('When it was revoked.')),
    lastUsedAt: maybe(instant('Its last use, to the hour.', { personal: 'of a person' })),
    replacedBy: maybe(text('Id of the key that replaces it.')),
  },
  indexes: [{ key: { member: 1 } }, { key: { person: 1 } }],
});

export type Keys = {
  /** Within `members.change`. */
  put(key: KeyRow, session: Session): Promise<void>;
  byId(id: string, session?: Session): Promise<KeyRow | null>;
  /** Every key that is not revoked, by id. */
  live(): Promise<ReadonlyMap<string, LiveKey>>;
  /** Oldest first, revoked ones too. */
  list(limit: number): Promise<KeyRow[]>;
  /** Keys of a member, of a person or of its machines alone, newest first. */
  ofMember(member: string, limit: number): Promise<KeyRow[]>;
  /** All that a person ever had, under any name of it, newest first. */
  newestOf(names: readonly string[], limit: number): Promise<KeyRow[]>;
  /** Those of machines that are not revoked. */
  countOfMachines(member: string, session?: Session): Promise<number>;
  /** All that a person ever had, revoked ones too, under any name of it. */
  everOf(names: readonly string[], session?: Session): Promise<KeyRow[]>;
  /** Those that are not revoked. */
  ofPerson(names: readonly string[], session?: Session): Promise<KeyRow[]>;
  /** Within `members.change`. Whether it was in force before. */
  revoke(id: string, at: Date, session: Session): Promise<boolean>;
  /** Those of the machines and screens of a member; returns how many. */
  revokeOfMachines(member: string, at: Date, session: Session): Promise<number>;
  /** Outside any transaction: no right depends on it. */
  noteUses(uses: ReadonlyMap<string, Date>): Promise<void>;
};

const LIVE_FIELDS = {
  hash: 1,
  limitedHash: 1,
  member: 1,
  role: 1,
  roles: 1,
  person: 1,
  scopes: 1,
  ranges: 1,
  expiresAt: 1,
  lastUsedAt: 1,
} as const;
/** Keys per batch of the server: each batch is decoded in one turn of the event loop. */
const KEYS_AT_ONCE = 1_000;

/** The roles of a key as it stands: null for all that its person has. */
export const rolesOfKey = ({ role, roles }: Pick<KeyRow, 'role' | 'roles'>): readonly Role[] | null => {
  if (roles === undefined || roles === null) return [role];
  return roles.length === 0 ? null : roles;
};

const listed = <Value>(values: readonly Value[] | null | undefined): readonly Value[] | null =>
  values === undefined || values === null || values.length === 0 ? null : values;

const liveOf = (row: KeyRow): LiveKey => ({
  _id: row._id,
  hash: row.limitedHash ?? row.hash,
  member: row.member,
  roles: rolesOfKey(row),
  person: row.person === null ? null : personIdOf(row.person),
  scopes: listed(row.scopes),
  ranges: listed(row.ranges),
  expiresAt: row.expiresAt,
  lastUsedAt: row.lastUsedAt ?? null,
});

export const openKeys = (database: Database): Keys => {
  const keys = database.model(KEYS);
  const rows = database.collection(KEYS);
  const within = (session?: Session) => (session === undefined ? {} : { session });
  return {
    put: async (key, session) => {
      await keys.replaceOne({ _id: key._id }, key, { upsert: true, runValidators: true, session });
    },
    byId: (id, session) => keys.findOne({ _id: id }, null, within(session)).lean(),
    live: async () => {
      const found = await rows
        .find({ revokedAt: null }, { projection: LIVE_FIELDS })
        .batchSize(KEYS_AT_ONCE)
        .toArray();
      return new Map(found.map((row) => [row._id, liveOf(row)]));
    },
    list: (limit) => keys.find().sort({ createdAt: 1, _id: 1 }).limit(limit).lean(),
    ofMember: (member, limit) => keys.find({ member }).sort({ createdAt: -1, _id: 1 }).limit(limit).lean(),
    newestOf: (names, limit) =>
      rows
        .find({ person: { $in: [...names] } })
        .sort({ createdAt: -1, _id: 1 })
        .limit(limit)
        .toArray(),
    countOfMachines: (member, session) =>
      rows.countDocuments({ member, person: null, revokedAt: null }, within(session)),
    everOf: (names, session) => rows.find({ person: { $in: [...names] } }, within(session)).toArray(),
    ofPerson: (names, session) =>
      rows.find({ person: { $in: [...names] }, revokedAt: null }, within(session)).toArray(),
    revokeOfMachines: async (member, at, session) => {
      const live = { member, person: null, revokedAt: null };
      const { modifiedCount } = await rows.updateMany(live, { $set: { revokedAt: at } }, { session });
      return modifiedCount;
    },
    revoke: async (id, at, session) => {
      const { modifiedCount } = await keys.updateOne(
        { _id: id, revokedAt: null },
        { $set: { revokedAt: at } },
        { runValidators: true, session },
      );
      return modifiedCount === 1;
    },
    noteUses: async (uses) => {
      const writes = [...uses].map(([_id, at]) => ({
        updateOne: { filter: { _id }, update: { $max: { lastUsedAt: at } } },
      }));
      if (writes.length > 0) await rows.bulkWrite(writes, { ordered: false });
    },
  };
};
