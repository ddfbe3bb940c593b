// (being written)
import type { Hub } from '../../hub.ts';
import type { EntryRow } from '../../store/entries.ts';
export const reEnrichSet = async (_hub: Hub, _entry: Pick<EntryRow, 'subject'>): Promise<void> => {};
