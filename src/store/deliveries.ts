// Deliveries: one per (warning version, member, channel); the id is a function of those, so a repeat finds its row.
import {
  ACKNOWLEDGEMENTS,
  type AcknowledgementAnswer,
  CHANNELS,
  DELIVERY_STATES,
  type Delivery,
  type DeliveryState,
  type GivenAnswer,
  MOST_ANSWERS,
} from '../domain/delivery.ts';
import type { Reason } from '../domain/reason.ts';
import { any, count, declareCollection, instant, maybe, oneOf, text } from './collection/declare.ts';
import type { Collection, Database, Filter, Session } from './connect.ts';
import { WARNINGS } from './warnings.ts';

export type DeliveryRow = Omit<Delivery, 'id' | 'organisation'> & {
  _id: string;
  exercise: string | null;
  /**
   * Whether the publisher sees it; absent on rows of older releases until `settleListing`. NAMELESS: it sees an organisation
   * that answered without its name; older hubs show such a row to nobody but its recipient.
   */
  isListed?: boolean | typeof NAMELESS;
  /** The number of the organisation within the warning, and the id by which its publisher sees the delivery. */
  organisation?: number | null;
  namelessId?: string | null;
  /** What the publisher sees in place of `reason`; null where it may not know why. */
  listedReason?: Reason | null;
};

export const NAMELESS = 'NAMELESS';

/** Lists without touching a row that is not listed: those are neither counted nor timed (I31, I34). */
const BY_LISTING = { warning: 1, version: 1, isListed: 1, state: 1, member: 1, channel: 1 } as const;

export const DELIVERIES = declareCollection<DeliveryRow>({
  stored: 'deliveries',
  about: 'Who was sent which version of which warning, by which channel, why, and what came back.',
  access: 'NATIVE',
  isValidated: false,
  kept: 'as long as the warning; who answered, and with which note, for two years (class ANSWERS)',
  fields: {
    _id: text('Id of the delivery, a function of warning, version, member and channel (I15).'),
    warning: text('Id of the warning.'),
    version: count('Its version.'),
    member: text('Id of the member that receives it.'),
    channel: oneOf(CHANNELS, 'The channel.'),
    state: oneOf(DELIVERY_STATES, 'Its state, which never moves back.'),
    reason: any('Why this member has it: kind, rule, grade, path, hours.'),
    isListed: maybe(
      any(
        'Whether the publisher sees it (I32): by audience or public matrix; NAMELESS for one that was answered without a name.',
      ),
    ),
    organisation: maybe(count('The number under which its publisher sees who answered without a name.')),
    namelessId: maybe(text('The id by which its publisher sees it then, which follows from no name.')),
    listedReason: maybe(any('The reason that the publisher sees; null where it may not know why.')),
    exercise: maybe(text('Id of the exercise; null for real traffic.')),
    at: instant('When it was made.'),
    sentAt: maybe(instant('When it was sent.')),
    receivedAt: maybe(instant('When the member saw it.')),
    acknowledgedAt: maybe(instant('When it was answered.')),
    answer: maybe(oneOf(ACKNOWLEDGEMENTS, 'What the member answered.')),
    note: maybe(text('What a person wrote with the answer.', { personal: 'free text of a person' })),
    acknowledgedBy: maybe(text('Who answered, as <member slug>/<name>.', { personal: 'names a person' })),
    failure: maybe(text('Why it failed or was withheld.')),
    answers: maybe(
      any('Every answer to this version, oldest first, at most 50: answer, note, person and instant.', {
        personal: 'free text of a person, and who that is',
      }),
    ),
  },
  indexes: [
    { key: { warning: 1, version: 1, member: 1, channel: 1 }, unique: true },
    { key: { member: 1, state: 1 } },
    { key: BY_LISTING },
    { key: { acknowledgedAt: 1 }, partialFilterExpression: { acknowledgedAt: { $type: 'date' } } },
    { key: { namelessId: 1 }, partialFilterExpression: { namelessId: { $type: 'string' } } },
  ],
});

export type ListingFacts = { readonly isListed: boolean; readonly listedReason: Reason | null };

export type Acknowledgement = Omit<GivenAnswer, 'answer'> & {
  /** Null leaves the answer that stands. */
  readonly answer: AcknowledgementAnswer | null;
  /** What null stands for where this version has no answer yet. */
  readonly otherwise: AcknowledgementAnswer;
};

