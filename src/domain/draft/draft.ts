// A form that a person has not finished, kept on the hub so that it is continued on another machine. It is nobody's but its
// writer's: it has no marking that was decided, no audience, and no part in any act.
import type { ItemKind } from '../warning.ts';

export type Draft = {
  readonly id: string;
  /** Id of its writer. */
  readonly person: string;
  /** What the form is for. */
  readonly kind: ItemKind;
  /** The item and its version that the form corrects; null for something new. */
  readonly corrects: { readonly item: string; readonly version: number } | null;
  /** How its writer knows it in the list; null where no key of this hub opens it. */
  readonly label: string | null;
  /** Counts its savings from 1: whoever saves says which one it saw last. */
  readonly version: number;
  readonly savedAt: Date;
  readonly endsAt: Date;
};

export const DRAFT_LIMITS = {
  /** Of one person. */
  count: 20,
  /** Of the content, in UTF-8. */
  bytes: 256 * 1024,
  /** Characters. */
  label: 200,
  /** After it was saved last. */
  days: 30,
} as const;
