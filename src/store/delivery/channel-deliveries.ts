// Deliveries to endpoints. MongoDB says what is due; a worker holds what it takes by moving `nextAt` beyond the time that an
// attempt may last, so that what a dead worker held is due again by itself. They are apart from `deliveries`: workers of the
// release before mark everything in there as sent by the feed.

import {
  type ChannelDelivery,
  type ChannelDeliveryState,
  DUE_STATES,
  type Occasion,
} from '../../domain/channel/channel-delivery.ts';
import type { EndpointChannel } from '../../domain/channel/endpoint.ts';
import { ensureRows } from '../collection/insert-new.ts';
import type { Collection, Database, Filter, Session } from '../connect.ts';
import { type AfterDeliveries, afterIn } from './after-deliveries.ts';
import {
  AT_FIRST,
  BY_DUE,
  CHANNEL_DELIVERIES,
  type ChannelDeliveryRow,
  LONG_AGO,
  type Owed,
} from './channel-delivery-row.ts';

export {
  AT_FIRST,
  CHANNEL_DELIVERIES,
  type ChannelDeliveryRow,
  isStillFirst,
  type Owed,
} from './channel-delivery-row.ts';

export type Due = Pick<ChannelDelivery, 'id' | 'endpoint' | 'member' | 'channel' | 'isUrgent'>;

/** What has no room now. */
export type Without = {
  readonly endpoints: readonly string[];
  /** Endpoints that have none but for what is urgent. */
  readonly resting?: readonly string[];
  /** By channel: whether it is full as a whole, and the members that have taken their share of it. */
  readonly shares: readonly {
    readonly channel: EndpointChannel;
    readonly isFull: boolean;
    readonly members: readonly string[];
  }[];
};

/** What came of an attempt, or of the look before it. */
export type DeliveryEnd = Pick<ChannelDelivery, 'state' | 'nextAt' | 'cause' | 'sentAt' | 'endedAt'> & {
  readonly id: string;
  /** Whether it counts as an attempt. */
  readonly wasTried: boolean;
  /** Whether the attempt takes no place of the table of retries. */
  readonly isFree?: true;
  /** Of one that was begun and broken off. */
  readonly mayHaveArrived?: true;
  /** What follows from it elsewhere; `followed` takes it away. */
  readonly owed?: Owed;
};

/** A place in the list of an endpoint: what is older, and of the same instant has a greater id. */
export type DeliveryPlace = { readonly at: Date; readonly id: string };

export type DeliverySearch = {
  readonly endpoints: readonly string[];
  readonly states: readonly ChannelDeliveryState[] | null;
  readonly from: Date | null;
  readonly until: Date | null;
};

