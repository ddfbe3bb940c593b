// Job deduplicate-objects: which rows of a version tell the same thing.
import { deduplicateObjects } from '../src/service/line/deduplicate-objects.ts';
import type { Handler } from './handler.ts';

export const deduplicate: Handler = (hub, entry) => deduplicateObjects(hub, entry);
