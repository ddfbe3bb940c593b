// The row of a delivery to an endpoint.
import {
  CHANNEL_DELIVERY_STATES,
  type ChannelDelivery,
  OCCASIONS,
} from '../../domain/channel/channel-delivery.ts';
import { type DisabledCause, ENDPOINT_CHANNELS } from '../../domain/channel/endpoint.ts';
import { any, count, declareCollection, instant, maybe, oneOf, text, truth } from '../collection/declare.ts';

/** What follows from the end of a delivery beside it: what that end says, and that its endpoint is disabled. */
export type Owed = {
  readonly state: ChannelDelivery['state'];
  readonly disables: DisabledCause | null;
  readonly at: Date;
};

export type ChannelDeliveryRow = Omit<ChannelDelivery, 'id'> & {
  _id: string;
  /** Attempts before somebody had it tried anew; the table of retries begins there. */
  attemptsBefore: number;
  /** Who holds it for an attempt. */
  heldBy: string | null;
  /** Set on what corrects something that was told at the endpoint. */
  goesFirst?: true;
  /** Set with an end of which something follows elsewhere, until that is done: a worker that dies in between leaves it to another. */
  owed?: Owed;
  /** Set where nobody knows that it did not arrive: an attempt was cut short or under way as it ended, or a digest had taken it. */
  mayHaveArrived?: true;
};

/**
 * When the first attempt of what goes first is due: before everything that waits and is as urgent. After it, it waits for its
 * time like the others.
 */
export const AT_FIRST = new Date(1);

/** Whether its first attempt has not been made. */
export const isStillFirst = ({
  goesFirst,
  attempts,
}: Pick<ChannelDeliveryRow, 'goesFirst' | 'attempts'>): boolean => goesFirst === true && attempts === 0;

export const BY_DUE = { isUrgent: -1, nextAt: 1, endpoint: 1 } as const;
/** What has an instant at all; a query says so too, and finds the index. */
export const LONG_AGO = new Date(0);

export const CHANNEL_DELIVERIES = declareCollection<ChannelDeliveryRow>({
  stored: 'channel_deliveries',
  about: 'What goes to endpoints by mail and webhook, when it is due, and what came of it.',
  access: 'NATIVE',
  isValidated: false,
  kept: 'as long as its warning; messages of the hub for thirty days',
  fields: {
    _id: text('Id of the delivery, a function of what it brings and of its endpoint (I15).'),
    occasion: oneOf(OCCASIONS, 'What it brings.'),
    warning: maybe(text('Id of the warning.')),
    version: maybe(count('Its version.')),
    member: text('Id of the member.'),
    person: maybe(text('Id of the person whose endpoint it is.', { personal: 'names a person' })),
    channel: oneOf(ENDPOINT_CHANNELS, 'The channel.'),
    endpoint: text('Id of the endpoint.'),
    exercise: maybe(text('Id of the exercise; null for real traffic.')),
    isUrgent: truth('Goes before others.'),
    state: oneOf(CHANNEL_DELIVERY_STATES, 'How far it has come.'),
    at: instant('When it was made.'),
    nextAt: maybe(instant('When it is due; null once it has ended.')),
    attempts: count('How often it was tried.'),
    attemptsBefore: count('How often before somebody had it tried anew.'),
    cause: maybe(text('Code: why it failed last, or ended so.')),
    sentAt: maybe(instant('When the endpoint took it.')),
    endedAt: maybe(instant('When it ended.')),
    gathering: maybe(any('Of what was gathered: subscription, cause, and the digest that took it.')),
    releasedAt: maybe(
      instant('Since when what waited for a digest is sent by itself; it counts in the limit of that hour.'),
    ),
    details: maybe(any('What the occasion needs when it is sent: ids and numbers (I11).')),
    heldBy: maybe(text('Who holds it for an attempt.')),
    goesFirst: maybe(
      truth('Set on what corrects something that was told there: its first attempt goes before others.'),
    ),
    owed: maybe(
      any('What follows from its end and is not done: why its endpoint is disabled, and since when.'),
    ),
    mayHaveArrived: maybe(truth('Set where it may have arrived although it is not sent.')),
  },
  indexes: [
    { key: BY_DUE, partialFilterExpression: { nextAt: { $gt: LONG_AGO } } },
    { key: { warning: 1, version: 1, member: 1 } },
    { key: { endpoint: 1, at: -1, _id: 1 } },
    { key: { state: 1, endedAt: 1 } },
    { key: { endpoint: 1, releasedAt: 1 }, partialFilterExpression: { releasedAt: { $exists: true } } },
    { key: { 'owed.at': 1, _id: 1 }, partialFilterExpression: { 'owed.at': { $exists: true } } },
    {
      key: { state: 1, 'gathering.subscription': 1, at: 1 },
      partialFilterExpression: { 'gathering.subscription': { $type: 'string' } },
    },
  ],
});
