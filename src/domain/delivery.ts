// A delivery: one version of one warning, to one member, by one channel. Its id never changes (I15). What goes to an endpoint
// of a member, such as a webhook, is a delivery of its own (channel/channel-delivery.ts).
import { createHash, createHmac } from 'node:crypto';
import type { AcknowledgementAnswer } from './answer/answers.ts';
import type { Asking, Reminder } from './answer/asking.ts';
import type { Site } from './answer/site.ts';
import type { Reason } from './reason.ts';

export { ACKNOWLEDGEMENTS, type AcknowledgementAnswer } from './answer/answers.ts';

export const DELIVERY_STATES = ['PENDING', 'SENT', 'RECEIVED', 'ACKNOWLEDGED', 'FAILED', 'WITHHELD'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

export const CHANNELS = ['FEED', 'MAIL', 'WEBHOOK'] as const;
export type Channel = (typeof CHANNELS)[number];

/** One answer of a member to one version. `by` is the person, as <member slug>/<name>; null for a key of no person. */
export type GivenAnswer = {
  readonly answer: AcknowledgementAnswer;
  readonly note: string | null;
  readonly by: string | null;
  readonly at: Date;
  /** The site that it is for; absent for the whole member. */
  readonly site?: Site;
};

/** The answers to one version that are kept, the newest. */
export const MOST_ANSWERS = 50;

export type Delivery = {
  readonly id: string;
  readonly warning: string;
  readonly version: number;
  readonly member: string;
  readonly channel: Channel;
  readonly state: DeliveryState;
  readonly reason: Reason;
  readonly at: Date;
  readonly sentAt: Date | null;
  readonly receivedAt: Date | null;
  readonly acknowledgedAt: Date | null;
  readonly answer: AcknowledgementAnswer | null;
  readonly note: string | null;
  readonly acknowledgedBy: string | null;
  readonly failure: string | null;
  /**
   * Set where a publisher sees that an organisation answered without its name: its number within the warning, from 1. Nothing
   * else in the delivery that names the member may leave.
   */
  readonly organisation?: number;
  /** Every answer to this version, oldest first; absent where none was given since answers are kept. */
  readonly answers?: readonly GivenAnswer[];
  /** What it asks of its member; absent where it asks nothing. */
  readonly asking?: Asking;
  /** Whether what it asks is open. */
  readonly isOpen?: boolean;
  /** Whether its member has answered what it asks, or it where it asks nothing. */
  readonly isAnswered?: boolean;
  /** How its member was reminded, oldest first. */
  readonly reminders?: readonly Reminder[];
};

type Answered = Pick<Delivery, 'answer' | 'note' | 'acknowledgedBy' | 'acknowledgedAt' | 'answers'>;

/** Every answer to the version, oldest first. A hub of the release before keeps the last one alone, beside the list. */
export const answersIn = ({
  answer,
  note,
  acknowledgedBy: by,
  acknowledgedAt: at,
  answers = [],
}: Answered): GivenAnswer[] =>
  answer === null || at === null || answers.at(-1)?.at.getTime() === at.getTime()
    ? [...answers]
    : [...answers, { answer, note, by, at }];

/** The same warning version, member and channel always give the same id, however often work is retried or replayed. */
export const deliveryId = (warning: string, version: number, member: string, channel: Channel): string =>
  deliveryIdOf([warning, version, member, channel]);

/** The id of a delivery that is known by these parts, none of which holds a line break. */
export const deliveryIdOf = (parts: readonly (string | number)[]): string =>
  `delivery--${uuidOf(createHash('sha256').update(parts.join('\n')).digest())}`;

/** The id by which a publisher sees a delivery that was answered without a name: nobody can compute it from a member. */
export const namelessId = (key: Buffer, id: string): string =>
  `delivery--${uuidOf(createHmac('sha256', key).update(id).digest())}`;

const uuidOf = (digest: Buffer): string => {
  const bytes = digest.subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
};
