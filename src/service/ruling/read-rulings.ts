// What reviewers decided about an entity: which others are the same, and which are distinct. A ruling is about names (or
// ids, where both have one name), and holds for the assertions that its reviewer could read, for everybody who may read
// them. It says nothing of any other assertion, whatever names that has.
import type { Partition } from '../../domain/exercise/partition.ts';
import type { Hub } from '../../hub.ts';
import type { EntityPairRow } from '../../store/entity/entity-pairs.ts';
import type { Content } from '../../store/warnings.ts';
import { otherSide, partitionOf } from './pair-of-entities.ts';

/** An assertion of an object: which object, which entity it describes, and whose it is. */
export type AssertedObject = {
  readonly stixId: string;
  readonly entity: string | null;
  /** `assertionKey` of it. */
  readonly key: string;
};

export type Verdict = 'ACCEPTED' | 'APART';

export type Rulings = {
  /** Names whose bearers may be the same by some ruling; each has to be asked about. */
  readonly names: readonly string[];
  /** What holds for two assertions; undefined when no ruling covers both. */
  verdictOn(one: AssertedObject, other: AssertedObject): Verdict | undefined;
};

export const NO_RULINGS: Rulings = { names: [], verdictOn: () => undefined };

/** Whose assertion it is does not depend on who reads it: an unnamed publisher is represented by its warning. */
export const assertionKey = (
  stixId: string,
  { warning, content: { access } }: { readonly warning: string; readonly content: Pick<Content, 'access'> },
): string => `${stixId} ${access.unnamed === undefined ? access.publisher : warning}`;

export const rulingsAmong = (rows: readonly EntityPairRow[], sides: readonly string[]): Rulings => {
  const ruled = rows.map((row) => ({
    row,
    covered: row.assertions === undefined ? null : new Set(row.assertions),
  }));
  return {
    names: rows
      .filter(({ state }) => state === 'ACCEPTED')
      .map((row) => otherSide(row, sides.find((side) => row.sides.includes(side)) ?? '')),
    verdictOn: (one, other) => {
      const found = ruled.find(
        ({ row, covered }) =>
          isAbout(row, one, other) && (covered === null || (covered.has(one.key) && covered.has(other.key))),
      );
      return found?.row.state as Verdict | undefined;
    },
  };
};

const isAbout = ({ sides: [a, b] }: EntityPairRow, one: AssertedObject, other: AssertedObject): boolean =>
  (has(one, a) && has(other, b)) || (has(one, b) && has(other, a));

const has = ({ stixId, entity }: AssertedObject, side: string): boolean => side === stixId || side === entity;

/** The rulings on pairs that include one of these sides: an entity's key or an object's id. */
export const readRulings = async (
  hub: Pick<Hub, 'entityPairs'>,
  sides: readonly string[],
  exercise: Partition,
  about?: readonly string[],
): Promise<Rulings> =>
  rulingsAmong(await hub.entityPairs.ruledOn(sides, partitionOf(exercise), about), sides);
