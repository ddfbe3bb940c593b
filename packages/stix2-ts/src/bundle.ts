// Bundles (STIX 2.1 §8). A bundle only transports objects and has no meaning of its own, so each one gets a new id.
import { newIdentifier } from './identifier.ts';

export type StixBundle<T = unknown> = {
  readonly type: 'bundle';
  readonly id: string;
  readonly objects?: readonly T[];
};

/** A bundle of these objects. STIX forbids empty lists (§2.12), so `objects` is left out when there are none. */
export function bundleOf<T>(objects: readonly T[]): StixBundle<T> {
  const empty = { type: 'bundle' as const, id: newIdentifier('bundle') };
  return objects.length === 0 ? empty : { ...empty, objects };
}
