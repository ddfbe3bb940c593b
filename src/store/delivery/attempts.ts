// The log of attempts: what was sent to an endpoint, and what it answered. It is kept for a week, and a delivery keeps its
// newest attempts only; what is recalled is taken from it at once.
import { count, declareCollection, instant, listOf, maybe, text } from '../collection/declare.ts';
import type { Collection, Database, Session } from '../connect.ts';

export type AttemptRow = {
  _id: string;
  delivery: string;
  endpoint: string;
  member: string;
  /** Of what it brought; null for a message of the hub. */
  warning: string | null;
  /** Ids of the warnings that a digest lists. */
  brings?: readonly string[];
  /** From 1. */
  number: number;
  at: Date;
  tookMs: number;
  /** Status of the answer, or of the mail server; null for none. */
  status: number | null;
  /** Code of docs/errors.md; null where it was taken. */
  cause: string | null;
  /** What was sent, without signatures and secrets, at most 16 kB; null once it was taken away. */
  request: string | null;
  /** What was answered, at most 16 kB of text; null for nothing. */
  answer: string | null;
};

/** Of request and answer each. */
export const MOST_LOGGED_BYTES = 16 * 1024;
const LOGGED_MS = 7 * 24 * 3_600_000;
/** Of one delivery. */
export const KEPT_ATTEMPTS = 20;

export const ATTEMPTS = declareCollection<AttemptRow>({
  stored: 'attempts',
  about: 'What was sent to an endpoint, and what it answered.',
  access: 'NATIVE',
  isValidated: false,
  kept: 'for seven days, of each delivery the newest 20; longer where a legal hold covers it',
  fields: {
    _id: text('Id of the attempt.'),
    delivery: text('Id of the delivery.'),
    endpoint: text('Id of the endpoint.'),
    member: text('Id of the member.'),
    warning: maybe(text('Id of the warning that it brought.')),
    brings: maybe(listOf(text('Ids of the warnings that a digest lists.'))),
    number: count('Which attempt of the delivery, from 1.'),
    at: instant('When it began.'),
    tookMs: count('How long it took.'),
    status: maybe(count('Status of the answer.')),
    cause: maybe(text('Why it failed.')),
    request: maybe(text('What was sent, at most 16 kB.', { personal: 'holds what a warning holds' })),
    answer: maybe(text('What was answered, at most 16 kB.', { personal: 'text of the receiver' })),
  },
  indexes: [
    { key: { delivery: 1, number: 1 } },
    { key: { warning: 1 }, partialFilterExpression: { warning: { $type: 'string' } } },
    { key: { brings: 1 }, partialFilterExpression: { brings: { $exists: true } } },
    { key: { at: 1, _id: 1 } },
  ],
  // Its rows went by the clock of the server, whatever a legal hold covered.
  retired: ['at_1'],
});

export type ListedAttempt = Omit<AttemptRow, 'request' | 'answer'>;
export type AttemptTexts = Pick<AttemptRow, 'request' | 'answer'>;

export type Attempts = {
  readonly rows: Collection<AttemptRow>;
  append(rows: readonly AttemptRow[]): Promise<void>;
  /** The newest first. */
  of(delivery: string, limit: number): Promise<AttemptRow[]>;
  /** Of several deliveries, without what was sent and answered. */
  listed(deliveries: readonly string[]): Promise<ListedAttempt[]>;
  /** What was sent and answered, by the id of the attempt. */
  texts(ids: readonly string[]): Promise<Map<string, AttemptTexts>>;
  /** Takes away what was sent of a warning and what was answered, of all attempts or those of these members (ids). */
  forgetContent(
    of: { readonly warning: string; readonly members?: readonly string[] },
    session?: Session,
  ): Promise<number>;
  /** Removes those whose time is over at `now`, but for what is kept. */
  removeOld(now: Date, kept: KeptAttempts): Promise<number>;
  /** The same of deliveries, by their ids. */
  forgetDeliveries(ids: readonly string[]): Promise<void>;
};

/** Ids of what legal holds cover. */
export type KeptAttempts = {
  readonly warnings: readonly string[];
  readonly members: readonly string[];
  readonly endpoints: readonly string[];
};

export const openAttempts = (database: Database): Attempts => {
  const rows = database.collection(ATTEMPTS);
  return {
    rows,
    append: async (batch) => {
      if (batch.length > 0) await rows.insertMany([...batch], { ordered: false });
      const worn = batch.filter(({ number }) => number > KEPT_ATTEMPTS);
      const older = worn.map(({ delivery, number }) => ({
        delivery,
        number: { $lte: number - KEPT_ATTEMPTS },
      }));
      if (older.length > 0) await rows.deleteMany({ $or: older });
    },
    of: (delivery, limit) => rows.find({ delivery }).sort({ number: -1 }).limit(limit).toArray(),
    listed: (deliveries) =>
      rows
        .find({ delivery: { $in: [...deliveries] } }, { projection: { request: 0, answer: 0 } })
        .sort({ number: -1 })
        .toArray(),
    texts: async (ids) => {
      const found = await rows
        .find({ _id: { $in: [...ids] } }, { projection: { request: 1, answer: 1 } })
        .toArray();
      return new Map(found.map(({ _id, request, answer }) => [_id, { request, answer }]));
    },
    forgetContent: async ({ warning, members }, session) => {
      const whose = members === undefined ? {} : { member: { $in: [...members] } };
      const { modifiedCount } = await rows.updateMany(
        { ...whose, $or: [{ warning }, { brings: warning }] },
        { $set: { request: null, answer: null } },
        session === undefined ? {} : { session },
      );
      return modifiedCount;
    },
    removeOld: async (now, { warnings, members, endpoints }) => {
      const kept = [
        { warning: { $in: [...warnings] } },
        { brings: { $in: [...warnings] } },
        { member: { $in: [...members] } },
        { endpoint: { $in: [...endpoints] } },
      ];
      const before = new Date(now.getTime() - LOGGED_MS);
      return (await rows.deleteMany({ at: { $lt: before }, $nor: kept })).deletedCount;
    },
    forgetDeliveries: async (ids) => {
      if (ids.length === 0) return;
      await rows.updateMany({ delivery: { $in: [...ids] } }, { $set: { request: null, answer: null } });
    },
  };
};
