// Which warnings hold an object, each decided for the reader.
import { pageSizeProblem } from '../../domain/limit/page-size.ts';
import type { Actor } from '../../domain/member.ts';
import { accepted, type Outcome, refused } from '../../domain/problem.ts';
import type { Hub } from '../../hub.ts';
import { decideObject } from '../../policy/decide.ts';
import { type Link, type ObjectRow, textOf } from '../../store/objects.ts';
import { cursorProblem, openBlock, sealBlock } from '../cursor.ts';
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

export type WarningPage = { readonly items: readonly Item[]; readonly hasNextPage: boolean };

/** Bytes of the UUID in an id that are its place in the order; that two ids share them is out of the question. */
const PLACE_BYTES = 12;

/** A page in the order of their ids, which say nothing of their publishers. */
export const objectWarnings = async (
  hub: Deps,
  actor: Actor,
  object: VisibleObject,
  { first, after }: { readonly first: number; readonly after: string | null },
): Promise<Outcome<WarningPage>> => {
  const wrongSize = pageSizeProblem(first, hub.config.limits);
  if (wrongSize !== null) return refused(wrongSize);
  const binding = `warnings of ${object.object.id}`;
  const start = after === null ? null : openBlock(hub.cursorKey, binding, after);
  if (after !== null && start === null) return refused(cursorProblem(hub.cursorKey, binding, after));
  const placed = (await holdersOf(hub, actor, object))
    .map((item) => ({ item, place: placeOf(item) }))
    .sort((one, other) => one.place.compare(other.place))
    .filter(({ place }) => start === null || place.compare(start) > 0);
  const items = placed
    .slice(0, first)
    .map(({ item, place }) => ({ ...item, cursor: sealBlock(hub.cursorKey, binding, place) }));
  return accepted({ items, hasNextPage: placed.length > first });
};

const placeOf = ({ summary: { id } }: Item): Buffer =>
  Buffer.from(id.slice(id.indexOf('--') + 2).replaceAll('-', ''), 'hex').subarray(0, PLACE_BYTES);

const holdersOf = async (hub: Deps, actor: Actor, object: VisibleObject): Promise<Item[]> => {
  if (object.row === null) return [];
  const { exercise } = object.through.content.access;
  const keys = await hub.objects.keysOf([object.id]);
  const readable = await readableRows(hub, actor, keys, exercise);
  const seen = keys.filter((key) => readable.has(hexOf(key))).sort(orderFor(readable));
  const rows = await hub.objects.byIds(seen.slice(0, MAX_ROWS).map(({ _id }) => _id));
  const holders = await holdersAmong(hub, actor, rows, exercise);
  return [...holders.values()];
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