/** `failure` says why, for states that have a cause. */
export type Move = {
  readonly to: DeliveryState;
  readonly at: Date;
  readonly failure: string | null;
  /** Leaves those alone that the publisher sees. */
  readonly onlyUnlisted?: true;
};

export type DeliveredVersion = Pick<DeliveryRow, 'warning' | 'version'>;

/** `absent`: ids of members that are unlisted to the publisher by now. */
export type Listed = DeliveredVersion & { readonly absent: readonly string[] };

/** A row, and where the list goes on behind it. */
export type ListedRow = { readonly row: DeliveryRow; readonly next: number };

export type Deliveries = {
  readonly rows: Collection<DeliveryRow>;
  /** Inserts rows that do not exist yet; the others are unchanged. */
  ensure(rows: readonly DeliveryRow[], session?: Session): Promise<void>;
  byIds(ids: readonly string[], session?: Session): Promise<DeliveryRow[]>;
  /** The delivery if this member receives it, or if its publisher may see it; one that is hidden is read like none. */
  shownTo(member: string, id: string): Promise<DeliveryRow | null>;
  /**
   * Those that the publisher may see, by member; after them the organisations without a name, by number. This is one
   * publisher's list, so skipping is cheap enough.
   */
  listed(of: Listed, limit: number, from: number): Promise<readonly ListedRow[]>;
  /** Says how the publisher sees an answer that it would not see otherwise. */
  showAs(
    id: string,
    as: { readonly organisation: number; readonly namelessId: string } | 'NAMED',
    session: Session,
  ): Promise<void>;
  /** Rows of an older release, which do not say whether they are listed. */
  unsettled(warning: string, version: number): Promise<DeliveryRow[]>;
  /** Says so, where nothing is said yet. */
  settle(rows: readonly (Pick<DeliveryRow, '_id'> & ListingFacts)[]): Promise<void>;
  /** Those of these versions that reached the member. */
  delivered(member: string, versions: readonly DeliveredVersion[]): Promise<DeliveredVersion[]>;
  /** Those of these members, whatever their state. */
  ofMembers(of: DeliveredVersion & { readonly members: readonly string[] }): Promise<DeliveryRow[]>;
  waiting(
    of: DeliveredVersion & { readonly members: readonly string[] },
    session?: Session,
  ): Promise<DeliveryRow[]>;
  /** One that was withheld from a member which may have it now waits again. */
  reopen(of: DeliveredVersion & { readonly member: string }): Promise<void>;
  /** Moves a delivery forward; a state never moves back. */
  advance(ids: readonly string[], move: Move, session?: Session): Promise<number>;
  /** Null when it is acknowledged so already: with this answer and note, by the same person. */
  /** Whether the member has answered a warning of this publisher. */
  hasAnswered(member: string, publisher: string): Promise<boolean>;
  acknowledge(id: string, acknowledgement: Acknowledgement, session: Session): Promise<DeliveryRow | null>;
};

const BEFORE: Readonly<Record<DeliveryState, DeliveryState[]>> = {
  PENDING: [],
  SENT: ['PENDING', 'FAILED'],
  RECEIVED: ['PENDING', 'SENT', 'FAILED'],
  ACKNOWLEDGED: ['PENDING', 'SENT', 'RECEIVED', 'FAILED'],
  FAILED: ['PENDING'],
  WITHHELD: ['PENDING'],
};

/** The timestamps of a state, its own last: a received delivery was sent, even if the receipt arrived first. */
const STAMPS: Readonly<Record<DeliveryState, readonly ('sentAt' | 'receivedAt' | 'acknowledgedAt')[]>> = {
  PENDING: [],
  SENT: ['sentAt'],
  RECEIVED: ['sentAt', 'receivedAt'],
  ACKNOWLEDGED: ['sentAt', 'receivedAt', 'acknowledgedAt'],
  FAILED: [],
  WITHHELD: [],
};

/**
 * What a publisher sees under its member's name: what is listed, and what was answered, whichever release wrote the answer.
 * Who became unlisted since is seen where it had answered. It is `namingOf` (policy/naming.ts) as a query.
 */
