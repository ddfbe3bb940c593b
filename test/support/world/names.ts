// Which rows of a played world are one thing by what they are called, said naively and apart from the hub: names and
// aliases as texts, and what reviewers said of them.
import type { Row } from './played-world.ts';

export const nameOf = ({ object }: Row): string => String(object['name']);

/** What it is also called, its own name left out. */
export const aliasesOf = (row: Row): string[] =>
  ((row.object['aliases'] ?? []) as string[]).filter((alias) => alias !== nameOf(row));

/** A reviewer's word on two names, or on two ids where the name is one. */
export type Ruling = {
  readonly sides: readonly [string, string];
  readonly exercise: string | null;
  readonly isOne: boolean;
};

/** Whether the second is a telling of what the first tells of. */
export const isOne = (
  row: Row,
  other: Row,
  rulings: readonly Ruling[] = [],
  exercise: string | null = null,
): boolean => {
  const sides = nameOf(row) === nameOf(other) ? [row.id, other.id] : [nameOf(row), nameOf(other)];
  const ruled = rulings.find(
    (each) => each.exercise === exercise && each.sides.every((side) => sides.includes(side)),
  );
  if (row.object.type !== other.object.type) return false;
  if (ruled !== undefined) return ruled.isOne;
  if (row.thing !== null && row.thing === other.thing) return true;
  if (row.object.type !== 'tool') return false;
  return aliasesOf(row).includes(nameOf(other)) || aliasesOf(other).includes(nameOf(row));
};
