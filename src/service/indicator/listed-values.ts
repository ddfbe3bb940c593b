// Which values of indicators are on lists of common false positives, by the notes that the hub made of them. A note is exactly as
// readable as its indicator (I3), which was decided before.
import { type ListedValue, listsOfTest } from '../../exchange/indicator/indicator-facts.ts';
import type { PatternValue } from '../../exchange/indicator/pattern-values.ts';
import type { Hub } from '../../hub.ts';
import type { EnrichmentRow } from '../../store/context.ts';
import { falsePositiveOf, WARNING_LIST_SET } from '../enrichment/known-values.ts';
import type { VisibleObject } from '../object/visible-object.ts';

/** The names of the lists that one of its values is on. */
export type ListsOf = (value: PatternValue) => readonly string[];

const MAX_LISTS = 50;

/** In the order of the indicators. By all of their notes, also where `enrichment` stops: what is left out here would be blocked. */
export const listedValuesOf = async (
  hub: Pick<Hub, 'context'>,
  indicators: readonly VisibleObject[],
): Promise<ListsOf[]> => {
  const ids = indicators.flatMap(({ row }) => (row === null ? [] : [row._id]));
  const notes = ids.length === 0 ? [] : await hub.context.enrichmentsIn(new Set([WARNING_LIST_SET]), ids);
  const byRow = Map.groupBy(notes, ({ row }) => row.toHexString());
  return indicators.map(({ row }) => {
    const listed = (row === null ? [] : (byRow.get(row._id.toHexString()) ?? [])).map(listedValue);
    return (value) => listsOfTest(listed, value).toSorted().slice(0, MAX_LISTS);
  });
};

const listedValue = (note: EnrichmentRow): ListedValue => {
  const { list, value } = falsePositiveOf(note, null);
  return { list, value };
};
