// The log of attempts: what was sent to an endpoint, and what it answered. It is kept for a week, and a delivery keeps its
// newest attempts only; what is recalled is taken from it at once. What a legal hold covers of that is put aside, where nothing that
// shows the log reads it.
import { count, declareCollection, instant, listOf, maybe, text } from '../collection/declare.ts';
import type { Collection, Database, Filter, Session } from '../connect.ts';
import { theText } from '../driver/of-partial-index.ts';

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
  /** When both were taken away, and kept aside for a legal hold. */
  heldSince?: Date;
  heldRequest?: string | null;
  heldAnswer?: string | null;
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
    heldSince: maybe(instant('When both were taken away, and put aside for a legal hold.')),
    heldRequest: maybe(
      text('What was sent, for a legal hold alone.', { personal: 'holds what a warning holds' }),
    ),
    heldAnswer: maybe(
      text('What was answered, for a legal hold alone.', { personal: 'text of the receiver' }),
    ),
  },
  indexes: [
    { key: { delivery: 1, number: 1 } },
    { key: { warning: 1 }, partialFilterExpression: { warning: { $type: 'string' } } },
    { key: { brings: 1 }, partialFilterExpression: { brings: { $exists: true } } },
    { key: { at: 1, _id: 1 } },
    { key: { heldSince: 1 }, partialFilterExpression: { heldSince: { $exists: true } } },
  ],
  // Its rows went by the clock of the server, whatever a legal hold covered.
  retired: ['at_1'],
});

export type ListedAttempt = Omit<
  AttemptRow,
  'request' | 'answer' | 'heldSince' | 'heldRequest' | 'heldAnswer'
>;
export type AttemptTexts = Pick<AttemptRow, 'request' | 'answer'>;

export type Attempts = {
  readonly rows: Collection<AttemptRow>;
  /** Of a delivery the newest stay, and what is kept; that is asked for only where others go. */
  append(rows: readonly AttemptRow[], kept?: () => Promise<KeptAttempts>): Promise<void>;
  /** The newest first. */
  of(delivery: string, limit: number): Promise<AttemptRow[]>;
  /** Of several deliveries, without what was sent and answered. */
  listed(deliveries: readonly string[]): Promise<ListedAttempt[]>;
  /** What was sent and answered, by the id of the attempt. */
  texts(ids: readonly string[]): Promise<Map<string, AttemptTexts>>;
  /**
   * Takes away what was sent of a warning and what was answered, of all attempts or those of these members (ids); what is kept is put
   * aside.
   */
  forgetContent(
    of: { readonly warning: string; readonly members?: readonly string[] },
    kept: KeptAttempts,
    session?: Session,
  ): Promise<void>;
  /** Removes those whose time is over at `now`, but for what is kept. */
  removeOld(now: Date, kept: KeptAttempts): Promise<number>;
  /** As `forgetContent`, of deliveries, by their ids. */
  forgetDeliveries(ids: readonly string[], kept: KeptAttempts): Promise<void>;
  /** Removes what was put aside and is not kept any more. */
  letGo(kept: KeptAttempts): Promise<void>;
};

/** Ids of what legal holds cover. */
export type KeptAttempts =
  | 'ALL'
  | {
      readonly warnings: readonly string[];
      readonly members: readonly string[];
      readonly endpoints: readonly string[];
    };

/** What is not kept; null where all of it is. */
const unlessKept = (kept: KeptAttempts): Filter<AttemptRow> | null =>
  kept === 'ALL'
    ? null
    : {
        $nor: [
          { warning: { $in: [...kept.warnings] } },
          { brings: { $in: [...kept.warnings] } },
          { member: { $in: [...kept.members] } },
          { endpoint: { $in: [...kept.endpoints] } },
        ],
      };

const NOTHING_KEPT = async (): Promise<KeptAttempts> => ({ warnings: [], members: [], endpoints: [] });

/** What is put aside for a legal hold is read by nothing. */
const WITHOUT_HELD = { heldSince: 0, heldRequest: 0, heldAnswer: 0 } as const;

const ASIDE = {
  heldSince: '$$NOW',
  heldRequest: '$request',
  heldAnswer: '$answer',
  request: null,
  answer: null,
};

const forgetIn = async (
  rows: Collection<AttemptRow>,
  of: Filter<AttemptRow>,
  kept: KeptAttempts,
  session?: Session,
): Promise<void> => {
  const within = session === undefined ? {} : { session };
  const free = unlessKept(kept);
  if (free !== null)
    await rows.updateMany({ $and: [of, free] }, { $set: { request: null, answer: null } }, within);
  const hasText: Filter<AttemptRow> = {
    $or: [{ request: { $type: 'string' } }, { answer: { $type: 'string' } }],
  };
  await rows.updateMany({ $and: [of, hasText] }, [{ $set: ASIDE }], within);
};

export const openAttempts = (database: Database): Attempts => {
  const rows = database.collection(ATTEMPTS);
  return {
    rows,
    append: async (batch, kept = NOTHING_KEPT) => {
      if (batch.length > 0) await rows.insertMany([...batch], { ordered: false });
      const worn = batch.filter(({ number }) => number > KEPT_ATTEMPTS);
      const older = worn.map(({ delivery, number }) => ({
        delivery,
        number: { $lte: number - KEPT_ATTEMPTS },
      }));
      const free = older.length === 0 ? null : unlessKept(await kept());
      if (free !== null) await rows.deleteMany({ $and: [{ $or: older }, free] });
    },
    of: (delivery, limit) =>
      rows.find({ delivery }, { projection: WITHOUT_HELD }).sort({ number: -1 }).limit(limit).toArray(),
    listed: (deliveries) =>
      rows
        .find(
          { delivery: { $in: [...deliveries] } },
          { projection: { ...WITHOUT_HELD, request: 0, answer: 0 } },
        )
        .sort({ number: -1 })
        .toArray(),
    texts: async (ids) => {
      const found = await rows
        .find({ _id: { $in: [...ids] } }, { projection: { request: 1, answer: 1 } })
        .toArray();
      return new Map(found.map(({ _id, request, answer }) => [_id, { request, answer }]));
    },
    forgetContent: async ({ warning, members }, kept, session) => {
      const whose = members === undefined ? {} : { member: { $in: [...members] } };
      await forgetIn(
        rows,
        { ...whose, $or: [{ warning: theText(warning) }, { brings: warning }] },
        kept,
        session,
      );
    },
    removeOld: async (now, kept) => {
      const free = unlessKept(kept);
      const before = new Date(now.getTime() - LOGGED_MS);
      return free === null ? 0 : (await rows.deleteMany({ at: { $lt: before }, ...free })).deletedCount;
    },
    forgetDeliveries: async (ids, kept) => {
      if (ids.length > 0) await forgetIn(rows, { delivery: { $in: [...ids] } }, kept);
    },
    letGo: async (kept) => {
      const free = unlessKept(kept);
      if (free === null) return;
      await rows.updateMany(
        { heldSince: { $exists: true }, ...free },
        { $unset: { heldSince: '', heldRequest: '', heldAnswer: '' } },
      );
    },
  };
};
