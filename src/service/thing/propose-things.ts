// Finds things that share an alias and not a name: a reviewer is asked whether they are one. Never joined by rule: of
// pairs that share aliases in what vendors publish hardly half are one (docs/decisions/0011).
import type { Hub } from '../../hub.ts';
import { REAL } from '../../store/feed.ts';
import type { AliasUse } from '../../store/thing/aliases.ts';
import type { Sides, ThingPairRow } from '../../store/thing/thing-pairs.ts';
import type { Content } from '../../store/warnings.ts';
import { newEntry } from '../record/append-entry.ts';
import { pairIdOf, partitionOf, sidesOf } from '../ruling/pair-of-things.ts';

export type ProposingRoom = Pick<
  Hub,
  'thingPairs' | 'warnings' | 'entries' | 'database' | 'clock' | 'entropy'
>;

/** Of one thing; a reviewer asked of more would answer none. */
const MAX_PAIRS = 20;
const BATCH = 500;

export const proposeThings = async (
  hub: ProposingRoom,
  warning: string,
  uses: readonly AliasUse[],
): Promise<void> => {
  if (uses.length === 0) return;
  const holders = await hub.thingPairs.noteAliases(uses);
  const others = new Map<string, Set<string>>();
  for (const { alias, thing } of uses) {
    const known = others.get(thing) ?? new Set();
    const holding = holders.get(alias) ?? [];
    // One that came after the first of many is not asked about, for the alias tells nothing.
    for (const other of holding.includes(thing) ? holding : [])
      if (other !== thing && known.size < MAX_PAIRS) known.add(other);
    if (known.size > 0) others.set(thing, known);
  }
  if (others.size === 0) return;
  const head = await hub.warnings.head(warning);
  if (head === null) return;
  const { exercise } = (JSON.parse(head.content) as Content).envelope;
  const pairs = new Map<string, Sides>();
  for (const [thing, each] of others)
    for (const other of each) {
      const sides = sidesOf(thing, other);
      pairs.set(pairIdOf(sides, partitionOf(exercise)), sides);
    }
  await keepNew(hub, pairs, partitionOf(exercise));
};

/** Those that are known stay as they are: what a reviewer has said is not asked again. */
const keepNew = async (
  hub: ProposingRoom,
  pairs: ReadonlyMap<string, Sides>,
  exercise: string,
): Promise<void> => {
  const ids = [...pairs.keys()].sort();
  for (let from = 0; from < ids.length; from += BATCH) {
    const fresh = await hub.thingPairs.unknown(ids.slice(from, from + BATCH));
    if (fresh.length === 0) continue;
    const at = hub.clock.now();
    const rows = fresh.flatMap((_id): ThingPairRow[] => {
      const sides = pairs.get(_id);
      return sides === undefined ? [] : [{ _id, sides, exercise, state: 'PROPOSED', at }];
    });
    await hub.database.transaction(async (session) => {
      await hub.thingPairs.insert(rows, session);
      // One entry for all: each is numbered and handed on, and a bundle of malware may propose thousands.
      const entry = newEntry(hub, {
        event: 'duplicate.proposed',
        subject: { pairs: fresh },
        exercise: exercise === REAL ? null : exercise,
      });
      await hub.entries.append([entry], session);
    });
  }
};
