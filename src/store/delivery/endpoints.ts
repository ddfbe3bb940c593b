// The endpoints of members and their persons. People's acts write them; the worker notes beside what came of deliveries.
import type { Health } from '../../domain/channel/attempt.ts';
import {
  DISABLED_CAUSES,
  type DisabledCause,
  ENDPOINT_CHANNELS,
  ENDPOINT_FORMS,
  ENDPOINT_STATES,
  type Endpoint,
  type EndpointState,
} from '../../domain/channel/endpoint.ts';
import { TLP_LEVELS } from '../../domain/marking.ts';
import { count, declareCollection, instant, maybe, oneOf, text, truth } from '../collection/declare.ts';
import type { Database, Session } from '../connect.ts';
import { oneOfTexts, theText } from '../driver/of-partial-index.ts';

export type EndpointRow = Omit<Endpoint, 'id'> & { _id: string };

export const ENDPOINTS = declareCollection<EndpointRow>({
  stored: 'endpoints',
  about: 'Where members and their persons are reached outside the hub: mail addresses and webhooks.',
  access: 'ADMINISTERED',
  isValidated: true,
  kept: 'until it is removed; then its id, owner and state, without its address',
  fields: {
    _id: text('Id of the endpoint.'),
    member: text('Id of the member.'),
    person: maybe(
      text('Id of the person whose own it is; null for the member’s.', { personal: 'names a person' }),
    ),
    channel: oneOf(ENDPOINT_CHANNELS, 'The channel.'),
    address: text('An https or a mail address.', { personal: 'may be the mail address of a person' }),
    label: text('What its owner calls it.', { personal: 'free text of a person' }),
    form: oneOf(ENDPOINT_FORMS, 'Whether it gets content.'),
    ceiling: oneOf(TLP_LEVELS, 'Nothing that is marked higher goes there in full.'),
    state: oneOf(ENDPOINT_STATES, 'Whether it gets anything.'),
    cause: maybe(oneOf(DISABLED_CAUSES, 'Why the hub disabled it.')),
    certificate: maybe(text('The certificate for S/MIME.', { personal: 'names a person' })),
    createdAt: instant('When it was made.'),
    createdBy: maybe(text('Id of the person who made it.', { personal: 'names a person' })),
    verifiedAt: maybe(instant('When its owner last proved that it is theirs.')),
    lastDeliveredAt: maybe(instant('When it last took something.')),
    returnedAt: maybe(instant('When mail to it, sent since it was proved, last came back.')),
    failures: count('Attempts that failed in a row.'),
    failingSince: maybe(instant('When the first of them failed.')),
    restsUntil: maybe(instant('Nothing is tried before.')),
    asksUntil: maybe(instant('Until when its receiver asked to be left alone.')),
    failedAt: maybe(instant('When the last attempt failed.')),
    failingDays: maybe(count('On how many days any failed since the last success.')),
    hasSubscribed: maybe(truth('Whether anybody ever subscribed there.')),
    ownPlace: maybe(
      text('Digest of its owner and address: an owner has an address once; none once it is removed.'),
    ),
  },
  indexes: [
    { key: { member: 1, state: 1 } },
    { key: { person: 1 }, partialFilterExpression: { person: { $type: 'string' } } },
    { key: { ownPlace: 1 }, unique: true, partialFilterExpression: { ownPlace: { $type: 'string' } } },
  ],
});

/** What the worker learns of an endpoint. */
export type EndpointHealth = Health & {
  /** Set when something was delivered. */
  readonly lastDeliveredAt?: Date;
};

/** An endpoint as it was read; what is newer in the row than that was learnt by another worker, or by its owner's proof. */
export type SeenEndpoint = Pick<Endpoint, 'id' | 'verifiedAt' | 'lastDeliveredAt'>;