const seenWithout = (absent: readonly string[]): readonly Filter<DeliveryRow>[] => [
  {
    isListed: true,
    state: { $in: [...DELIVERY_STATES] },
    ...(absent.length === 0 ? {} : { member: { $nin: [...absent] } }),
  },
  ...(absent.length === 0
    ? []
    : [{ isListed: true, state: 'ACKNOWLEDGED' as const, member: { $in: [...absent] } }]),
  { isListed: false, state: 'ACKNOWLEDGED' },
];
/** Positions in a list from which its organisations without a name are counted. */
const NAMELESS_FROM = 1_000_000_000;
const UNSETTLED = { isListed: null } as unknown as Filter<DeliveryRow>;

/** Existing timestamps are kept. */
const stampsAt = (state: DeliveryState, at: Date) =>
  Object.fromEntries(STAMPS[state].map((name) => [name, { $ifNull: [`$${name}`, at] }]));

const deliveredTo = (
  rows: Collection<DeliveryRow>,
  member: string,
  versions: readonly DeliveredVersion[],
): Promise<DeliveredVersion[]> =>
  rows
    .find(
      {
        warning: { $in: [...new Set(versions.map(({ warning }) => warning))] },
        version: { $in: [...new Set(versions.map(({ version }) => version))] },
        member,
        state: { $in: ['SENT', 'RECEIVED', 'ACKNOWLEDGED'] },
      },
      { projection: { _id: 0, warning: 1, version: 1 } },
    )
    .toArray();

/** Answers that are looked at to tell whose counterpart a member is. */
const MOST_ANSWERED = 5_000;

export const openDeliveries = (database: Database): Deliveries => {
  const rows = database.collection(DELIVERIES);
  const warnings = database.collection(WARNINGS);
  const within = (session?: Session) => (session === undefined ? {} : { session });
  return {
    rows,
    ensure: async (batch, session) => {
      if (batch.length === 0) return;
      await rows.bulkWrite(
        batch.map(({ _id, ...facts }) => ({
          updateOne: { filter: { _id }, update: { $setOnInsert: facts }, upsert: true },
        })),
        { ordered: false, ...within(session) },
      );
    },
    byIds: (ids, session) => rows.find({ _id: { $in: [...ids] } }, within(session)).toArray(),
    ...listingIn(rows),
    delivered: (member, versions) => deliveredTo(rows, member, versions),
    ofMembers: ({ warning, version, members }) =>
      rows.find({ warning, version, member: { $in: [...members] } }).toArray(),
    waiting: ({ warning, version, members }, session) =>
      rows
        .find({ warning, version, member: { $in: [...members] }, state: 'PENDING' }, within(session))
        .toArray(),
    reopen: async ({ warning, version, member }) => {
      await rows.updateMany(
        { warning, version, member, state: 'WITHHELD' },
        { $set: { state: 'PENDING', failure: null } },
      );
    },
    advance: async (ids, { to, at, failure, onlyUnlisted }, session) => {
      const { modifiedCount } = await rows.updateMany(
        {
          _id: { $in: [...ids] },
          state: { $in: BEFORE[to] },
          ...(onlyUnlisted === true ? { isListed: false } : {}),
        },
        [{ $set: { state: to, failure: { $literal: failure }, ...stampsAt(to, at) } }],
        within(session),
      );
      return modifiedCount;
    },
    hasAnswered: async (member, publisher) => {
      const answered = await rows
        .find({ member, state: 'ACKNOWLEDGED' }, { projection: { warning: 1 } })
        .limit(MOST_ANSWERED)
        .toArray();
      const ids = answered.map(({ warning }) => warning);
      return (
        (await warnings.findOne({ warning: { $in: ids }, publisher }, { projection: { _id: 1 } })) !== null
      );
    },
    acknowledge: (id, acknowledgement, session) =>
      rows.findOneAndUpdate(
        { _id: id, ...unlessRepeated(acknowledgement) },
        [{ $set: answeredBy(acknowledgement) }],
        { returnDocument: 'after', session },
      ),
  };
};

const HAS_ANSWER = { $ne: [{ $ifNull: ['$answer', null] }, null] };

