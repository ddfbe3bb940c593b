// The initial row of a delivery to an endpoint.
import {
  type DeliveryDetails,
  type Gathering,
  messageId,
  type Occasion,
  versionDeliveryId,
} from '../../domain/channel/channel-delivery.ts';
import type { Endpoint } from '../../domain/channel/endpoint.ts';
import { AT_FIRST, type ChannelDeliveryRow } from '../../store/delivery/channel-deliveries.ts';

type To = Pick<Endpoint, 'id' | 'member' | 'person' | 'channel'>;

type Version = {
  readonly warning: string;
  readonly version: number;
  readonly exercise: string | null;
  readonly isUrgent: boolean;
};

const begun = ({ id, member, person, channel }: To, at: Date) => ({
  member,
  person,
  channel,
  endpoint: id,
  at,
  attempts: 0,
  attemptsBefore: 0,
  cause: null,
  sentAt: null,
  endedAt: null,
  heldBy: null,
});

type When = {
  readonly at: Date;
  readonly gathering: Gathering | null;
  /** Whether it is about something that was told there before: its first attempt goes before others. */
  readonly corrects?: boolean;
};

/** Of a version: at once, or gathered for a digest. */
export const newVersionDelivery = (
  to: To,
  { warning, version, exercise, isUrgent }: Version,
  when: When,
): ChannelDeliveryRow => ({
  _id: versionDeliveryId({ member: to.member, channel: to.channel, endpoint: to.id }, { warning, version }),
  ...begun(to, when.at),
  occasion: 'WARNING',
  warning,
  version,
  exercise,
  isUrgent,
  state: when.gathering === null ? 'PENDING' : 'GATHERED',
  nextAt: when.gathering !== null ? null : when.corrects === true ? AT_FIRST : when.at,
  ...(when.corrects === true ? { goesFirst: true as const } : {}),
  gathering: when.gathering,
  details: null,
});

export type NewMessage = {
  readonly occasion: Exclude<Occasion, 'WARNING'>;
  /** Tells it from others of its occasion: the same key is the same message, which goes once. */
  readonly key: string;
  readonly dueAt: Date;
  readonly isUrgent?: boolean;
  readonly about?: { readonly warning: string; readonly version: number; readonly exercise: string | null };
  readonly details?: DeliveryDetails;
};

/** Of another occasion; the composer of the occasion says what is in it, when it is sent. */
export const newMessage = (to: To, message: NewMessage, at: Date): ChannelDeliveryRow => ({
  _id: messageId(to.id, message.occasion, message.key),
  ...begun(to, at),
  occasion: message.occasion,
  warning: message.about?.warning ?? null,
  version: message.about?.version ?? null,
  exercise: message.about?.exercise ?? null,
  isUrgent: message.isUrgent ?? false,
  state: 'PENDING',
  nextAt: message.dueAt,
  details: message.details ?? null,
});
