// Which rows of a played world are one entity by name, computed naively and independently of the hub: names and aliases
// as texts, and the reviewers' rulings on them.
import type { Row } from './played-world.ts';

export const nameOf = ({ object }: Row): string => String(object['name']);

/** Its aliases, without its own name. */
export const aliasesOf = (row: Row): string[] =>
  ((row.object['aliases'] ?? []) as string[]).filter((alias) => alias !== nameOf(row));

/** A reviewer's ruling on two names, or on two ids where the name is one; it holds for the rows that the reviewer read. */
export type Ruling = {
  readonly sides: readonly [string, string];
  readonly exercise: string | null;
  readonly isOne: boolean;
  readonly read: (row: Row) => boolean;
};

/** Whether the second asserts the same entity as the first. */
export const isOne = (
  row: Row,
  other: Row,
  rulings: readonly Ruling[] = [],
  exercise: string | null = null,
): boolean => {
  const sides = nameOf(row) === nameOf(other) ? [row.id, other.id] : [nameOf(row), nameOf(other)];
  const ruled = rulings.find(
    (each) =>
      each.exercise === exercise &&
      each.sides.every((side) => sides.includes(side)) &&
      each.read(row) &&
      each.read(other),
  );
  if (row.object.type !== other.object.type) return false;
  if (ruled !== undefined) return ruled.isOne;
  if (row.thing !== null && row.thing === other.thing) return true;
  if (row.object.type !== 'tool') return false;
  return aliasesOf(row).includes(nameOf(other)) || aliasesOf(other).includes(nameOf(row));
};