export type ChannelDeliveries = AfterDeliveries & {
  readonly rows: Collection<ChannelDeliveryRow>;
  /** Inserts those that do not exist yet; the others are unchanged. */
  ensure(rows: readonly ChannelDeliveryRow[], session?: Session): Promise<void>;
  byId(id: string): Promise<ChannelDeliveryRow | null>;
  byIds(ids: readonly string[]): Promise<ChannelDeliveryRow[]>;
  /** What is due, urgent ones first, but of these. */
  due(now: Date, without: Without, limit: number): Promise<Due[]>;
  /** When the next one will be due; null where nothing waits. */
  nextDue(): Promise<Date | null>;
  /** Takes those that are still due, until then; returns them as they are. */
  hold(
    ids: readonly string[],
    holder: string,
    within: { readonly now: Date; readonly until: Date },
  ): Promise<ChannelDeliveryRow[]>;
  /** Holds them longer, where they are still the holder's. */
  extend(ids: readonly string[], holder: string, until: Date): Promise<void>;
  /**
   * Ends those that the holder still holds; what it lost meanwhile is left alone. Of what ended while it was under way only that
   * it was sent is written: that is what happened.
   */
  settle(holder: string, ends: readonly DeliveryEnd[]): Promise<void>;
  /**
   * Of those that a holder tries, by id, those that an act ended since `since`, and digests of which a recall took something.
   */
  endedUnderWay(holders: readonly string[], ids: readonly string[], since: Date): Promise<string[]>;
  /** What brings a version, by member; reminders of it are not among them. */
  ofVersion(warning: string, version: number, members: readonly string[]): Promise<ChannelDeliveryRow[]>;
  /** The newest first. */
  search(of: DeliverySearch, limit: number, after: DeliveryPlace | null): Promise<ChannelDeliveryRow[]>;
  /** Tries those anew that have ended; returns how many. */
  retry(ids: readonly string[], now: Date, session?: Session): Promise<number>;
  /** Ends what waits, such as that of an endpoint, or of a warning that was recalled. */
  endWaiting(
    of: Filter<ChannelDeliveryRow>,
    end: { readonly state: 'CANCELLED' | 'DEAD' | 'WITHHELD'; readonly cause: string; readonly at: Date },
    session?: Session,
  ): Promise<number>;
  /** Makes what waits for an endpoint due. */
  wake(endpoint: string, now: Date, session: Session): Promise<void>;
  /**
   * What did not arrive before an endpoint was disabled, or came while it was: what corrects something that was told there goes first, however
   * old it is; of the rest what was made since `since` goes, or waits for the next digest as it did.
   */
  revive(
    endpoint: string,
    within: { readonly since: Date; readonly now: Date },
    session: Session,
  ): Promise<void>;
  /** Makes those due that wait for a digest and that no digest has taken. */
  hasten(ids: readonly string[], when: { readonly now: Date; readonly isUrgent: boolean }): Promise<void>;
  /** How many of an occasion were made for these endpoints. */
  countSince(endpoints: readonly string[], occasion: Occasion, since: Date): Promise<number>;
  /** The newest message of an occasion to an endpoint. */
  lastTo(endpoint: string, occasion: Occasion): Promise<ChannelDeliveryRow | null>;
  /** Notes with a probe of an address that this delivery to it was reported as come back. */
  noteReported(probe: string, id: string): Promise<void>;
  /**
   * What was withheld from a member that may have it now: what was never tried is decided anew by who makes deliveries of the
   * version again; the rest waits again.
   */
  reopen(
    of: { readonly warning: string; readonly version: number; readonly member: string },
    now: Date,
  ): Promise<void>;
  removeMessages(before: Date): Promise<number>;
};

const WAITING: Filter<ChannelDeliveryRow> = { state: { $in: ['PENDING', 'RETRYING', 'GATHERED'] } };
const IS_HELD = { $eq: [{ $type: '$heldBy' }, 'string'] };
const UNLESS_KNOWN = { $ifNull: ['$mayHaveArrived', '$$REMOVE'] };
/** As it ends: it is held, was attempted, or a digest took it. */
const MAY_HAVE_ARRIVED = {
  $cond: [
    { $or: [IS_HELD, { $gt: ['$attempts', 0] }, { $eq: [{ $type: '$gathering.digest' }, 'string'] }] },
    true,
    UNLESS_KNOWN,
  ],
};
const ENDED = ['SENT', 'DEAD', 'WITHHELD', 'CANCELLED'] as const;

export const openChannelDeliveries = (database: Database): ChannelDeliveries => {
  const rows = database.collection(CHANNEL_DELIVERIES);
  return {
    rows,
    ensure: (batch, session) => ensureRows(rows, batch, session),
    byId: (id) => rows.findOne({ _id: id }),
    byIds: (ids) => rows.find({ _id: { $in: [...ids] } }).toArray(),
    ofVersion: (warning, version, members) =>
      rows
        .find({ warning, version, member: { $in: [...members] }, occasion: 'WARNING' })
        .sort({ member: 1, at: 1, _id: 1 })
        .toArray(),
    search: (of, limit, after) => searchIn(rows, of, limit, after),
    countSince: (endpoints, occasion, since) =>
      rows.countDocuments({ endpoint: { $in: [...endpoints] }, at: { $gte: since }, occasion }),
    lastTo: (endpoint, occasion) => rows.findOne({ endpoint, occasion }, { sort: { at: -1 } }),
    ...endsIn(rows),
    ...returnsIn(rows),
    ...afterIn(rows),
    ...dueIn(rows),
    endedUnderWay: (holders, ids, since) => endedUnderWayIn(rows, { holders, ids, since }),
  };
};

const WAS_GATHERED = { $eq: [{ $type: '$gathering.subscription' }, 'string'] };
const GOES_FIRST = { $eq: ['$goesFirst', true] };

