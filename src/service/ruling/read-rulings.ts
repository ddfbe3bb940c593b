// What reviewers decided about an entity: which others are the same, and which are distinct. A ruling is about names
// (or ids, where both have one name) and holds for everybody; which assertions it joins is decided for each reader.
import type { Partition } from '../../domain/exercise/partition.ts';
import type { Hub } from '../../hub.ts';
import { otherSide, partitionOf } from './pair-of-entities.ts';

export type Rulings = { readonly joined: readonly string[]; readonly distinct: ReadonlySet<string> };

export const NO_RULINGS: Rulings = { joined: [], distinct: new Set() };

/** The rulings on pairs that include one of these sides: an entity's key or an object's id. */
export const readRulings = async (
  hub: Pick<Hub, 'entityPairs'>,
  sides: readonly string[],
  exercise: Partition,
): Promise<Rulings> => {
  const rows = await hub.entityPairs.ruledOn(sides, partitionOf(exercise));
  const others = (state: string): string[] =>
    rows
      .filter((row) => row.state === state)
      .map((row) => otherSide(row, sides.find((side) => row.sides.includes(side)) ?? ''));
  return { joined: others('ACCEPTED'), distinct: new Set(others('APART')) };
};
