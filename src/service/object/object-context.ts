// Which warnings hold an object, each decided for the reader.
import type { Actor } from '../../domain/member.ts';
import type { Hub } from '../../hub.ts';
import { decideObject } from '../../policy/decide.ts';
import { textOf } from '../../store/objects.ts';
import type { Item } from '../item/item.ts';
import { readWarnings } from '../item/read-warning.ts';
import type { ObjectDeps } from './read-objects.ts';
import { readableRows } from './read-rows.ts';
import { hexOf, inOrder } from './version/latest-row.ts';
import type { VisibleObject } from './visible-object.ts';

/** Limit of rows, and of links per row, so that cost does not grow with how common a value is. */
const MAX_ROWS = 100;

export const objectWarnings = async (
  hub: ObjectDeps & Pick<Hub, 'clock'>,
  actor: Actor,
  object: VisibleObject,
  first: number,
): Promise<Item[]> => {
  if (object.row === null) return [];
  const { exercise } = object.through.content.access;
  const keys = await hub.objects.keysOf([object.id]);
  const readable = await readableRows(hub, actor, keys, exercise);
  // Only what the reader may see counts towards the limit: a flood of hidden versions hides no warning.
  const seen = keys.filter((key) => readable.has(hexOf(key))).sort(inOrder);
  const rows = await hub.objects.byIds(seen.slice(0, MAX_ROWS).map(({ _id }) => _id));
  const links = await hub.objects.linksToAny(
    rows.map(({ _id }) => _id),
    MAX_ROWS * rows.length,
  );
  const linksOf = Map.groupBy(links, ({ row }) => row.toHexString());
  const pairs = rows.flatMap((row) =>
    [row, ...(linksOf.get(hexOf(row)) ?? [])].map(({ warning, version }) => ({ warning, version, row })),
  );
  const nowMs = hub.clock.now().getTime();
  const items = await readWarnings(
    hub,
    actor,
    pairs.map(({ warning }) => warning),
  );
  const holders = [...items.values()].filter(({ summary, access }) =>
    pairs.some(
      ({ warning, version, row }) =>
        warning === summary.id &&
        version === summary.version &&
        access.exercise === exercise &&
        decideObject(actor, access, { ...row, text: () => textOf(row) }, nowMs).allowed,
    ),
  );
  return holders.slice(0, first);
};
