// Jobs add-context and re-enrich-set: what the hub derives outside the pipeline, so that no warning waits for it.
import { addContext } from '../../src/service/context/add-context.ts';
import { reEnrichSet } from '../../src/service/enrichment/re-enrich-set.ts';
import type { Handler } from './handler.ts';

export const context: Handler = (hub, entry) => addContext(hub, entry);
export const reEnrich: Handler = (hub, entry) => reEnrichSet(hub, entry);
