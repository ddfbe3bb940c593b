// Whether a server can do what the hub needs, asked before anything is written: a server without transactions would accept a
// start and then fail each publication.
import mongoose from 'mongoose';
import { StartRefusal } from './start-refusal.ts';

const REPLICA_SET =
  'Run mongod with --replSet, initiate the set once with rs.initiate(), and name it in MONGODB_URL (?replicaSet=rs0); see "MongoDB" in docs/OPERATING.md.';

/** Throws a StartRefusal for a server that stands alone, or a set that was never initiated. */
export const refuseStandalone = async (database: mongoose.mongo.Db): Promise<void> => {
  const hello = await database.command({ hello: 1 });
  if (hello['setName'] !== undefined || hello['msg'] === 'isdbgrid') return;
  throw new StartRefusal(
    hello['isreplicaset'] === true
      ? 'MONGODB_URL leads to a server whose replica set was never initiated.'
      : 'MONGODB_URL leads to a standalone server, and transactions need a replica set.',
    REPLICA_SET,
  );
};

const { MongoInvalidArgumentError, MongoParseError, MongoServerSelectionError } = mongoose.mongo;

/** AuthenticationFailed, and errors of SCRAM that stand for it. */
const AUTHENTICATION = new Set<unknown>([18, 8000]);

/**
 * What failed while connecting, as a StartRefusal where a new attempt is useless: the settings are at fault. The driver's
 * message may quote the address with its password, so it is never repeated.
 */
export const connectionFault = (error: unknown): unknown => {
  if (!(error instanceof Error)) return error;
  if ([MongoParseError, MongoInvalidArgumentError, TypeError, URIError].some((kind) => error instanceof kind))
    return new StartRefusal(
      'MONGODB_URL holds an option that the driver does not take.',
      'Compare its options with those of MongoDB’s connection strings.',
    );
  if (causesOf(error).some(({ code }) => AUTHENTICATION.has(code)))
    return new StartRefusal(
      'MongoDB refuses the user name or password in MONGODB_URL.',
      'Check both, and authSource if the user is kept in another database.',
    );
  return isOtherSet(error)
    ? new StartRefusal('No server of MONGODB_URL belongs to the replica set that it names.', REPLICA_SET)
    : error;
};

type Selection = {
  /** By address: what the driver knows of each server. */
  readonly reason?: {
    readonly servers?: ReadonlyMap<string, { readonly error?: { code?: unknown } | null }>;
  };
};

/** The driver drops servers that report another set, or none, and then has none left. */
const isOtherSet = (error: Error): boolean => {
  const isSelection =
    error instanceof MongoServerSelectionError || error.name === 'MongooseServerSelectionError';
  return isSelection && (error as Selection).reason?.servers?.size === 0;
};

const causesOf = (error: Error): readonly { readonly code?: unknown }[] => {
  const servers = (error as Selection).reason?.servers?.values() ?? [];
  const causes = [error, error.cause, ...[...servers].map((server) => server.error)];
  return causes.filter((each): each is Error & { readonly code?: unknown } => each instanceof Error);
};
