// What the hub's sets know of several objects at once; as readable as each object itself, being derived from it (I3).
import type { Hub } from '../../hub.ts';
import type { StixObject } from '../../stix/stix-object.ts';
import { textOf } from '../../store/objects.ts';
import type { VisibleObject } from './visible-object.ts';

const MAX_ENRICHMENTS = 50;

/** In the order of the objects; at most 50 each. */
export const enrichmentOf = async (
  hub: Pick<Hub, 'context'>,
  objects: readonly VisibleObject[],
): Promise<VisibleObject[][]> => {
  const ids = objects.flatMap(({ row }) => (row === null ? [] : [row._id]));
  const rows = await hub.context.enrichmentsOf(ids, MAX_ENRICHMENTS * Math.max(ids.length, 1));
  const byRow = Map.groupBy(rows, ({ row }) => row.toHexString());
  return objects.map((object) =>
    (object.row === null ? [] : (byRow.get(object.row._id.toHexString()) ?? []))
      .slice(0, MAX_ENRICHMENTS)
      .map((row) => ({
        id: row.stixId,
        type: row.type,
        object: JSON.parse(textOf(row)) as StixObject,
        tlp: object.tlp,
        row: null,
        through: object.through,
      })),
  );
};
