// One attempt at a channel: what it gets, and what came of it.
import type { AllowedRange } from '../../../domain/channel/address.ts';
import type { Attempt } from '../../../domain/channel/attempt.ts';
import type { Endpoint } from '../../../domain/channel/endpoint.ts';
import type { Hub } from '../../../hub.ts';
import type { ChannelDeliveryRow } from '../../../store/delivery/channel-deliveries.ts';
import type { EndpointSecretRow } from '../../../store/delivery/endpoint-secrets.ts';
import type { Letter } from '../compose/letter.ts';

export type Carried = {
  readonly delivery: ChannelDeliveryRow;
  readonly endpoint: Endpoint;
  readonly letter: Letter;
};

/** What a turn has read for all of its endpoints. */
export type CarryFacts = {
  /** Of the endpoint, the newest first, as they sign. */
  readonly secrets: readonly EndpointSecretRow[];
  readonly allowed: readonly AllowedRange[];
};

/** One attempt; null where the hub itself broke it off. It never throws for what is wrong at the other end. */
export type Carry = (hub: Hub, carried: Carried, facts: CarryFacts) => Promise<Attempt | null>;
