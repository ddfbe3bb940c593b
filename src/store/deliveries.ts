// Deliveries: one per (warning version, member, channel); the id is a function of those, so a repeat finds its row.

import { REMINDER_STEPS } from '../domain/answer/asking.ts';
import {
  ACKNOWLEDGEMENTS,
  type AcknowledgementAnswer,
  CHANNELS,
  DELIVERY_STATES,
  type DeliveryState,
} from '../domain/delivery.ts';
import type { Reason } from '../domain/reason.ts';
import { any, count, declareCollection, instant, maybe, oneOf, text, truth } from './collection/declare.ts';
import { ensureRows } from './collection/insert-new.ts';
import type { Collection, Database, Filter, Session } from './connect.ts';
import { type Acknowledgement, answeredBy, stampsAt, unlessRepeated } from './delivery/answers.ts';
import { type DeliveryRecalls, recallsIn } from './delivery/recalls.ts';
import { type DeliveryReminders, remindersIn } from './delivery/reminders.ts';
import { type DeliveryRow, NAMELESS } from './delivery/row.ts';
import { theText } from './driver/of-partial-index.ts';
import { WARNINGS, type WarningRow } from './warnings.ts';

export { type DeliveryRow, NAMELESS } from './delivery/row.ts';

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
    asking: maybe(any('What it asks of its member: for what, from when, due when.')),
    isOpen: maybe(truth('Set while what it asks is open.')),
    nextStep: maybe(oneOf(REMINDER_STEPS, 'The next reminder.')),
    nextStepAt: maybe(instant('When that is.')),
    closedAt: maybe(
      instant('When an answer closed what it asks, also one to a former version that asked it.'),
    ),
    lastStep: maybe(oneOf(REMINDER_STEPS, 'The last reminder that was done or passed over, likewise.')),
    isAskedAgain: maybe(truth('Set while a worker is to remind it because its publisher wants so.')),
    askedAgain: maybe(any('Who wanted it, and when.', { personal: 'names a person' })),
    reminders: maybe(
      any('How its member was reminded, oldest first, at most 20.', { personal: 'names persons' }),
    ),
  },
  indexes: [
    { key: { warning: 1, version: 1, member: 1, channel: 1 }, unique: true },
    { key: { member: 1, state: 1 } },
    { key: BY_LISTING },
    { key: { acknowledgedAt: 1 }, partialFilterExpression: { acknowledgedAt: { $type: 'date' } } },
    { key: { member: 1, isOpen: 1, at: -1 }, partialFilterExpression: { isOpen: true } },
    { key: { isAskedAgain: 1 }, partialFilterExpression: { isAskedAgain: true } },
    { key: { nextStepAt: 1 }, partialFilterExpression: { nextStepAt: { $type: 'date' } } },
    { key: { namelessId: 1 }, partialFilterExpression: { namelessId: { $type: 'string' } } },
  ],
});

export type ListingFacts = { readonly isListed: boolean; readonly listedReason: Reason | null };

/** `failure` says why, for states that have a cause. */
export type Move = {
  readonly to: DeliveryState;
  readonly at: Date;
  readonly failure: string | null;
  /** Leaves those alone that the publisher sees. */
  readonly onlyUnlisted?: true;
};

export type { Acknowledgement } from './delivery/answers.ts';

export type DeliveredVersion = Pick<DeliveryRow, 'warning' | 'version'>;

/** `absent`: ids of members that are unlisted to the publisher by now. */
export type Listed = DeliveredVersion & {
  readonly absent: readonly string[];
  /** Leaves out those whose answer this is. */
  readonly unless?: AcknowledgementAnswer | undefined;
};

/** A row, and where the list goes on behind it. */
export type ListedRow = { readonly row: DeliveryRow; readonly next: number };

