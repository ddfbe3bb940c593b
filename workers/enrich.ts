// Jobs enrich-objects and re-enrich-set: context beside the line, never in it.
import { enrichObjects } from '../src/service/enrichment/enrich-objects.ts';
import { reEnrichSet } from '../src/service/enrichment/re-enrich-set.ts';
import type { Handler } from './handler.ts';

export const enrich: Handler = (hub, entry) => enrichObjects(hub, entry);
export const reEnrich: Handler = (hub, entry) => reEnrichSet(hub, entry);
