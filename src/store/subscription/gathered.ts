// Deliveries that wait for a digest: taken by one when it is due, and ended as it ends. They are rows of the deliveries to endpoints.
import type { Gathering } from '../../domain/channel/channel-delivery.ts';
import type { Collection, Database, Filter, Session } from '../connect.ts';
import { CHANNEL_DELIVERIES, type ChannelDeliveryRow } from '../delivery/channel-deliveries.ts';
import { theText } from '../driver/of-partial-index.ts';

/** What a digest takes. */
export type Gathered = {
  readonly subscription: string;
  /** What was made before. */
  readonly before: Date;
  /** HELD: what waits for an hour alone. */
  readonly what: 'HELD' | 'ALL';
  readonly onlySevere: boolean;
};

export type DigestOf = Pick<ChannelDeliveryRow, '_id' | 'endpoint'>;

/** Since when something waits for a subscription; null for nothing of that kind. */
export type Waiting = {
  readonly subscription: string;
  readonly oldest: Date;
  readonly oldestSevere: Date | null;
  readonly oldestHeld: Date | null;
  readonly oldestHeldSevere: Date | null;
};

export type GatheredStore = {
  /** What waits that no digest has taken, by subscription. */
  waiting(): Promise<Waiting[]>;
  /** The severe first, then the oldest, and no more than one message is made of: the rest waits for the next. Returns how many. */
  take(of: Gathered, digest: string, session: Session): Promise<number>;
  /** Writes a digest that has taken something. */
  make(digest: ChannelDeliveryRow, session: Session): Promise<void>;
  /** Whether a newer version goes to the same endpoint by itself. */
  isFollowed(of: Pick<ChannelDeliveryRow, 'warning' | 'version' | 'endpoint'>): Promise<boolean>;
  /**
   * Of these endpoints those where an older version of the warning was told, or may have been: an attempt was made or is under
   * way, or a digest that was made has it.
   */
  told(
    of: { readonly warning: string; readonly version: number },
    endpoints: readonly string[],
  ): Promise<Set<string>>;
  /**
   * How many versions of real traffic, or of this exercise, were told by themselves since then, by endpoint, those among them that
   * had waited for a digest; corrections of what was told there are not counted.
   */
  singlesSince(
    endpoints: readonly string[],
    of: { readonly since: Date; readonly exercise: string | null },
  ): Promise<Map<string, number>>;
  /** The oldest first. By the endpoint of the digest, whose index has them: digests themselves are in none. */
  ofDigest(digest: DigestOf): Promise<ChannelDeliveryRow[]>;
  /** What these digests had taken waits for them again: they are tried anew. */
  gatherAgain(digests: readonly DigestOf[], session: Session): Promise<void>;
  /** What a digest that is dead would have brought. */
  lostWith(digest: DigestOf): Promise<ChannelDeliveryRow[]>;
  /** Ends what a digest has taken that has ended itself. */
  settle(now: Date): Promise<void>;
  /**
   * What no digest has taken and waits for this subscription, the oldest first; without what was decided while the same stood at
   * the endpoint.
   */
  waitingFor(
    subscription: string,
    of: { readonly unlessDecidedBy: string | null; readonly most: number },
  ): Promise<ChannelDeliveryRow[]>;
  /** It waits for this instead, or is sent by itself. Nothing happens where a digest took it meanwhile. */
  handOver(id: string, to: Gathering | { readonly at: Date; readonly isUrgent: boolean }): Promise<void>;
  /** Ends what waited for a subscription that is over; not what a digest took meanwhile. */
  letGo(ids: readonly string[], at: Date): Promise<void>;
  /** What a digest had taken that is not sent waits again. */
  giveBack(digest: DigestOf): Promise<void>;
  /** Ends what waits for a subscription that is over. */
  drop(subscription: string, cause: string, at: Date): Promise<void>;
  end(
    ids: readonly string[],
    end: { readonly state: 'CANCELLED' | 'WITHHELD'; readonly cause: string; readonly at: Date },
  ): Promise<void>;
};

/** Items of a digest. */
const MOST_TAKEN = 500;
const WAITS = { state: 'GATHERED' } as const;
const UNTAKEN = { ...WAITS, 'gathering.digest': null };
/** What was not recalled, superseded or let go. */
const AGAIN = ['SENT', 'DEAD', 'WITHHELD'] as const;
const ENDS = ['SENT', 'DEAD', 'WITHHELD', 'CANCELLED'] as const;

/** `$min` passes over null. */
const atWhere = (condition: unknown) => ({ $cond: [condition, '$at', null] });