export type Deliveries = DeliveryRecalls &
  DeliveryReminders & {
    readonly rows: Collection<DeliveryRow>;
    /** Inserts rows that do not exist yet; the others are unchanged. */
    ensure(rows: readonly DeliveryRow[], session?: Session): Promise<void>;
    byIds(ids: readonly string[], session?: Session): Promise<DeliveryRow[]>;
    /** Those of these ids that there are. */
    known(ids: readonly string[]): Promise<ReadonlySet<string>>;
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
    /** Of each of these warnings the last version below this one that was delivered to the member. */
    lastBefore(member: string, versions: readonly DeliveredVersion[]): Promise<ReadonlyMap<string, number>>;
    /** Those of these members, whatever their state. */
    ofMembers(
      of: DeliveredVersion & { readonly members: readonly string[] },
      session?: Session,
    ): Promise<DeliveryRow[]>;
    waiting(
      of: DeliveredVersion & { readonly members: readonly string[] },
      session?: Session,
    ): Promise<DeliveryRow[]>;
    /** One that was withheld from a member which may have it now waits again. */
    reopen(of: DeliveredVersion & { readonly member: string }): Promise<void>;
    /** Moves a delivery forward; a state never moves back. */
    advance(ids: readonly string[], move: Move, session?: Session): Promise<number>;
    /** Whether the member has answered a warning of this publisher under its name, outside of exercises. */
    hasAnswered(member: string, publisher: string): Promise<boolean>;
    /** Null when it is acknowledged so already: with this answer and note, by the same person. */
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

/** Whom versions reached. */
const reachedIn = (
  rows: Collection<DeliveryRow>,
): Pick<Deliveries, 'delivered' | 'lastBefore' | 'ofMembers'> => ({
  delivered: (member, versions) => deliveredTo(rows, member, versions),
  lastBefore: async (member, versions) => {
    const below = new Map(versions.map(({ warning, version }) => [warning, version]));
    const found = rows.find(
      { warning: { $in: [...below.keys()] }, member, state: { $in: [...WITH_THE_MEMBER] } },
      { projection: { _id: 0, warning: 1, version: 1 } },
    );
    const last = new Map<string, number>();
    for await (const { warning, version } of found)
      if (version < (below.get(warning) ?? 0)) last.set(warning, Math.max(version, last.get(warning) ?? 0));
    return last;
  },
  ofMembers: ({ warning, version, members }, session) =>
    rows
      .find({ warning, version, member: { $in: [...members] } }, session === undefined ? {} : { session })
      .toArray(),
});

/** What a member has, by whatever way. */
export const WITH_THE_MEMBER = ['SENT', 'RECEIVED', 'ACKNOWLEDGED'] as const;

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
        state: { $in: [...WITH_THE_MEMBER] },
      },
      { projection: { _id: 0, warning: 1, version: 1 } },
    )
    .toArray();

const LOOKED_UP_AT_ONCE = 500;

/** It ends with the first that is found, so that no bound hides one behind answers to others; many are looked up at once. */
const hasAnsweredIn =
  (rows: Collection<DeliveryRow>, warnings: Collection<WarningRow>): Deliveries['hasAnswered'] =>
  async (member, publisher) => {
    const isAmong = async (ids: ReadonlySet<string>): Promise<boolean> =>
      (await warnings.findOne({ warning: { $in: [...ids] }, publisher }, { projection: { _id: 1 } })) !==
      null;
    const answered = rows.find(
      { member, state: 'ACKNOWLEDGED', isListed: { $ne: NAMELESS }, exercise: null },
      { projection: { _id: 0, warning: 1 }, batchSize: LOOKED_UP_AT_ONCE },
    );
    let ids = new Set<string>();
    for await (const { warning } of answered) {
      ids.add(warning);
      if (ids.size < LOOKED_UP_AT_ONCE) continue;
      if (await isAmong(ids)) return true;
      ids = new Set();
    }
    return ids.size > 0 && isAmong(ids);
  };

export const openDeliveries = (database: Database): Deliveries => {
  const rows = database.collection(DELIVERIES);
  const within = (session?: Session) => (session === undefined ? {} : { session });
  return {
    rows,
    ensure: (batch, session) => ensureRows(rows, batch, session),
    known: async (ids) => {
      const found = await rows.find({ _id: { $in: [...ids] } }, { projection: { _id: 1 } }).toArray();
      return new Set(found.map(({ _id }) => _id));
    },
    byIds: (ids, session) => rows.find({ _id: { $in: [...ids] } }, within(session)).toArray(),
    ...listingIn(rows),
    ...reachedIn(rows),
    waiting: ({ warning, version, members }, session) =>
      rows
        .find({ warning, version, member: { $in: [...members] }, state: 'PENDING' }, within(session))
        .toArray(),
    ...recallsIn(rows),
    ...remindersIn(rows),
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
    hasAnswered: hasAnsweredIn(rows, database.collection(WARNINGS)),
    acknowledge: (id, acknowledgement, session) =>
      rows.findOneAndUpdate(
        { _id: id, ...unlessRepeated(acknowledgement) },
        [{ $set: answeredBy(acknowledgement) }],
        { returnDocument: 'after', session },
      ),
  };
};

const answeredOtherwise = (unless: AcknowledgementAnswer | undefined): Filter<DeliveryRow> =>
  unless === undefined ? {} : { answer: { $ne: unless } };

const namedIn = (
  rows: Collection<DeliveryRow>,
  { warning, version, absent, unless }: Listed,
  limit: number,
  skip: number,
): Promise<DeliveryRow[]> =>
  rows
    .find(
      {
        $or: seenWithout(absent).map((seen) => ({ warning, version, ...seen, ...answeredOtherwise(unless) })),
      },
      { hint: BY_LISTING },
    )
    .sort({ member: 1, channel: 1 })
    .skip(skip)
    .limit(limit)
    .toArray();

const namelessIn = async (
  rows: Collection<DeliveryRow>,
  { warning, version, unless }: Listed,
  limit: number,
  skip: number,
): Promise<DeliveryRow[]> =>
  limit <= 0
    ? []
    : rows
        .find({ warning, version, isListed: NAMELESS, ...answeredOtherwise(unless) }, { hint: BY_LISTING })
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
      $or: [{ _id: id, $or: [{ member }, ...seenWithout([]), UNSETTLED] }, { namelessId: theText(id) }],
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
