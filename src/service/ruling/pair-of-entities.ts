// Identifies a pair of entities: the id is derived from both sides, in either order.
import type { Partition } from '../../domain/exercise/partition.ts';
import { identifierFor } from '../../exchange/identifier-for.ts';
import type { Sides } from '../../store/entity/entity-pairs.ts';
import { REAL } from '../../store/feed.ts';

export const sidesOf = (one: string, other: string): Sides => (one < other ? [one, other] : [other, one]);

export const pairIdOf = (sides: Sides, exercise: string): string =>
  identifierFor('object-duplicate', JSON.stringify([...sides, exercise]));

/** The partition, as stored with a pair or an alias. */
export const partitionOf = (exercise: Partition): string => exercise ?? REAL;

export const otherSide = ({ sides }: { readonly sides: Sides }, side: string): string =>
  sides[0] === side ? sides[1] : sides[0];
