// Members, keys and declared dependencies: the directory's facts. Every change bumps `counters.directory`,
// by which each process knows that its copy is old.
import type { DeclaredDependency } from '../domain/cascade/cascade.ts';
import type { Member, Role } from '../domain/member.ts';
import type { Collection, Database } from './connect.ts';
import type { Counters } from './counters.ts';

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
export type DependencyRow = Omit<DeclaredDependency, 'id'> & { _id: string };

export type Members = {
  readonly rows: Collection<MemberRow>;
  readonly keys: Collection<KeyRow>;
  readonly dependencies: Collection<DependencyRow>;
  all(): Promise<Member[]>;
  declared(): Promise<DeclaredDependency[]>;
  save(member: Member): Promise<void>;
  saveDependency(dependency: DeclaredDependency): Promise<void>;
  saveKey(key: KeyRow): Promise<void>;
  key(id: string): Promise<KeyRow | null>;
  /** Oldest first. */
  listKeys(limit: number): Promise<KeyRow[]>;
  revokeKey(id: string, at: Date): Promise<boolean>;
};

export const openMembers = async (database: Database, counters: Counters): Promise<Members> => {
  const rows = database.collection<MemberRow>('members');
  const keys = database.collection<KeyRow>('keys');
  const dependencies = database.collection<DependencyRow>('dependencies');
  await rows.createIndex({ slug: 1 }, { unique: true });
  await keys.createIndex({ member: 1 });
  return {
    rows,
    keys,
    dependencies,
    all: async () =>
      (await rows.find().sort({ _id: 1 }).toArray()).map(({ _id, ...facts }) => ({ id: _id, ...facts })),
    declared: async () =>
      (await dependencies.find().sort({ _id: 1 }).toArray()).map(({ _id, ...facts }) => ({
        id: _id,
        ...facts,
      })),
    save: async ({ id, ...facts }) => {
      await rows.replaceOne({ _id: id }, facts, { upsert: true });
      await counters.next('directory');
    },
    saveDependency: async ({ id, ...facts }) => {
      await dependencies.replaceOne({ _id: id }, facts, { upsert: true });
      await counters.next('directory');
    },
    saveKey: async ({ _id, ...key }) => {
      await keys.replaceOne({ _id }, key, { upsert: true });
      await counters.next('directory');
    },
    key: (id) => keys.findOne({ _id: id }),
    listKeys: (limit) => keys.find().sort({ createdAt: 1, _id: 1 }).limit(limit).toArray(),
    revokeKey: async (id, at) => {
      const { modifiedCount } = await keys.updateOne(
        { _id: id, revokedAt: null },
        { $set: { revokedAt: at } },
      );
      await counters.next('directory');
      return modifiedCount === 1;
    },
  };
};
