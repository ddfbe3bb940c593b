// Ways to sign in besides keys: passkeys and accounts of persons; certificates and token subjects of machines. Each is found
// by a digest of what identifies it, which is its id, so that two persons can never have the same.
import {
  ADMISSIONS,
  CREDENTIAL_KINDS,
  type Credential,
  type PasskeyRecord,
  type StoredCredential,
  type Subject,
} from '../../domain/access/credential.ts';
import { ROLES, type Role } from '../../domain/member.ts';
import {
  count,
  declareCollection,
  instant,
  listOf,
  maybe,
  oneOf,
  text,
  truth,
} from '../collection/declare.ts';
import type { Collection, Database, Session } from '../connect.ts';
import { theText } from '../driver/of-partial-index.ts';

export type CredentialRow = Omit<Credential, 'id'> &
  Partial<PasskeyRecord> &
  Partial<Subject> & {
    _id: string;
  };

export const CREDENTIALS = declareCollection<CredentialRow>({
  stored: 'credentials',
  about:
    'Ways to sign in besides keys: passkeys, accounts at identity providers, certificates, subjects of tokens.',
  access: 'NATIVE',
  isValidated: true,
  kept: 'for the life of the hub, ended ones too, since the audit trail names them',
  fields: {
    _id: text('Digest of what identifies it.'),
    kind: oneOf(CREDENTIAL_KINDS, 'What it is.'),
    member: text('Id of the member.'),
    person: maybe(text('Id of the person; null for a machine.', { personal: 'names a person' })),
    roles: listOf(oneOf(ROLES, 'What a machine may do; a person has roles of its own.')),
    label: text('What it is for.', { personal: 'free text of who added it' }),
    createdAt: instant('When it was added.'),
    expiresAt: maybe(instant('When it expires; null for never.')),
    lastUsedAt: maybe(instant('Its last use, to the day for a machine.')),
    endedAt: maybe(instant('When it was removed.')),
    identity: maybe(text('Of a machine: digest of what it is known by; absent where that is the id.')),
    activatedAt: maybe(instant('Of a machine: when it proved itself; null until then.')),
    credentialId: maybe(text('Of a passkey: its id, base64url.')),
    publicKey: maybe(text('Of a passkey: its public key, COSE in base64url.')),
    counter: maybe(count('Of a passkey: how often it signed, where it counts.')),
    transports: maybe(listOf(text('Of a passkey: how browsers reach it.'))),
    isSynced: maybe(truth('Of a passkey: whether it is copied to other devices of its owner.')),
    issuer: maybe(text('Of an account or a token: its issuer.')),
    admittedBy: maybe(
      oneOf(ADMISSIONS, 'Of an account that became a person by signing in: what the provider admitted by.'),
    ),
    givenRoles: maybe(
      listOf(oneOf(ROLES, 'Of such an account: the roles that its person has by the provider.')),
    ),
    subject: maybe(
      text('Of an account or a token: its subject at the issuer.', { personal: 'names a person' }),
    ),
  },
  indexes: [
    { key: { person: 1 } },
    { key: { member: 1, kind: 1 } },
    { key: { identity: 1 }, partialFilterExpression: { identity: { $type: 'string' } } },
  ],
});

export type Credentials = {
  readonly rows: Collection<CredentialRow>;
  /** Null for an unknown one, and for one that has ended or expired. */
  live(id: string, now: Date, session?: Session): Promise<StoredCredential | null>;
  /** The machine that has proved to be this one, and has not ended or expired. */
  machineBy(identity: string, now: Date, session?: Session): Promise<StoredCredential | null>;
  /** What all machines are known by that have not ended, proved or not. */
  machineIdentities(): Promise<ReadonlySet<string>>;
  /** It has proved itself; false when it has ended or was activated before. */
  activate(id: string, now: Date, session: Session): Promise<boolean>;
  /** Those of a person that have not ended, oldest first. */
  ofPerson(person: string, session?: Session): Promise<StoredCredential[]>;
  /** Also one that has ended. */
  everBy(id: string, session: Session): Promise<StoredCredential | null>;
  /** Those of the machines of a member that have not ended, oldest first. */
  ofMachines(member: string): Promise<StoredCredential[]>;
  /** False when somebody has it already. One that has ended may be added again, by whoever proves it. */
  add(credential: StoredCredential, session: Session): Promise<boolean>;
  /** Notes a use; false when the passkey's counter shows a copy, which may not sign in. */
  used(id: string, now: Date, counter?: number): Promise<boolean>;
  /** Notes which roles its person has by it. */
  give(id: string, roles: readonly Role[], session: Session): Promise<void>;
  /** False when there was none that could end. */
  end(id: string, now: Date, session: Session): Promise<boolean>;
  /** Ends all of a person; returns their ids. */
  endAllOf(person: string, now: Date, session: Session): Promise<string[]>;
};

