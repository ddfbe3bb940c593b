// Which object rows an actor may read: those that the markings allow (decided-rows.ts), without those whose references
// must be withheld from it (reference/check-references.ts).

import type { PartitionToRead } from '../../domain/exercise/partition.ts';
import type { Actor } from '../../domain/member.ts';
import { decidedRows, isCurrent, type RowToRead, type Through } from './decided-rows.ts';
import {
  type CheckingDeps,
  checkReferences,
  isBrought,
  type Withheld,
} from './reference/check-references.ts';

/**
 * Keyed by the row's id in hex; unreadable rows are absent. Only holders within the partition count; of a report or
 * grouping `withheld` says which references its copy lacks.
 */
export const readableRows = async (
  hub: CheckingDeps,
  actor: Actor,
  rows: readonly RowToRead[],
  partition: PartitionToRead,
): Promise<Map<string, Through>> => {
  const decided = await decidedRows(hub, actor, rows, { partition, counts: isCurrent });
  const checked = rows.flatMap((row) => {
    const through = decided.get(row._id.toHexString());
    if (through === undefined) return [];
    return [{ row, isWithin: isBrought(row, through) }];
  });
  return without(decided, await checkReferences(hub, actor, checked));
};

/** `decided` without what the references withhold. */
export const without = (decided: Map<string, Through>, withheld: Withheld): Map<string, Through> => {
  for (const [key, references] of withheld) {
    const through = decided.get(key);
    if (references === null) decided.delete(key);
    else if (through !== undefined) decided.set(key, { ...through, withheld: references });
  }
  return decided;
};