const filterOf = ({ subscription, before, what, onlySevere }: Gathered): Filter<ChannelDeliveryRow> =>
  ({
    ...UNTAKEN,
    'gathering.subscription': theText(subscription),
    at: { $lt: before },
    ...(what === 'HELD' ? { 'gathering.isHeld': true } : {}),
    ...(onlySevere ? { 'gathering.isSevere': true } : {}),
  }) as Filter<ChannelDeliveryRow>;

export const openGathered = (database: Database): GatheredStore => {
  const rows = database.collection(CHANNEL_DELIVERIES);
  return {
    ...historyIn(rows),
    ...takenIn(rows),
    ...handedOverIn(rows),
    waiting: () =>
      rows
        .aggregate<Waiting>([
          { $match: UNTAKEN },
          {
            $group: {
              _id: '$gathering.subscription',
              oldest: { $min: '$at' },
              oldestSevere: { $min: atWhere('$gathering.isSevere') },
              oldestHeld: { $min: atWhere('$gathering.isHeld') },
              oldestHeldSevere: { $min: atWhere({ $and: ['$gathering.isHeld', '$gathering.isSevere'] }) },
            },
          },
          { $sort: { _id: 1 } },
          { $set: { subscription: '$_id' } },
          { $unset: '_id' },
        ])
        .toArray(),
    settle: (now) => settleIn(database, rows, now),
    drop: async (subscription, cause, at) => {
      await rows.updateMany(
        { ...UNTAKEN, 'gathering.subscription': theText(subscription) } as Filter<ChannelDeliveryRow>,
        { $set: { state: 'CANCELLED', cause, endedAt: at } },
      );
    },
    end: async (ids, { state, cause, at }) => {
      await rows.updateMany({ ...WAITS, _id: { $in: [...ids] } }, { $set: { state, cause, endedAt: at } });
    },
  };
};

/** What was told at endpoints. */
const historyIn = (
  rows: Collection<ChannelDeliveryRow>,
): Pick<GatheredStore, 'told' | 'singlesSince' | 'isFollowed'> => ({
  told: async ({ warning, version }, endpoints) => {
    const told = [
      { state: 'SENT' },
      { attempts: { $gt: 0 } },
      { heldBy: { $type: 'string' } },
      { mayHaveArrived: true },
      { ...WAITS, 'gathering.digest': { $type: 'string' } },
    ];
    const found = await rows
      .find(
        {
          warning,
          version: { $lt: version },
          endpoint: { $in: [...endpoints] },
          // Somebody may have been told by a reminder alone: alternates, and a contact outside.
          occasion: { $in: ['WARNING', 'REMINDER'] },
          $or: told,
        } as Filter<ChannelDeliveryRow>,
        { projection: { endpoint: 1 } },
      )
      .toArray();
    return new Set(found.map(({ endpoint }) => endpoint));
  },
  singlesSince: async (endpoints, { since, exercise }) => {
    const found = await rows
      .aggregate<{ _id: string; count: number }>([
        {
          $match: {
            // Each part has an index of its own.
            $or: [
              { endpoint: { $in: [...endpoints] }, at: { $gte: since } },
              { endpoint: { $in: [...endpoints] }, releasedAt: { $exists: true, $gte: since } },
            ],
            exercise,
            occasion: 'WARNING',
            // A later version is the first at an endpoint that is new, or for somebody who was added.
            goesFirst: { $ne: true },
            gathering: null,
          },
        },
        { $group: { _id: '$endpoint', count: { $sum: 1 } } },
      ])
      .toArray();
    return new Map(found.map(({ _id, count }) => [_id, count]));
  },
  isFollowed: async ({ warning, version, endpoint }) => {
    const newer = { warning, endpoint, version: { $gt: version ?? 0 }, occasion: 'WARNING' as const };
    return (await rows.findOne(newer, { projection: { _id: 1 } })) !== null;
  },
});

