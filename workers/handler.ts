// What does a job: it is given the entry that caused it, and may be run again at any time.
import type { Hub } from '../src/hub.ts';
import type { EntryRow } from '../src/store/entries.ts';

export type Handler = (hub: Hub, entry: EntryRow) => Promise<void>;
