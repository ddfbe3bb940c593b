// What a message says, before a channel gives it its form. The composer of an occasion makes it at the moment of sending: what
// it says is decided as of now.

import type { Endpoint } from '../../../domain/channel/endpoint.ts';
import type { ProblemCode } from '../../../domain/problem-codes/catalogue.ts';
import type { Hub } from '../../../hub.ts';
import type { ChannelDeliveryRow } from '../../../store/delivery/channel-deliveries.ts';
import type { Turn } from '../send/turn.ts';

export type Letter = {
  /** The type of a webhook, such as `warning.published`. */
  readonly type: string;
  /** What a webhook brings beside type and time. */
  readonly data: Readonly<Record<string, unknown>>;
  readonly subject: string;
  /** The subject of a mail that is encrypted, which anybody on the way reads: it says nothing of what the letter brings. */
  readonly shownSubject: string;
  /** Of a mail, without line breaks at the end. */
  readonly text: string;
  /** Where a person goes on; null for nowhere. */
  readonly link: string | null;
  /** Lets whoever has it act, and is in the text: the log does not keep it. */
  readonly secret?: string;
  /** What mails of one thread share; null for a mail of its own. Mails of versions before `version` are named. */
  readonly thread: { readonly warning: string; readonly version: number } | null;
  /** Where one click ends what is not directly addressed and severe; null where there is nothing to end. */
  readonly unsubscribe: string | null;
  /** Ids of the warnings that a digest lists. */
  readonly brings?: readonly string[];
  /** An answer to a challenge has to hold this. */
  readonly expects?: string;
};

/** What is sent, or how the delivery ends without an attempt. */
export type Composed =
  | { readonly letter: Letter }
  | { readonly end: 'WITHHELD' | 'CANCELLED'; readonly cause: ProblemCode };

/** `turn` reads what several deliveries of a turn need once. */
export type Composer = (
  hub: Hub,
  turn: Turn,
  about: { readonly delivery: ChannelDeliveryRow; readonly endpoint: Endpoint },
) => Promise<Composed>;

export const ended = (end: 'WITHHELD' | 'CANCELLED', cause: ProblemCode): Composed => ({ end, cause });