/** What digests take. */
const takenIn = (
  rows: Collection<ChannelDeliveryRow>,
): Pick<GatheredStore, 'take' | 'make' | 'ofDigest' | 'gatherAgain' | 'giveBack' | 'lostWith'> => ({
  take: async (of, digest, session) => {
    const chosen = await rows
      .find(filterOf(of), { session, projection: { _id: 1 } })
      .sort({ 'gathering.isSevere': -1, at: 1, _id: 1 })
      .limit(MOST_TAKEN)
      .toArray();
    const { modifiedCount } = await rows.updateMany(
      { _id: { $in: chosen.map(({ _id }) => _id) }, ...UNTAKEN } as Filter<ChannelDeliveryRow>,
      { $set: { 'gathering.digest': digest } as never },
      { session },
    );
    return modifiedCount;
  },
  make: async (digest, session) => {
    await rows.insertOne(digest, { session });
  },
  gatherAgain: async (digests, session) => {
    if (digests.length === 0) return;
    const ended = {
      // By its endpoint: its index has no digests.
      endpoint: { $in: [...new Set(digests.map(({ endpoint }) => endpoint))] },
      'gathering.digest': { $in: digests.map(({ _id }) => _id) },
      state: { $in: [...AGAIN] },
    };
    await rows.updateMany(
      ended as Filter<ChannelDeliveryRow>,
      { $set: { ...WAITS, cause: null, endedAt: null } },
      { session },
    );
  },
  giveBack: async ({ _id, endpoint }) => {
    await rows.updateMany({ ...WAITS, endpoint, 'gathering.digest': _id } as Filter<ChannelDeliveryRow>, {
      $set: { 'gathering.digest': null } as never,
    });
  },
  lostWith: ({ _id, endpoint }) =>
    rows
      .find({
        endpoint,
        'gathering.digest': _id,
        state: { $in: ['GATHERED', 'DEAD'] },
      } as Filter<ChannelDeliveryRow>)
      .toArray(),
  ofDigest: ({ _id, endpoint }) =>
    rows
      .find({ ...WAITS, endpoint, 'gathering.digest': _id } as Filter<ChannelDeliveryRow>)
      .sort({ at: 1, _id: 1 })
      .toArray(),
});

/** What waits for a subscription that is over or paused. */
const handedOverIn = (
  rows: Collection<ChannelDeliveryRow>,
): Pick<GatheredStore, 'waitingFor' | 'handOver' | 'letGo'> => ({
  waitingFor: (subscription, { unlessDecidedBy, most }) =>
    rows
      .find({
        ...UNTAKEN,
        'gathering.subscription': theText(subscription),
        ...(unlessDecidedBy === null ? {} : { 'gathering.standing': { $ne: unlessDecidedBy } }),
      } as Filter<ChannelDeliveryRow>)
      .sort({ at: 1, _id: 1 })
      .limit(most)
      .toArray(),
  handOver: async (_id, to) => {
    const next =
      'subscription' in to
        ? { gathering: to }
        : { state: 'PENDING', gathering: null, nextAt: to.at, releasedAt: to.at, isUrgent: to.isUrgent };
    await rows.updateOne({ _id, ...UNTAKEN } as Filter<ChannelDeliveryRow>, { $set: next as never });
  },
  letGo: async (ids, endedAt) => {
    await rows.updateMany({ _id: { $in: [...ids] }, ...UNTAKEN } as Filter<ChannelDeliveryRow>, {
      $set: { state: 'CANCELLED', cause: 'SUBSCRIPTION_ENDED', endedAt },
    });
  },
});

/** Each ends as its digest did, at the same instant. */
const settleIn = async (
  database: Database,
  rows: Collection<ChannelDeliveryRow>,
  now: Date,
): Promise<void> => {
  const taken = await rows
    .aggregate<{ _id: string }>([
      { $match: { ...WAITS, 'gathering.digest': { $type: 'string' } } },
      { $group: { _id: '$gathering.digest' } },
    ])
    .toArray();
  if (taken.length === 0) return;
  const ended = await rows
    .find(
      { _id: { $in: taken.map(({ _id }) => _id) }, state: { $in: [...ENDS] } },
      { projection: { _id: 1 } },
    )
    .toArray();
  // Somebody may have it tried anew at the same time.
  for (const { _id } of ended) await database.transaction((session) => settleOne(rows, _id, now, session));
};

const settleOne = async (
  rows: Collection<ChannelDeliveryRow>,
  id: string,
  now: Date,
  session: Session,
): Promise<void> => {
  const digest = await rows.findOne({ _id: id, state: { $in: [...ENDS] } }, { session });
  if (digest === null) return;
  const { endpoint, state, cause, sentAt, endedAt, attempts, mayHaveArrived } = digest;
  const unknown = attempts > 0 || mayHaveArrived === true ? { mayHaveArrived: true as const } : {};
  await rows.updateMany(
    { ...WAITS, endpoint, 'gathering.digest': id } as Filter<ChannelDeliveryRow>,
    { $set: { state, cause, sentAt, endedAt: endedAt ?? now, ...unknown } },
    { session },
  );
};
