// Subscriptions of persons and of members' endpoints. One that has ended is kept for a month, so that its owner sees that it did.
import {
  CADENCES,
  SUBSCRIPTION_STATES,
  type Subscription,
  type SubscriptionState,
} from '../../domain/subscription/subscription.ts';
import { any, count, declareCollection, instant, maybe, oneOf, text } from '../collection/declare.ts';
import type { Collection, Database, Session } from '../connect.ts';

export type SubscriptionRow = Omit<Subscription, 'id'> & { _id: string };

const KEPT_SECONDS = 30 * 24 * 3_600;

export const SUBSCRIPTIONS = declareCollection<SubscriptionRow>({
  stored: 'subscriptions',
  about: 'What persons and members want to be told of, at which endpoint, and when.',
  access: 'ADMINISTERED',
  isValidated: true,
  kept: 'until 30 days after its end',
  fields: {
    _id: text('Id of the subscription.'),
    member: text('Id of the member.'),
    person: maybe(
      text('Id of the person whose it is; null for one of the member.', { personal: 'names a person' }),
    ),
    endpoint: text('Id of the endpoint where it is told.'),
    name: text('What its owner calls it.', { personal: 'free text of a person' }),
    filter: any('Which items it asks for; every part that is given must hold.', {
      personal: 'words that a person asks for',
    }),
    cadence: oneOf(CADENCES, 'How often it is told.'),
    hour: count('Local hour of its digests, 0 to 23.'),
    weekday: count('Day of a weekly digest: 1 is Monday.'),
    timeZone: text('IANA time zone of hours and days.', { personal: 'of a person' }),
    mostPerHour: count('Single messages within an hour by the clock; the rest is gathered.'),
    quietHours: maybe(
      any('From and until when it is quiet, as local times of day.', { personal: 'of a person' }),
    ),
    state: oneOf(SUBSCRIPTION_STATES, 'Whether it tells, and what.'),
    pausedSince: maybe(instant('Since when it is paused.')),
    pausedUntil: maybe(instant('Until when; null until somebody resumes it.')),
    expiresAt: maybe(instant('When it expires.')),
    createdAt: instant('When it was made.'),
    endedAt: maybe(instant('When it was ended.')),
  },
  indexes: [
    { key: { endpoint: 1 } },
    { key: { member: 1, createdAt: 1 } },
    { key: { endedAt: 1 }, expireAfterSeconds: KEPT_SECONDS },
  ],
});

export type Subscriptions = {
  readonly rows: Collection<SubscriptionRow>;
  byId(id: string, session?: Session): Promise<Subscription | null>;
  byIds(ids: readonly string[], session?: Session): Promise<Subscription[]>;
  /** Of these endpoints, ended ones too, the oldest first. */
  atEndpoints(endpoints: readonly string[], session?: Session): Promise<Subscription[]>;
  /** Of a member and all its persons, the oldest first. */
  ofMember(member: string, session?: Session): Promise<Subscription[]>;
  save(subscription: Subscription, session: Session): Promise<void>;
  removeOf(person: string, session: Session): Promise<void>;
  /** False where it was not in one of the states any more. */
  move(
    id: string,
    to: SubscriptionState,
    of: { readonly from: readonly SubscriptionState[]; readonly at: Date },
    session: Session,
  ): Promise<boolean>;
};

const MOST = 5_000;

const subscriptionOf = ({ _id, ...facts }: SubscriptionRow): Subscription => ({ id: _id, ...facts });

export const openSubscriptions = (database: Database): Subscriptions => {
  const model = database.model(SUBSCRIPTIONS);
  const rows = database.collection(SUBSCRIPTIONS);
  const within = (session?: Session) => (session === undefined ? {} : { session });
  const many = async (filter: object, session?: Session): Promise<Subscription[]> =>
    (await rows.find(filter, within(session)).sort({ createdAt: 1, _id: 1 }).limit(MOST).toArray()).map(
      subscriptionOf,
    );
  return {
    rows,
    byId: async (id, session) => (await many({ _id: id }, session))[0] ?? null,
    byIds: (ids, session) => many({ _id: { $in: [...ids] } }, session),
    atEndpoints: (endpoints, session) => many({ endpoint: { $in: [...endpoints] } }, session),
    ofMember: (member, session) => many({ member }, session),
    save: async ({ id, ...facts }, session) => {
      await model.replaceOne(
        { _id: id },
        { _id: id, ...facts },
        { upsert: true, runValidators: true, session },
      );
    },
    removeOf: async (person, session) => {
      await rows.deleteMany({ person }, { session });
    },
    move: async (id, to, { from, at }, session) => {
      const ended = to === 'ENDED' ? { endedAt: at } : {};
      const { modifiedCount } = await rows.updateOne(
        { _id: id, state: { $in: [...from] } },
        { $set: { state: to, ...ended } },
        { session },
      );
      return modifiedCount === 1;
    },
  };
};