const credentialOf = ({ _id, ...facts }: CredentialRow): StoredCredential => ({ id: _id, ...facts });

const isLive = ({ endedAt, expiresAt }: CredentialRow, now: Date): boolean =>
  endedAt === null && (expiresAt === null || expiresAt > now);

const MOST = 1_000;

const machinesIn = (
  rows: Collection<CredentialRow>,
): Pick<Credentials, 'machineBy' | 'machineIdentities' | 'activate'> => ({
  machineIdentities: async () => {
    const found = rows.find({ person: null, endedAt: null } as never, { projection: { identity: 1 } });
    const known = new Set<string>();
    for await (const { _id, identity } of found) known.add(identity ?? _id);
    return known;
  },
  machineBy: async (identity, now, session) => {
    const within = session === undefined ? {} : { session };
    const proved = { identity: theText(identity), endedAt: null, activatedAt: { $type: 'date' as const } };
    const row =
      (await rows.findOne(proved as never, within)) ?? (await rows.findOne({ _id: identity }, within));
    return row !== null && row.person === null && isLive(row, now) ? credentialOf(row) : null;
  },
  activate: async (id, now, session) => {
    const { modifiedCount } = await rows.updateOne(
      { _id: id, endedAt: null, activatedAt: null },
      { $set: { activatedAt: now, lastUsedAt: now } },
      { session },
    );
    return modifiedCount === 1;
  },
});

export const openCredentials = (database: Database): Credentials => {
  const rows = database.collection(CREDENTIALS);
  const list = async (which: object, session?: Session): Promise<StoredCredential[]> => {
    const found = await rows
      .find({ ...which, endedAt: null }, session === undefined ? {} : { session })
      .sort({ createdAt: 1, _id: 1 })
      .limit(MOST)
      .toArray();
    return found.map(credentialOf);
  };
  return {
    rows,
    live: async (id, now, session) => {
      const row = await rows.findOne({ _id: id }, session === undefined ? {} : { session });
      return row !== null && isLive(row, now) ? credentialOf(row) : null;
    },
    ...machinesIn(rows),
    ofPerson: (person, session) => list({ person }, session),
    everBy: async (id, session) => {
      const row = await rows.findOne({ _id: id }, { session });
      return row === null ? null : credentialOf(row);
    },
    ofMachines: (member) => list({ member, person: null }),
    add: async ({ id, ...facts }, session) => {
      // Read first: a duplicate key would abort the transaction.
      const there = await rows.findOne({ _id: id }, { session });
      if (there !== null && there.endedAt === null) return false;
      await rows.replaceOne({ _id: id }, facts, { upsert: true, session });
      return true;
    },
    used: async (id, now, counter) => {
      // An authenticator that does not count always says 0 (WebAuthn level 3, §6.1.1).
      const grows = counter === undefined || counter === 0 ? {} : { counter: { $lt: counter } };
      const { matchedCount } = await rows.updateOne(
        { _id: id, endedAt: null, ...grows },
        { $set: { lastUsedAt: now, ...(counter === undefined ? {} : { counter }) } },
      );
      return matchedCount === 1;
    },
    give: async (_id, roles, session) => {
      await rows.updateOne({ _id }, { $set: { givenRoles: roles } }, { session });
    },
    end: async (id, now, session) => {
      const { modifiedCount } = await rows.updateOne(
        { _id: id, endedAt: null },
        { $set: { endedAt: now } },
        { session },
      );
      return modifiedCount === 1;
    },
    endAllOf: async (person, now, session) => {
      const found = await rows.find({ person, endedAt: null }, { session }).toArray();
      const ids = found.map(({ _id }) => _id);
      await rows.updateMany({ _id: { $in: ids } }, { $set: { endedAt: now } }, { session });
      return ids;
    },
  };
};
