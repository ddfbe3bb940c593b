// Finds entities that share an alias but not a name, and proposes them to a reviewer. They are never joined by rule:
// of pairs that share aliases in vendors' data barely half are the same (docs/decisions/0011).
import type { Partition } from '../../domain/exercise/partition.ts';
import type { Hub } from '../../hub.ts';
import { type AliasUse, limitedTo } from '../../store/entity/aliases.ts';
import type { EntityPairRow, Sides } from '../../store/entity/entity-pairs.ts';
import { newEntry } from '../record/append-entry.ts';
import { pairIdOf, partitionOf, sidesOf } from '../ruling/pair-of-entities.ts';

export type ProposingDeps = Pick<Hub, 'entityPairs' | 'entries' | 'database' | 'clock' | 'entropy'>;

/** Limit per entity and source of the others; a reviewer with more proposals would answer none. */
const MAX_PAIRS = 20;
const BATCH = 500;

/** `exercise` is that of the warning that uses these names: null for real traffic. */
export const proposeEntities = async (
  hub: ProposingDeps,
  exercise: Partition,
  uses: readonly AliasUse[],
): Promise<void> => {
  if (uses.length === 0) return;
  const holders = await hub.entityPairs.noteAliases(partitionOf(exercise), uses);
  const others = new Map<string, Set<string>>();
  const pairs = new Map<string, Sides>();
  for (const { alias, thing: entity } of uses) {
    const holding = holders.get(alias) ?? [];
    // Only the first holders of a common alias are proposed, since such an alias says nothing.
    if (!holding.some(({ thing }) => thing === entity)) continue;
    for (const { thing: other, by } of holding) {
      const known = others.get(`${entity} ${by}`) ?? new Set();
      if (other === entity || known.size >= limitedTo(MAX_PAIRS, by)) continue;
      others.set(`${entity} ${by}`, known.add(other));
      const sides = sidesOf(entity, other);
      pairs.set(pairIdOf(sides, partitionOf(exercise)), sides);
    }
  }
  const ids = [...pairs.keys()].sort();
  for (let from = 0; from < ids.length; from += BATCH)
    await keepNew(hub, ids.slice(from, from + BATCH), pairs, exercise);
};

/** Known pairs stay unchanged, so that what a reviewer decided is not proposed again. */
const keepNew = async (
  hub: ProposingDeps,
  ids: readonly string[],
  pairs: ReadonlyMap<string, Sides>,
  exercise: string | null,
): Promise<void> => {
  const wanted = await hub.entityPairs.unknown(ids);
  if (wanted.length === 0) return;
  const at = hub.clock.now();
  await hub.database.transaction(async (session) => {
    // Checked again within the transaction: if another job proposes the same pair concurrently, its write is either
    // seen here or makes this transaction retry.
    const fresh = await hub.entityPairs.unknown(wanted, session);
    if (fresh.length === 0) return;
    const rows = fresh.flatMap((_id): EntityPairRow[] => {
      const sides = pairs.get(_id);
      return sides === undefined
        ? []
        : [{ _id, sides, exercise: partitionOf(exercise), state: 'PROPOSED', at }];
    });
    await hub.entityPairs.insert(rows, session);
    // One entry for all: each entry is numbered and queued, and a bundle of malware may propose thousands of pairs.
    const entry = newEntry(hub, { event: 'duplicate.proposed', subject: { pairs: fresh }, exercise });
    await hub.entries.append([entry], session);
  });
};
