// What the reference sets know about several objects at once. Enrichment is exactly as readable as its object,
// because it is derived from it (I3).

import { tlpOfMarking } from 'stix2-ts/marking';
import { markingReferencesOf } from 'stix2-ts/references';
import type { StixObject } from 'stix2-ts/stix-object';
import { strictest } from '../../domain/marking.ts';
import type { Hub } from '../../hub.ts';
import { textOf } from '../../store/objects.ts';
import type { VisibleObject } from './visible-object.ts';

const MAX_ENRICHMENTS = 50;

/** In the order of the objects; at most 50 for each. */
export const enrichmentOf = async (
  hub: Pick<Hub, 'context'>,
  objects: readonly VisibleObject[],
): Promise<VisibleObject[][]> => {
  const ids = objects.flatMap(({ row }) => (row === null ? [] : [row._id]));
  const rows = ids.length === 0 ? [] : await hub.context.enrichmentsOf(ids, MAX_ENRICHMENTS);
  const byRow = Map.groupBy(rows, ({ row }) => row.toHexString());
  return objects.map((subject) =>
    (subject.row === null ? [] : (byRow.get(subject.row._id.toHexString()) ?? []))
      .slice(0, MAX_ENRICHMENTS)
      .map((row) => enrichmentObject(subject, row.stixId, JSON.parse(textOf(row)) as StixObject)),
  );
};

/** Always carries a marking: where the subject has none of its own, that of the warning it came with applies. */
const enrichmentObject = ({ tlp, through }: VisibleObject, id: string, object: StixObject): VisibleObject => {
  const own = markingReferencesOf(object).flatMap((marking) => tlpOfMarking(marking.id) ?? []);
  const { access } = through.content;
  return {
    id,
    type: object.type,
    object,
    tlp: strictest(tlp ?? access.tlp, access.tlp, ...own),
    row: null,
    through,
  };
};
