// A delivery to an endpoint: one version of a warning, or one message of the hub, to one endpoint. It has its own attempts and
// its own end, and its id is the same for ever (I15): a repeat after a crash carries it, so that the receiver counts it once.
import { deliveryIdOf } from '../delivery.ts';
import type { DispatchCause } from '../subscription/dispatch.ts';
import type { EndpointChannel } from './endpoint.ts';

/** What it brings. WARNING: a version. The others have a key that tells them apart, such as the period of a digest. */
export const OCCASIONS = ['WARNING', 'DIGEST', 'REMINDER', 'NOTICE', 'CHALLENGE', 'TEST'] as const;
export type Occasion = (typeof OCCASIONS)[number];

/**
 * PENDING: due at `nextAt`. GATHERED: waits for a digest, which sends it. RETRYING: failed, and tried again at `nextAt`. The
 * others are ends: SENT, the endpoint took it; DEAD, given up; WITHHELD, the recipient may not have it by this way; CANCELLED,
 * there is nothing to send any more. Only a retry by somebody begins it anew.
 */
export const CHANNEL_DELIVERY_STATES = [
  'PENDING',
  'GATHERED',
  'RETRYING',
  'SENT',
  'DEAD',
  'WITHHELD',
  'CANCELLED',
] as const;
export type ChannelDeliveryState = (typeof CHANNEL_DELIVERY_STATES)[number];

export const DUE_STATES = ['PENDING', 'RETRYING'] as const satisfies readonly ChannelDeliveryState[];

/** Ids, states and numbers; never content (I11). */
export type DeliveryDetails = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

export type Gathering = {
  readonly subscription: string;
  readonly cause: DispatchCause;
  /** Waits for an hour, and not for a period. */
  readonly isHeld: boolean;
  readonly isSevere: boolean;
  readonly digest: string | null;
  /** Of what waits for one that is paused: the subscriptions that stood at the endpoint when it was decided last (service/digest). */
  readonly standing?: string;
};

export type ChannelDelivery = {
  readonly id: string;
  readonly occasion: Occasion;
  /** Of a version: which. Of other occasions: what they are about; null for nothing. */
  readonly warning: string | null;
  readonly version: number | null;
  /** Id of the member. */
  readonly member: string;
  /** Id of the person whose endpoint it is; null for the member's. */
  readonly person: string | null;
  readonly channel: EndpointChannel;
  readonly endpoint: string;
  readonly exercise: string | null;
  /** Goes before others. */
  readonly isUrgent: boolean;
  readonly state: ChannelDeliveryState;
  readonly at: Date;
  /** When it is due; null once it has ended, and while it is gathered. */
  readonly nextAt: Date | null;
  /** Attempts that were answered, or whose time was over. A rest of the breaker is none. */
  readonly attempts: number;
  /** Code of docs/errors.md: why it failed last, or ended so. */
  readonly cause: string | null;
  readonly sentAt: Date | null;
  readonly endedAt: Date | null;
  /** Set where it was gathered: for which subscription, why, and which digest (its delivery) took it. */
  readonly gathering?: Gathering | null;
  /** Set where it waited for a digest and is sent by itself after all: since when. */
  readonly releasedAt?: Date;
  /** What the occasion needs when it is sent. */
  readonly details: DeliveryDetails | null;
};

type Subject = Pick<ChannelDelivery, 'member' | 'channel' | 'endpoint'>;

/** The id of the delivery of a version to an endpoint. */
export const versionDeliveryId = (
  { member, channel, endpoint }: Subject,
  { warning, version }: { readonly warning: string; readonly version: number },
): string => deliveryIdOf([warning, version, member, channel, endpoint]);

/** The id of a message of another occasion; `key` tells it from others of the occasion. */
export const messageId = (endpoint: string, occasion: Exclude<Occasion, 'WARNING'>, key: string): string =>
  deliveryIdOf([occasion, endpoint, key]);
