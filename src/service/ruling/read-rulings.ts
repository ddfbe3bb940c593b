// What reviewers said of a named thing: with which others it is one, and from which it is apart. It is about names (or ids,
// where the name is one), and holds for everybody; which tellings it joins is decided for each reader.
import type { Hub } from '../../hub.ts';
import { otherSide, partitionOf } from './pair-of-entities.ts';

export type Rulings = { readonly joined: readonly string[]; readonly distinct: ReadonlySet<string> };

export const NO_RULINGS: Rulings = { joined: [], distinct: new Set() };

/** Of pairs that have one of these sides: the key of a thing, or the id of an object. */
export const readRulings = async (
  hub: Pick<Hub, 'entityPairs'>,
  sides: readonly string[],
  exercise: string | null,
): Promise<Rulings> => {
  const rows = await hub.entityPairs.ruledOn(sides, partitionOf(exercise));
  const others = (state: string): string[] =>
    rows
      .filter((row) => row.state === state)
      .map((row) => otherSide(row, sides.find((side) => row.sides.includes(side)) ?? ''));
  return { joined: others('ACCEPTED'), distinct: new Set(others('APART')) };
};
