// The connection to MongoDB, and the one way to write several documents atomically. Collections are reached only through
// their declarations, so that no undeclared one comes into being.
import mongoose from 'mongoose';
import type { Declared } from './collection/declare.ts';
import { type ActTime, boundReads, inNoTime, inTime } from './driver/act-time.ts';
import { connectionFault, refuseStandalone } from './driver/check-server.ts';
import { inTrial, TakenBack, triedIn } from './driver/trial.ts';

export type Session = mongoose.mongo.ClientSession;
export type Database = {
  readonly connection: mongoose.Connection;
  readonly name: string;
  /** The database itself, for migrations that change its shape. */
  native(): mongoose.mongo.Db;
  /** The driver's own collection, without mongoose: for hot paths. */
  collection<Row extends mongoose.mongo.Document>(declared: Declared<Row>): Collection<Row>;
  /** The mongoose model of an administered collection: undeclared fields are refused, in writes and in queries. */
  model<Row extends mongoose.mongo.Document>(declared: Declared<Row>): Model<Row>;
  /** `insertMany` within a transaction in one command, each row serialised once (the driver's bulk does it twice). */
  insertBatch<Row extends mongoose.mongo.Document>(
    declared: Declared<Row>,
    rows: readonly Row[],
    session: Session,
  ): Promise<void>;
  /** Runs `act` in one transaction, acknowledged by a majority and journalled (I14); retried on transient conflicts. */
  transaction<Value>(act: (session: Session) => Promise<Value>, within?: Within): Promise<Value>;
  /** As `transaction`; null when a unique key was taken meanwhile: read what exists, and decide again. */
  transactionUnlessTaken<Value>(act: (session: Session) => Promise<Value>): Promise<Value | null>;
  /**
   * Runs `act` once the transaction of this session has been committed, and before its caller goes on; an attempt that is
   * made again begins without.
   */
  afterCommit(session: Session, act: () => Promise<void>): void;
  /** Runs an act that ends with this time: its reads stop within one batch. */
  inTime<Value>(time: ActTime, act: () => Value): Value;
  /** Runs what several acts wait for, whichever of them started it. */
  inNoTime<Value>(act: () => Value): Value;
  /** Runs an act that writes in transactions alone, and takes back what it wrote: what it gives says what would come of it. */
  inTrial<Value>(act: () => Value): Value;
  /** A separate session, for a lease holder: its successor can end the transaction of a dead one. */
  openSession(): Session;
  /** Ends the transaction that a dead process left open; otherwise its locks last for a minute. */
  killSession(id: Binary): Promise<void>;
  ping(): Promise<void>;
  /** How late it is by the clock of the primary. */
  time(): Promise<Date>;
  /** The share in use of the disk that the primary writes to, from 0 to 1; null where the server does not tell. */
  diskUse(): Promise<number | null>;
  /** Bytes that are free there; null where the server does not tell. */
  diskRoom(): Promise<number | null>;
  /** The release of the server, such as `8.0.4`. */
  serverVersion(): Promise<string>;
  close(): Promise<void>;
};

/** `timeoutMs` bounds the transaction with all its retries; without it, half a minute. */
export type Within = { readonly session?: Session; readonly timeoutMs?: number };

export const ObjectId = mongoose.mongo.ObjectId;
export type ObjectId = mongoose.mongo.ObjectId;
export const Binary = mongoose.mongo.Binary;
export type Binary = mongoose.mongo.Binary;
export const Timestamp = mongoose.mongo.Timestamp;
export type Timestamp = mongoose.mongo.Timestamp;
export type Collection<Row extends mongoose.mongo.Document> = mongoose.mongo.Collection<Row>;
export type Model<Row extends mongoose.mongo.Document> = mongoose.Model<Row>;
export type Filter<Row> = mongoose.mongo.Filter<Row>;

/** Marks our own operators in a model's filter; mongoose treats all other operators as values. */
export const trusted = <Operators extends object>(operators: Operators): Operators =>
  mongoose.trusted(operators);

const CONNECT_MS = 2_000;
const OPERATION_MS = 10_000;
/** No further attempt of a transaction begins after this. */
const TRANSACTION_MS = 30_000;

/** Its tags and staleness too, which the driver does not take together with the primary. */
const withoutReadPreference = (url: string): string =>
  url.replace(/([?&])(?:readPreference(?:Tags)?|maxStalenessSeconds)=[^&]*/gi, '$1');

/**
 * Opens the database that the URL names (or `database`). Fails within seconds when it cannot be reached, and with a
 * StartRefusal when the URL or the server cannot be used at all.
 */
