// What a transport gives the broker for one subscription: how its events are rendered, and where they go.
import type { Actor } from '../../domain/member.ts';
import type { Item } from '../item/item.ts';

/** One subscription's way to its client. */
export type Outlet<Made> = {
  /** Sends an event. False when the client has not taken it yet: nothing more is sent until `whenTaken` calls back. */
  write(made: Made): boolean;
  /** Calls `act` once, when the client has taken what was sent, or is gone. */
  whenTaken(act: () => void): void;
  /** Nothing follows. `error`: why it ended, null where nothing failed. */
  end(error: unknown): void;
};

/** How the events of some subscriptions are rendered: one object for all that ask for the same. */
export type Rendering<Made> = {
  /** Equal for readers who are shown the same of an item; null where each reader is shown its own. */
  alike(item: Item): string | null;
  /** `reader` is any of those who are shown the same. */
  make(item: Item, reader: Actor): Made | Promise<Made>;
  /** Size of what was made, in bytes; null for what is not kept for others. */
  sizeOf(made: Made): number | null;
  /** An item was sent to a reader, or to several of one member with the same rights. */
  sent(item: Item, reader: Actor): void;
};
