// Sessions of persons in browsers. The cookie's secret is kept as its hash, and looked up by it: whoever does not have the
// secret can ask for no hash of it, so that the time of a look-up tells nothing.
import {
  type BrowserSession,
  isLive,
  SEEN_MS,
  SESSION_MS,
  SESSION_WAYS,
} from '../../domain/access/session.ts';
import { declareCollection, instant, maybe, oneOf, text } from '../collection/declare.ts';
import type { Collection, Database, Session } from '../connect.ts';

export type SessionRow = Omit<BrowserSession, 'id'> & { _id: string; hash: string };

/** One that ended is shown to its person for a month. */
const KEPT_SECONDS = SESSION_MS / 1_000 + 30 * 24 * 3_600;

export const SESSIONS = declareCollection<SessionRow>({
  stored: 'sessions',
  about: 'Sessions of persons in browsers.',
  access: 'NATIVE',
  isValidated: true,
  kept: '37 days from its start',
  endsAtRestore: true,
  fields: {
    _id: text('Public id of the session.'),
    hash: text('SHA-256 of the secret in its cookie.'),
    member: text('Id of the member.'),
    person: text('Id of the person.', { personal: 'names a person' }),
    way: oneOf(SESSION_WAYS, 'How the person signed in.'),
    credential: maybe(text('Id of the passkey or account that began it.')),
    range: maybe(
      text('The network that it was started from, never the address.', { personal: 'of a person' }),
    ),
    browser: maybe(text('What the browser says of itself, in a few words.', { personal: 'of a person' })),
    createdAt: instant('When it was started.'),
    seenAt: instant('Its last use, to five minutes.'),
    endedAt: maybe(instant('When it was ended; null for one that runs or ran out.')),
  },
  indexes: [
    { key: { hash: 1 }, unique: true },
    { key: { person: 1, createdAt: -1 } },
    { key: { createdAt: 1 }, expireAfterSeconds: KEPT_SECONDS },
  ],
});

/** Whose sessions end: all of a person, or these, or those that this passkey or account began; one may stay. */
export type Whose = {
  readonly person: string;
  readonly ids?: readonly string[];
  readonly credential?: string;
  readonly except?: string;
};

export type Sessions = {
  readonly rows: Collection<SessionRow>;
  start(row: SessionRow, session: Session): Promise<void>;
  /** The session that runs under this hash, or null. */
  live(hash: string, now: Date): Promise<BrowserSession | null>;
  /** Whether the session with this id runs. */
  isLive(id: string, now: Date): Promise<boolean>;
  /** Notes a use, at most once in five minutes. */
  seen(session: BrowserSession, now: Date): Promise<void>;
  /** Those of a person that run, newest first. */
  ofPerson(person: string, now: Date): Promise<BrowserSession[]>;
  /** Ends these sessions of a person, or all of them; returns the ids of those that ran. */
  end(whose: Whose, now: Date, session: Session): Promise<string[]>;
  /** Ends those of a member that began at its identity provider; returns them. */
  endAtProvider(member: string, now: Date, session: Session): Promise<BrowserSession[]>;
  /** How many run. */
  countLive(now: Date): Promise<number>;
  /** Ends everybody's; returns how many had not been ended. */
  endAll(now: Date, session: Session): Promise<number>;
};

const sessionOf = ({ _id, hash: _, ...facts }: SessionRow): BrowserSession => ({ id: _id, ...facts });

const MOST = 200;

export const openSessions = (database: Database): Sessions => {
  const rows = database.collection(SESSIONS);
  return {
    rows,
    start: async (row, session) => {
      await rows.insertOne(row, { session });
    },
    live: async (hash, now) => {
      const row = await rows.findOne({ hash });
      return row !== null && isLive(row, now) ? sessionOf(row) : null;
    },
    isLive: async (id, now) => {
      const row = await rows.findOne({ _id: id });
      return row !== null && isLive(row, now);
    },
    seen: async ({ id, seenAt }, now) => {
      if (now.getTime() - seenAt.getTime() < SEEN_MS) return;
      await rows.updateOne({ _id: id, endedAt: null }, { $max: { seenAt: now } });
    },
    ofPerson: async (person, now) => {
      const found = await rows.find({ person }).sort({ createdAt: -1 }).limit(MOST).toArray();
      return found.filter((row) => isLive(row, now)).map(sessionOf);
    },
    endAtProvider: async (member, now, session) => {
      const running = await rows
        .find({ member, way: 'OPENID_CONNECT', endedAt: null }, { session })
        .toArray();
      const ended = running.filter((row) => isLive(row, now));
      await rows.updateMany(
        { _id: { $in: ended.map(({ _id }) => _id) } },
        { $set: { endedAt: now } },
        { session },
      );
      return ended.map(sessionOf);
    },
    end: async ({ person, ids, credential, except }, now, session) => {
      const which = {
        person,
        endedAt: null,
        ...(ids === undefined ? {} : { _id: { $in: [...ids] } }),
        ...(credential === undefined ? {} : { credential }),
      };
      const running = await rows.find(which, { session }).toArray();
      const ended = running.filter((row) => row._id !== except && isLive(row, now)).map(({ _id }) => _id);
      await rows.updateMany({ _id: { $in: ended } }, { $set: { endedAt: now } }, { session });
      return ended;
    },
    countLive: async (now) => {
      let live = 0;
      for await (const row of rows.find({ endedAt: null })) live += isLive(row, now) ? 1 : 0;
      return live;
    },
    endAll: async (now, session) =>
      (await rows.updateMany({ endedAt: null }, { $set: { endedAt: now } }, { session })).modifiedCount,
  };
};
