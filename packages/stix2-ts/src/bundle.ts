// The envelope STIX objects travel in (STIX 2.1 §8): transport only, so its id is always new.
import { newIdentifier } from './identifier.ts';

export type StixBundle<T = unknown> = {
  readonly type: 'bundle';
  readonly id: string;
  readonly objects?: readonly T[];
};

/** A bundle of these objects. An empty list is not STIX (§2.12), so without objects the property is left out. */
export function bundleOf<T>(objects: readonly T[]): StixBundle<T> {
  const access = { type: 'bundle' as const, id: newIdentifier('bundle') };
  return objects.length === 0 ? access : { ...access, objects };
}