/** The answers before this one. The last may stand beside the list, where a hub of the release before wrote it. */
const ANSWERS_SO_FAR = {
  $let: {
    vars: { kept: { $ifNull: ['$answers', []] } },
    in: {
      $concatArrays: [
        '$$kept',
        {
          $cond: [
            { $and: [HAS_ANSWER, { $ne: [{ $last: '$$kept.at' }, '$acknowledgedAt'] }] },
            [{ answer: '$answer', note: '$note', by: '$acknowledgedBy', at: '$acknowledgedAt' }],
            [],
          ],
        },
      ],
    },
  },
};

/** Leaves a row alone where this says nothing that was not said before. */
const unlessRepeated = ({ answer, note, by }: Acknowledgement): Filter<DeliveryRow> =>
  answer === null && note === null
    ? { answer: null }
    : { $nor: [{ state: 'ACKNOWLEDGED', ...(answer === null ? {} : { answer }), note, acknowledgedBy: by }] };

/** One stage, so that two answers at once are both kept. */
const answeredBy = ({ answer, otherwise, note, by, at }: Acknowledgement): object => {
  const stands = answer ?? { $ifNull: ['$answer', otherwise] };
  // In an aggregation pipeline a text that begins with $ is an expression; a person's text must not be.
  const [said, person] = [{ $literal: note }, { $literal: by }];
  const given = [{ answer: stands, note: said, by: person, at }];
  return {
    ...stampsAt('ACKNOWLEDGED', at),
    acknowledgedAt: at,
    state: 'ACKNOWLEDGED',
    answer: stands,
    note: said,
    acknowledgedBy: person,
    failure: null,
    answers: { $slice: [{ $concatArrays: [ANSWERS_SO_FAR, given] }, -MOST_ANSWERS] },
  };
};

const namedIn = (
  rows: Collection<DeliveryRow>,
  { warning, version, absent }: Listed,
  limit: number,
  skip: number,
): Promise<DeliveryRow[]> =>
  rows
    .find({ $or: seenWithout(absent).map((seen) => ({ warning, version, ...seen })) }, { hint: BY_LISTING })
    .sort({ member: 1, channel: 1 })
    .skip(skip)
    .limit(limit)
    .toArray();

const namelessIn = async (
  rows: Collection<DeliveryRow>,
  { warning, version }: Listed,
  limit: number,
  skip: number,
): Promise<DeliveryRow[]> =>
  limit <= 0
    ? []
    : rows
        .find({ warning, version, isListed: NAMELESS }, { hint: BY_LISTING })
        .sort({ organisation: 1 })
        .skip(skip)
        .limit(limit)
        .toArray();

/** What a publisher may see of the deliveries of a version. */
const listingIn = (
  rows: Collection<DeliveryRow>,
): Pick<Deliveries, 'shownTo' | 'listed' | 'unsettled' | 'settle' | 'showAs'> => ({
  shownTo: (member, id) =>
    rows.findOne({
      $or: [{ _id: id, $or: [{ member }, ...seenWithout([]), UNSETTLED] }, { namelessId: id }],
    }),
  listed: async (of, limit, from) => {
    const named = from >= NAMELESS_FROM ? [] : await namedIn(rows, of, limit, from);
    const skipped = Math.max(0, from - NAMELESS_FROM);
    const others = await namelessIn(rows, of, limit - named.length, skipped);
    return [
      ...named.map((row, index) => ({ row, next: from + index + 1 })),
      ...others.map((row, index) => ({ row, next: NAMELESS_FROM + skipped + index + 1 })),
    ];
  },
  showAs: async (id, as, session) => {
    const facts: Partial<DeliveryRow> =
      as === 'NAMED'
        ? { isListed: false, namelessId: null }
        : {
            isListed: NAMELESS,
            organisation: as.organisation,
            namelessId: as.namelessId,
            listedReason: null,
          };
    await rows.updateOne({ _id: id }, { $set: facts }, { session });
  },
  unsettled: (warning, version) =>
    rows.find({ warning, version, ...UNSETTLED }, { hint: BY_LISTING }).toArray(),
  settle: async (settled) => {
    if (settled.length === 0) return;
    await rows.bulkWrite(
      settled.map(({ _id, isListed, listedReason }) => ({
        updateOne: { filter: { _id, ...UNSETTLED }, update: { $set: { isListed, listedReason } } },
      })),
      { ordered: false },
    );
  },
});
