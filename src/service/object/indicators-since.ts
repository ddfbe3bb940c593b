// The indicators by which the current version of a warning differs from one that the reader held: what was taken out only as
// the history of each object shows it to this reader, what came only as the warning shows it.
import { isAtMost, strictest } from '../../domain/marking.ts';
import type { Actor } from '../../domain/member.ts';
import type { Hub } from '../../hub.ts';
import type { HeldIndicator } from '../../store/object/indicators.ts';
import { type ObjectRow, textOf } from '../../store/objects.ts';
import type { Item } from '../item/item.ts';
import { doesBetrayHere, type ObjectDeps, readableOf } from './read-objects.ts';
import { withdrawnRows } from './version/withdrawn-rows.ts';

export type IndicatorsSince = {
  /** Patterns, as their producers wrote them. */
  readonly gone: readonly string[];
  readonly added: readonly string[];
  /** Whether there are more than are listed. */
  readonly hasMore: boolean;
};

type Deps = ObjectDeps & Pick<Hub, 'deliveries'>;

const MOST = 100;
const BATCH = 500;

export const indicatorsSince = async (
  hub: Deps,
  actor: Actor,
  item: Item,
  former: number,
): Promise<IndicatorsSince> => {
  const [before, now] = [await heldBy(hub, item, former), await heldBy(hub, item, item.summary.version)];
  const was = await patternsOf(hub, actor, item, {
    rows: without(before, now),
    readable: async (rows) => {
      const shown = await withdrawnRows(hub, actor, rows, item.access.exercise);
      return rows.filter(({ _id }) => shown.has(_id.toHexString()));
    },
  });
  const is = await patternsOf(hub, actor, item, {
    rows: without(now, before),
    readable: async (rows) => (await readableOf(hub, actor, rows, item)).map(({ row }) => row),
  });
  // A pattern that came again under another date or id has not changed.
  const gone = was.filter((pattern) => !is.includes(pattern));
  const added = is.filter((pattern) => !was.includes(pattern));
  return {
    gone: gone.slice(0, MOST),
    added: added.slice(0, MOST),
    hasMore: Math.max(gone.length, added.length) > MOST,
  };
};

const heldBy = async (hub: Deps, { summary }: Item, version: number): Promise<readonly HeldIndicator[]> => {
  const held = await hub.objects.indicatorsHeldBy([{ warning: summary.id, version }]);
  return held.get(summary.id) ?? [];
};

const without = (rows: readonly HeldIndicator[], others: readonly HeldIndicator[]): HeldIndicator[] => {
  const ids = new Set(others.map(({ _id }) => _id.toHexString()));
  return rows.filter(({ _id }) => !ids.has(_id.toHexString()));
};

type ToRead = {
  readonly rows: readonly HeldIndicator[];
  readonly readable: (rows: readonly ObjectRow[]) => Promise<readonly ObjectRow[]>;
};

/** As a page of the warning may show them: marked no more strictly, and naming no publisher that is withheld. */
const patternsOf = async (
  hub: Deps,
  actor: Actor,
  item: Item,
  { rows, readable }: ToRead,
): Promise<string[]> => {
  const ceiling = strictest(item.access.tlp, item.summary.tlp);
  const patterns = new Set<string>();
  for (let from = 0; from < rows.length; from += BATCH) {
    const bodies = await hub.objects.byIds(rows.slice(from, from + BATCH).map(({ _id }) => _id));
    for (const row of await readable(bodies)) {
      if (!isAtMost(row.tlp ?? 'CLEAR', ceiling) || doesBetrayHere(actor, item, () => textOf(row))) continue;
      const { pattern } = JSON.parse(textOf(row)) as { readonly pattern?: unknown };
      if (typeof pattern === 'string') patterns.add(pattern);
    }
  }
  return [...patterns].sort();
};
