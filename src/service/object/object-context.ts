// Which warnings hold an object, each decided for the reader.
import type { Actor } from '../../domain/member.ts';
import type { Hub } from '../../hub.ts';
import { decideObject } from '../../policy/decide.ts';
import { type Link, type ObjectRow, textOf } from '../../store/objects.ts';
import type { Item } from '../item/item.ts';
import { readWarnings } from '../item/read-warning.ts';
import type { Holder } from './decided-rows.ts';
import type { ObjectDeps } from './read-objects.ts';
import { readableRows } from './read-rows.ts';
import { hexOf, orderFor } from './version/latest-row.ts';
import type { VisibleObject } from './visible-object.ts';

type Deps = ObjectDeps & Pick<Hub, 'clock'>;

/**
 * Limits of rows and of holders that the reader may see, so that cost does not grow with how common a value is. Hidden
 * ones count for nothing.
 */
const MAX_ROWS = 100;
const MAX_HOLDERS = 1_000;

/** In the order of their ids, which say nothing of their publishers; at most `first`. */
export const objectWarnings = async (
  hub: Deps,
  actor: Actor,
  object: VisibleObject,
  first: number,
): Promise<Item[]> => {
  if (object.row === null) return [];
  const { exercise } = object.through.content.access;
  const keys = await hub.objects.keysOf([object.id]);
  const readable = await readableRows(hub, actor, keys, exercise);
  const seen = keys.filter((key) => readable.has(hexOf(key))).sort(orderFor(readable));
  const rows = await hub.objects.byIds(seen.slice(0, MAX_ROWS).map(({ _id }) => _id));
  const holders = await holdersAmong(hub, actor, rows, exercise);
  return [...holders.values()].sort((a, b) => (a.summary.id < b.summary.id ? -1 : 1)).slice(0, first);
};

const holdersAmong = async (
  hub: Deps,
  actor: Actor,
  rows: readonly ObjectRow[],
  exercise: string | null,
): Promise<Map<string, Item>> => {
  const rowOf = new Map(rows.map((row) => [hexOf(row), row]));
  const nowMs = hub.clock.now().getTime();
  const holders = new Map<string, Item>();
  const add = async (held: readonly (Holder & { readonly row: ObjectRow })[]): Promise<void> => {
    const asked = held.map(({ warning }) => warning).filter((id) => !holders.has(id));
    const items = await readWarnings(hub, actor, asked);
    for (const { warning, version, row } of held) {
      const item = items.get(warning);
      if (item === undefined || item.summary.version !== version || item.access.exercise !== exercise)
        continue;
      if (decideObject(actor, item.access, { ...row, text: () => textOf(row) }, nowMs).allowed)
        holders.set(warning, item);
    }
  };
  await add(rows.map((row) => ({ row, warning: row.warning, version: row.version })));
  if (rows.length === 0) return holders;
  const heldBy = ({ row: id, ...holder }: Link) => {
    const row = rowOf.get(id.toHexString());
    return row === undefined ? [] : [{ ...holder, row }];
  };
  for await (const links of hub.objects.linksToAny(rows.map(({ _id }) => _id))) {
    await add(links.flatMap(heldBy));
    if (holders.size >= MAX_HOLDERS) break;
  }
  return holders;
};