export type Endpoints = {
  byId(id: string, session?: Session): Promise<Endpoint | null>;
  byIds(ids: readonly string[]): Promise<Endpoint[]>;
  /** Those of the members, in one of the states. */
  ofMembers(members: readonly string[], states: readonly EndpointState[]): Promise<Endpoint[]>;
  /** Those that are not removed, the oldest first. */
  listed(member: string, session?: Session): Promise<Endpoint[]>;
  ofPerson(person: string, session?: Session): Promise<Endpoint[]>;
  /** Ids of all that these persons (ids) have or had. */
  idsOf(persons: readonly string[]): Promise<string[]>;
  save(endpoint: Endpoint, session: Session): Promise<void>;
  /** In their order. That something failed is noted only where nothing arrived, and nobody proved it, since it was read. */
  noteHealth(
    notes: readonly { readonly health: EndpointHealth; readonly seen: SeenEndpoint }[],
  ): Promise<void>;
  noteSubscribed(id: string, session: Session): Promise<void>;
  /** That mail came back at `at`; not where it was sent before the last proof. */
  noteReturned(id: string, of: { readonly sentAt: Date; readonly at: Date }): Promise<void>;
  /** False where it was not active any more, or with `seen` where it was proved, or something arrived, since then. */
  disable(id: string, cause: DisabledCause, session: Session, seen?: SeenEndpoint): Promise<boolean>;
};

const unchangedSince = ({ id, verifiedAt, lastDeliveredAt }: SeenEndpoint) => ({
  _id: id,
  verifiedAt,
  lastDeliveredAt,
});

const endpointOf = ({ _id, ...facts }: EndpointRow): Endpoint => ({ id: _id, ...facts });

/** Of a member with its persons, of all its persons, and of each of them. */
export const MOST_ENDPOINTS = 200;
export const MOST_OF_PERSONS = 150;
export const MOST_OF_PERSON = 10;

export const openEndpoints = (database: Database): Endpoints => {
  const endpoints = database.model(ENDPOINTS);
  const rows = database.collection(ENDPOINTS);
  const within = (session?: Session) => (session === undefined ? {} : { session });
  const many = async (filter: object, session?: Session): Promise<Endpoint[]> =>
    (await rows.find(filter, within(session)).sort({ createdAt: 1, _id: 1 }).toArray()).map(endpointOf);
  return {
    byId: async (id, session) => {
      const row = await rows.findOne({ _id: id }, within(session));
      return row === null ? null : endpointOf(row);
    },
    byIds: (ids) => many({ _id: { $in: [...ids] } }),
    ofMembers: (members, states) => many({ member: { $in: [...members] }, state: { $in: [...states] } }),
    listed: (member, session) => many({ member, state: { $ne: 'REMOVED' } }, session),
    ofPerson: (person, session) => many({ person: theText(person), state: { $ne: 'REMOVED' } }, session),
    idsOf: async (persons) =>
      persons.length === 0
        ? []
        : (await rows.find({ person: oneOfTexts(persons) }, { projection: { _id: 1 } }).toArray()).map(
            ({ _id }) => _id,
          ),
    save: async ({ id, ...facts }, session) => {
      await endpoints.replaceOne(
        { _id: id },
        { _id: id, ...facts },
        { upsert: true, runValidators: true, session },
      );
    },
    noteHealth: async (notes) => {
      if (notes.length === 0) return;
      await rows.bulkWrite(
        notes.map(({ health, seen }) => ({
          updateOne: {
            filter: health.lastDeliveredAt === undefined ? unchangedSince(seen) : { _id: seen.id },
            update: { $set: health },
          },
        })),
      );
    },
    noteSubscribed: async (_id, session) => {
      await rows.updateOne({ _id }, { $set: { hasSubscribed: true } }, { session });
    },
    noteReturned: async (_id, { sentAt, at }) => {
      await rows.updateOne({ _id, verifiedAt: { $not: { $gte: sentAt } } }, { $max: { returnedAt: at } });
    },
    disable: async (id, cause, session, seen) => {
      const { modifiedCount } = await rows.updateOne(
        {
          ...(seen === undefined ? { _id: id } : unchangedSince(seen)),
          state: { $in: ['ACTIVE', 'PAUSED'] },
        },
        { $set: { state: 'DISABLED', cause } },
        { session },
      );
      return modifiedCount === 1;
    },
  };
};
