// What a reference set is looked up by, as the service names it.
import type { SourceState } from '../../service/enrichment/list-sources.ts';

export type LookupKey = SourceState['needs'];
