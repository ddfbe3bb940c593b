// What every resolver gets of its request: who asks, through which hub, and what is shared within the request.

import type { Actor } from '../domain/member.ts';
import type { ProblemCode } from '../domain/problem-codes/catalogue.ts';
import type { Hub } from '../hub.ts';
import type { Receipts } from '../service/delivery/mark-received.ts';
import type { Item } from '../service/item/item.ts';
import type { Broker } from '../service/live/broker.ts';
import type { Loaders } from './loaders.ts';

export type Observer = { published(): void; refused(code: ProblemCode): void };

export type RequestContext = {
  readonly hub: Hub;
  readonly broker: Broker;
  readonly receipts: Receipts;
  readonly observe: Observer;
  readonly actor: Actor;
  readonly requestId: string;
  readonly idempotencyKey: string | undefined;
  /** Where an SSE reader stopped, by its own word; newer than any `after` in its query. */
  readonly lastEventId: string | null;
  /** Aborted when the reader is gone. */
  readonly signal: AbortSignal;
  readonly loaders: Loaders;
  /** The rows of the page of the feed that was read last, for who makes their texts. */
  shown: readonly Item[];
};
