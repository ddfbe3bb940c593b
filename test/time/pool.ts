// Ids of one kind that a reader may not see, and ids of nothing, for the oracles of time.
import { newIdentifier } from 'stix2-ts/identifier';

export type Kind =
  | 'warning'
  | 'practice'
  | 'object'
  | 'delivery'
  | 'pair'
  | 'exercise'
  | 'member'
  | 'memberSlug'
  | 'community'
  | 'communitySlug'
  | 'act'
  | 'hold'
  | 'person'
  | 'key'
  | 'proposal'
  | 'application'
  | 'case'
  | 'channelDelivery'
  | 'endpoint'
  | 'job'
  | 'subscription'
  | 'draft';
/** Ids of one kind, by why the reader does not see them. */
export type Pool = Readonly<Record<'absent' | 'hidden' | 'forbidden', readonly string[]>>;

/** Ids of each sort; a measurement goes round among them. */
export const POOL = 8;

export const times = <Value>(count: number, make: (index: number) => Value): Value[] =>
  Array.from({ length: count }, (_, index) => make(index));

export const idsOf = (objects: readonly { readonly id: string }[]): string[] => objects.map(({ id }) => id);

export const madeUp = (type: string): string[] => times(POOL, () => newIdentifier(type));
