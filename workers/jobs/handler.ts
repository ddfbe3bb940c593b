// The type of a job's function: it gets the entry that caused the job, and may run again at any time.
import type { Hub } from '../../src/hub.ts';
import type { EntryRow } from '../../src/store/entries.ts';

export type Handler = (hub: Hub, entry: EntryRow) => Promise<void>;
