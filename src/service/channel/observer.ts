// What the parts that send, gather and take bounces report of their work, for metrics.
import type { ChannelDeliveryState } from '../../domain/channel/channel-delivery.ts';
import type { EndpointChannel } from '../../domain/channel/endpoint.ts';
import type { ProblemCode } from '../../domain/problem-codes/catalogue.ts';
import type { ReportKind } from '../../exchange/mail/bounce.ts';

export type ChannelObserver = {
  /** What came of an attempt, or of the look before it. */
  delivery(of: {
    readonly channel: EndpointChannel;
    readonly state: ChannelDeliveryState;
    readonly cause: ProblemCode | null;
  }): void;
  /** Digests that were made. */
  digests(count: number): void;
  /** A mail that came to the mailbox of bounces; DOUBTED may be forged, UNKNOWN is of no mail of this hub. */
  bounce(kind: ReportKind | 'DOUBTED' | 'UNKNOWN'): void;
};

export const UNOBSERVED_CHANNELS: ChannelObserver = {
  delivery: () => undefined,
  digests: () => undefined,
  bounce: () => undefined,
};