export const connect = async (url: string, database: string | null = null): Promise<Database> => {
  mongoose.set('sanitizeFilter', true);
  mongoose.set('strictQuery', true);
  const connection = mongoose.createConnection(withoutReadPreference(url), {
    ...(database === null ? {} : { dbName: database }),
    connectTimeoutMS: CONNECT_MS,
    serverSelectionTimeoutMS: 5_000,
    // A primary that no longer answers on open connections is noticed within this and the time to connect.
    heartbeatFrequencyMS: 5_000,
    socketTimeoutMS: 0,
    maxPoolSize: 30,
    // Whatever the URL says: a reader of a secondary would miss what was just acknowledged (I14).
    readPreference: 'primary',
    w: 'majority',
    journal: true,
    readConcernLevel: 'majority',
    ignoreUndefined: true,
    autoIndex: false,
    bufferCommands: false,
  });
  const db = await databaseOf(connection).catch(async (error: unknown) => {
    await connection.close();
    throw error;
  });
  return {
    connection,
    name: connection.name,
    native: () => db,
    collection: ({ stored }) => boundReads(connection.collection(stored)) as never,
    model: ({ stored, schema }) => {
      boundReads(connection.collection(stored));
      return connection.model(stored, schema, stored, { overwriteModels: true }) as never;
    },
    inTime,
    inNoTime,
    inTrial,
    insertBatch: async ({ stored }, documents, session) => {
      const insert = { insert: stored, documents: [...documents], ordered: true };
      const answer = await db.command(insert, { session });
      const [refused] = (answer['writeErrors'] ?? []) as mongoose.mongo.Document[];
      if (refused !== undefined) throw new mongoose.mongo.MongoServerError(refused);
    },
    transaction: (act, { session, timeoutMs } = {}) =>
      session === undefined ? inTransaction(connection, act, timeoutMs) : runIn(session, act, timeoutMs),
    afterCommit: (session, act) => {
      afterCommits.set(session, [...(afterCommits.get(session) ?? []), act]);
    },
    openSession: () => connection.getClient().startSession(),
    killSession: async (id) => {
      await db.command({ killSessions: [{ id }] });
    },
    transactionUnlessTaken: (act) =>
      inTransaction(connection, act).catch((error: unknown) => {
        if (isDuplicateKey(error)) return null;
        throw error;
      }),
    ...healthOf(db),
    close: () => connection.close(),
  };
};

/** How the server is, asked for at most `CONNECT_MS`. */
const healthOf = (
  db: mongoose.mongo.Db,
): Pick<Database, 'ping' | 'time' | 'diskUse' | 'diskRoom' | 'serverVersion'> => {
  const disk = async (): Promise<{ used: number; total: number } | null> => {
    const { fsUsedSize, fsTotalSize } = await db.command({ dbStats: 1, maxTimeMS: CONNECT_MS });
    return fsTotalSize > 0 ? { used: Number(fsUsedSize), total: Number(fsTotalSize) } : null;
  };
  return {
    time: async () => {
      const { localTime } = await db.command({ hello: 1, maxTimeMS: CONNECT_MS });
      return localTime as Date;
    },
    ping: async () => {
      await db.command({ ping: 1, maxTimeMS: CONNECT_MS });
    },
    serverVersion: async () => String((await db.command({ buildInfo: 1, maxTimeMS: CONNECT_MS }))['version']),
    diskUse: async () => {
      const found = await disk();
      return found === null ? null : found.used / found.total;
    },
    diskRoom: async () => {
      const found = await disk();
      return found === null ? null : found.total - found.used;
    },
  };
};

const databaseOf = async (connection: mongoose.Connection): Promise<mongoose.mongo.Db> => {
  await connection.asPromise().catch((error: unknown) => {
    throw connectionFault(error);
  });
  const { db } = connection;
  if (db === undefined) throw new Error('The connection has no database.');
  await refuseStandalone(db);
  return db;
};

const inTransaction = async <Value>(
  connection: mongoose.Connection,
  act: (session: Session) => Promise<Value>,
  timeoutMs?: number,
): Promise<Value> => {
  const session = connection.getClient().startSession();
  try {
    return await runIn(session, act, timeoutMs);
  } finally {
    await session.endSession();
  }
};

/** What the transaction under way of a session has to do once it is committed. */
const afterCommits = new WeakMap<Session, readonly (() => Promise<void>)[]>();

/** The driver tries again for two minutes, whatever `timeoutMS` says; whoever asked has gone by then. */
const runIn = async <Value>(
  session: Session,
  act: (session: Session) => Promise<Value>,
  timeoutMs = TRANSACTION_MS,
): Promise<Value> => {
  const until = performance.now() + timeoutMs;
  let failure: unknown;
  const attempt = async (): Promise<Value> => {
    if (failure !== undefined && performance.now() >= until)
      throw new Error('A transaction was given up.', { cause: failure });
    afterCommits.delete(session);
    try {
      return await act(session);
    } catch (error) {
      failure = error;
      throw error;
    }
  };
  const how = { readConcern: { level: 'snapshot' }, writeConcern: { w: 'majority', j: true } } as const;
  const options = { ...how, maxCommitTimeMS: OPERATION_MS, timeoutMS: timeoutMs };
  const taken = await session.withTransaction(triedIn(attempt), options).then(
    (value) => ({ value, isTrial: false }),
    (error: unknown) => {
      if (error instanceof TakenBack) return { value: error.value as Value, isTrial: true };
      throw error;
    },
  );
  if (taken.isTrial) return taken.value;
  const { value } = taken;
  const after = afterCommits.get(session) ?? [];
  afterCommits.delete(session);
  for (const each of after) await each();
  return value;
};

/** MongoDB's duplicate key error (code 11000), alone or inside a bulk write of which nothing else went wrong. */
export const isDuplicateKey = (error: unknown): boolean =>
  error instanceof mongoose.mongo.MongoBulkWriteError
    ? [error.writeErrors].flat().every(({ code }) => code === 11000) &&
      error.code === 11000 &&
      error.result.getWriteConcernError() === undefined
    : error instanceof mongoose.mongo.MongoServerError && error.code === 11000;

/** MongoDB's error for what the user may not do (code 13). */
export const isForbidden = (error: unknown): boolean =>
  error instanceof mongoose.mongo.MongoServerError && error.code === 13;
