// The context of every resolver: the caller, the hub, and what is shared within the request.

import type { Actor } from '../domain/member.ts';
import type { ProblemCode } from '../domain/problem-codes/catalogue.ts';
import type { Hub } from '../hub.ts';
import type { Openings } from '../service/audit/note-openings.ts';
import type { Receipts } from '../service/delivery/mark-received.ts';
import type { Item } from '../service/item/item.ts';
import type { Broker } from '../service/live/broker.ts';
import type { Loaders } from './loaders.ts';

export type Observer = { published(): void; refused(code: ProblemCode): void };

export type RequestContext = {
  readonly hub: Hub;
  readonly broker: Broker;
  readonly receipts: Receipts;
  readonly openings: Openings;
  readonly observe: Observer;
  /** Reports that what was asked for is absent or hidden; the answer then takes a fixed time (I34). */
  readonly foundNothing: () => void;
  readonly actor: Actor;
  readonly requestId: string;
  readonly idempotencyKey: string | undefined;
  /** The last event an SSE client says it received; overrides `after` in its query, which is older. */
  readonly lastEventId: string | null;
  /** Aborted when the client disconnects. */
  readonly signal: AbortSignal;
  readonly loaders: Loaders;
  /** Rows of the last feed page, for shared-page.ts, which renders them. */
  shown: readonly Item[];
  /** Cursor from which the stream of a subscription can be resumed: where it began, then its last result. */
  resumeAfter: string | null;
};
