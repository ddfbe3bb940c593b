// Job enrich-objects: context for every vulnerability of a version, beside the line.
import type { EntryRow } from '../../store/entries.ts';
import { eachBatch } from '../object/each-batch.ts';
import { type EnrichmentRoom, enrichRows } from './enrich-rows.ts';

export const enrichObjects = async (
  hub: EnrichmentRoom,
  { subject }: Pick<EntryRow, 'subject'>,
): Promise<void> => {
  const { warning, version } = subject;
  if (warning === undefined || version === undefined) return;
  await eachBatch(hub, warning, version, (rows) => enrichRows(hub, rows));
};