/** Due again, or gathered for the next digest. */
const againAt = (now: Date) => [
  {
    $set: {
      isUrgent: { $or: ['$isUrgent', GOES_FIRST] },
      state: { $cond: [WAS_GATHERED, 'GATHERED', 'PENDING'] },
      nextAt: { $cond: [WAS_GATHERED, null, { $cond: [GOES_FIRST, AT_FIRST, now] }] },
      gathering: { $cond: [WAS_GATHERED, { $mergeObjects: ['$gathering', { digest: null }] }, '$gathering'] },
      cause: null,
      endedAt: null,
      attemptsBefore: '$attempts',
    },
  },
];

/** What brings deliveries to their end, or away from it, by an act. */
const endsIn = (
  rows: Collection<ChannelDeliveryRow>,
): Pick<ChannelDeliveries, 'retry' | 'endWaiting' | 'wake' | 'noteReported' | 'removeMessages'> => {
  const within = (session?: Session) => (session === undefined ? {} : { session });
  return {
    retry: async (ids, now, session) =>
      (
        await rows.updateMany(
          { _id: { $in: [...ids] }, state: { $in: [...ENDED] } },
          [
            {
              $set: {
                state: 'PENDING',
                nextAt: now,
                cause: null,
                endedAt: null,
                attemptsBefore: '$attempts',
              },
            },
          ],
          within(session),
        )
      ).modifiedCount,
    endWaiting: async (of, { state, cause, at }, session) =>
      (
        await rows.updateMany(
          { ...of, ...WAITING },
          // Whoever holds it goes on holding it: should it arrive, that is what becomes of it.
          [{ $set: { state, cause, nextAt: null, endedAt: at, mayHaveArrived: MAY_HAVE_ARRIVED } }],
          within(session),
        )
      ).modifiedCount,
    wake: async (endpoint, now, session) => {
      await rows.updateMany(
        { endpoint, state: { $in: [...DUE_STATES] }, heldBy: null },
        { $min: { nextAt: now } },
        { session },
      );
    },
    noteReported: async (_id, id) => {
      await rows.updateOne({ _id }, { $addToSet: { 'details.reported': id } as never });
    },
    removeMessages: async (before) =>
      (
        await rows.deleteMany({
          state: { $in: [...ENDED] },
          endedAt: { $lt: before },
          occasion: { $ne: 'WARNING' },
        })
      ).deletedCount,
  };
};

/** What brings back what ended without an attempt, or brings forward what waits. */
const returnsIn = (
  rows: Collection<ChannelDeliveryRow>,
): Pick<ChannelDeliveries, 'revive' | 'reopen' | 'hasten'> => ({
  hasten: async (ids, { now, isUrgent }) => {
    if (ids.length === 0) return;
    await rows.updateMany(
      { _id: { $in: [...ids] }, state: 'GATHERED', 'gathering.digest': null } as Filter<ChannelDeliveryRow>,
      { $set: { state: 'PENDING', nextAt: now, isUrgent, gathering: null, releasedAt: now } },
    );
  },
  revive: async (endpoint, { since, now }, session) => {
    const ended = { endpoint, occasion: 'WARNING', state: 'DEAD' } as const;
    const chosen = { ...ended, $or: [{ goesFirst: true as const }, { at: { $gte: since } }] };
    await rows.updateMany(chosen, againAt(now), { session });
  },
  reopen: async ({ warning, version, member }, now) => {
    const withheld = { warning, version, member, occasion: 'WARNING', state: 'WITHHELD' } as const;
    await rows.deleteMany({ ...withheld, attempts: 0, mayHaveArrived: { $ne: true } });
    await rows.updateMany(withheld, againAt(now));
  },
});

const isDue = (now: Date): Filter<ChannelDeliveryRow> => ({
  nextAt: { $gt: LONG_AGO, $lte: now },
  state: { $in: [...DUE_STATES] },
});

const hasRoomIn = ({ endpoints, resting = [], shares }: Without): Filter<ChannelDeliveryRow> => {
  const full: Filter<ChannelDeliveryRow>[] = shares.flatMap(({ channel, isFull, members }) => {
    if (isFull) return [{ channel }];
    return members.length === 0 ? [] : [{ channel, member: { $in: [...members] } }];
  });
  if (resting.length > 0) full.push({ isUrgent: false, endpoint: { $in: [...resting] } });
  return {
    ...(endpoints.length === 0 ? {} : { endpoint: { $nin: [...endpoints] } }),
    ...(full.length === 0 ? {} : { $nor: full }),
  };
};

