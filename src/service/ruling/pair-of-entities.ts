// What a pair of named things is called here: its id follows from both sides, whoever comes first.
import { identifierFor } from '../../exchange/identifier-for.ts';
import type { Sides } from '../../store/entity/entity-pairs.ts';
import { REAL } from '../../store/feed.ts';

export const sidesOf = (one: string, other: string): Sides => (one < other ? [one, other] : [other, one]);

export const pairIdOf = (sides: Sides, exercise: string): string =>
  identifierFor('object-duplicate', JSON.stringify([...sides, exercise]));

/** As pairs keep it. */
export const partitionOf = (exercise: string | null): string => exercise ?? REAL;

export const otherSide = ({ sides }: { readonly sides: Sides }, side: string): string =>
  sides[0] === side ? sides[1] : sides[0];
