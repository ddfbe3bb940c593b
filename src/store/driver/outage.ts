// Whether an error means that the database, or the network to it, could not do its part: the caller answers 503 and the
// client tries again. The driver wraps the cause in errors of other classes, such as MongoBulkWriteError (M24), so the whole
// error is judged: its causes, labels, codes and write concern errors.
import mongoose from 'mongoose';

const {
  MongoClientClosedError,
  MongoExpiredSessionError,
  MongoNetworkError,
  MongoNotConnectedError,
  MongoOperationTimeoutError,
  MongoServerClosedError,
  MongoStalePrimaryError,
  MongoSystemError,
  MongoTopologyClosedError,
  MongoUnexpectedServerResponseError,
  MongoWriteConcernError,
} = mongoose.mongo;

/** What the driver throws when it has no usable connection, or gave up waiting. */
const KINDS = [
  MongoNetworkError,
  MongoSystemError,
  MongoOperationTimeoutError,
  MongoNotConnectedError,
  MongoServerClosedError,
  MongoTopologyClosedError,
  MongoClientClosedError,
  // The client ends all sessions when it closes.
  MongoExpiredSessionError,
  MongoStalePrimaryError,
  // A server that was selected turns out not to be one that can be written to.
  MongoUnexpectedServerResponseError,
  MongoWriteConcernError,
] as const;

/** Classes that the driver and mongoose throw but do not export. */
const NAMES: ReadonlySet<string> = new Set([
  'MongoPoolClosedError',
  'MongoWaitQueueTimeoutError',
  'MongooseServerSelectionError',
]);

/** `NoWritesPerformed` is missing here: it says what did not happen, not why. */
const LABELS: ReadonlySet<string> = new Set([
  'RetryableWriteError',
  'RetryableError',
  'TransientTransactionError',
  'UnknownTransactionCommitResult',
  'ResumableChangeStreamError',
  'HandshakeError',
  'ResetPool',
  'PoolRequestedRetry',
  'InterruptInUseConnections',
  'SystemOverloadedError',
]);

/**
 * Codes of the server for what is not the fault of a command: the network, an election, a shutdown, an interruption, a time
 * limit, a lost snapshot or cursor, a full disk (src/mongo/base/error_codes.yml of the server).
 */
const CODES: ReadonlySet<number> = new Set([
  ...[6, 7, 89, 202, 279, 317, 384, 9001], // HostUnreachable … SocketException: the network
  ...[91, 189, 10058, 10107, 11600, 11602, 13435, 13436], // ShutdownInProgress … NotPrimaryOrSecondary
  ...[93, 94, 133, 134], // no valid set, no member to read from, no majority yet
  ...[24, 46, 90, 112, 237, 290, 365, 11601], // locks, conflicts and interruptions
  ...[50, 262], // MaxTimeMSExpired, ExceededTimeLimit
  ...[43, 175, 225, 239, 244, 246, 251, 263, 267], // cursors, snapshots and transactions that are gone
  ...[64, 79, 100], // the write concern
  ...[63, 150, 234, 13388], // routing that is out of date
  ...[462, 14031], // IngressRequestRateLimitExceeded, OutOfDiskSpace
  391, // Reauthenticate
]);

/**
 * What the socket itself throws when it breaks while a command waits to be written: the driver waits for its `drain`, and hands on
 * the error as it is (Connection.writeCommand of the driver).
 */
const SOCKET_CODES: ReadonlySet<unknown> = new Set(['ECONNRESET', 'EPIPE', 'ETIMEDOUT']);
const SOCKET_CALLS: ReadonlySet<unknown> = new Set(['read', 'write']);

/** Where an error carries another: the driver's, mongoose's, and those of what runs above the store. */
const CARRIED = ['cause', 'errorResponse', 'err', 'reason', 'error', 'originalError', 'result'] as const;
const CARRIED_LISTS = ['errors', 'writeErrors'] as const;

/** Far more than an error carries; a bound, since what a server answered may be any document. */
const MAX_PARTS = 100;

type Part = Readonly<Record<string, unknown>>;

const isPart = (value: unknown): value is Part => typeof value === 'object' && value !== null;

/** Whether `error`, or anything that it carries, is an outage. */
export const isOutage = (error: unknown): boolean => {
  const seen = new Set<unknown>();
  const waiting: unknown[] = [error];
  while (waiting.length > 0 && seen.size < MAX_PARTS) {
    const part = waiting.pop();
    if (!isPart(part) || seen.has(part)) continue;
    seen.add(part);
    if (isOutagePart(part)) return true;
    for (const name of CARRIED) waiting.push(part[name]);
    for (const name of CARRIED_LISTS) waiting.push(...[part[name] ?? []].flat());
  }
  return false;
};

const isOutagePart = (part: Part): boolean =>
  KINDS.some((kind) => part instanceof kind) ||
  (part instanceof Error && NAMES.has(part.name)) ||
  labelsOf(part).some((label) => LABELS.has(label)) ||
  hasCode(part) ||
  isBrokenSocket(part) ||
  hasWriteConcernError(part);

const labelsOf = ({ errorLabels }: Part): readonly string[] =>
  Array.isArray(errorLabels) ? errorLabels.filter((label) => typeof label === 'string') : [];

const isBrokenSocket = ({ code, syscall }: Part): boolean =>
  SOCKET_CODES.has(code) && SOCKET_CALLS.has(syscall);

/** Numbers only: the codes of Node and of this hub are texts. */
const hasCode = ({ code }: Part): boolean => typeof code === 'number' && CODES.has(code);

/** Not acknowledged by a majority, whatever the server's code for it. */
const hasWriteConcernError = (part: Part): boolean =>
  isPart(part['writeConcernError']) ||
  (typeof part['getWriteConcernError'] === 'function' && part['getWriteConcernError']() !== undefined);