const dueIn = (
  rows: Collection<ChannelDeliveryRow>,
): Pick<ChannelDeliveries, 'due' | 'nextDue' | 'hold' | 'extend' | 'settle'> => ({
  due: async (now, without, limit) => {
    const found = await rows
      .find(
        { ...isDue(now), ...hasRoomIn(without) },
        // In one round trip.
        { hint: BY_DUE, batchSize: limit, projection: { endpoint: 1, member: 1, channel: 1, isUrgent: 1 } },
      )
      .sort({ isUrgent: -1, nextAt: 1 })
      .limit(limit)
      .toArray();
    return found.map(({ _id: id, ...due }) => ({ id, ...due }));
  },
  nextDue: async () => {
    const firsts = await Promise.all(
      [true, false].map((isUrgent) =>
        rows.findOne(
          { isUrgent, nextAt: { $gt: LONG_AGO } },
          { hint: BY_DUE, sort: { nextAt: 1 }, projection: { nextAt: 1 } },
        ),
      ),
    );
    const at = firsts.flatMap((row) => (row?.nextAt == null ? [] : [row.nextAt.getTime()]));
    return at.length === 0 ? null : new Date(Math.min(...at));
  },
  hold: async (ids, holder, { now, until }) => {
    await rows.updateMany(
      { _id: { $in: [...ids] }, ...isDue(now) },
      // Whoever held it and is gone may have sent it.
      [
        {
          $set: { nextAt: until, heldBy: holder, mayHaveArrived: { $cond: [IS_HELD, true, UNLESS_KNOWN] } },
        },
      ],
    );
    return rows.find({ _id: { $in: [...ids] }, heldBy: holder }).toArray();
  },
  extend: async (ids, holder, until) => {
    await rows.updateMany(
      { _id: { $in: [...ids] }, heldBy: holder, ...WAITING },
      { $max: { nextAt: until } },
    );
  },
  settle: async (holder, ends) => {
    if (ends.length === 0) return;
    await rows.bulkWrite(
      ends.map(({ id, wasTried, isFree, ...facts }) => ({
        updateOne: {
          filter: { _id: id, heldBy: holder, ...(facts.state === 'SENT' ? {} : WAITING) },
          update: { $set: { ...facts, heldBy: null }, ...countsOf(wasTried, isFree) },
        },
      })),
      { ordered: false },
    );
  },
});

const countsOf = (wasTried: boolean, isFree = false) => {
  if (!wasTried) return {};
  return { $inc: { attempts: 1, ...(isFree ? { attemptsBefore: 1 } : {}) } };
};

const endedUnderWayIn = async (
  rows: Collection<ChannelDeliveryRow>,
  {
    holders,
    ids,
    since,
  }: { readonly holders: readonly string[]; readonly ids: readonly string[]; readonly since: Date },
): Promise<string[]> => {
  if (ids.length === 0) return [];
  const found = await rows
    .find(
      {
        $or: [
          { _id: { $in: [...ids] }, heldBy: { $in: [...holders] }, state: { $in: [...ENDED] } },
          {
            state: 'CANCELLED',
            endedAt: { $gte: since },
            cause: 'RECALLED',
            'gathering.digest': { $in: [...ids] },
          },
        ],
      } as Filter<ChannelDeliveryRow>,
      { projection: { gathering: 1 } },
    )
    .toArray();
  return [...new Set(found.map(({ _id, gathering }) => gathering?.digest ?? _id))];
};

const searchIn = (
  rows: Collection<ChannelDeliveryRow>,
  { endpoints, states, from, until }: DeliverySearch,
  limit: number,
  after: DeliveryPlace | null,
): Promise<ChannelDeliveryRow[]> => {
  const time = {
    ...(from === null ? {} : { $gte: from }),
    ...(until === null ? {} : { $lt: until }),
  };
  const clauses: Filter<ChannelDeliveryRow>[] = [
    { endpoint: { $in: [...endpoints] } },
    ...(states === null ? [] : [{ state: { $in: [...states] } }]),
    ...(Object.keys(time).length === 0 ? [] : [{ at: time }]),
    ...(after === null
      ? []
      : [{ $or: [{ at: { $lt: after.at } }, { at: after.at, _id: { $gt: after.id } }] }]),
  ];
  return rows.find({ $and: clauses }).sort({ at: -1, _id: 1 }).limit(limit).toArray();
};
