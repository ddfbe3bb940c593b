// Maps an identity's `sectors` (STIX 2.1 §10.8) to sectors of the hub's scheme. The producer's terms are kept; the
// mapping is added as a note.

import type { StixObject } from 'stix2-ts/stix-object';
import { SECTORS } from '../domain/sector.ts';
import { type EnrichmentFrame, type EnrichmentSource, enrichmentObject } from './enrichment.ts';

export const SECTOR_SOURCE: EnrichmentSource = {
  name: 'sector-reading',
  needs: 'sector',
  makes: ['note'],
  licence: 'Apache-2.0',
  version: '1',
  freshForDays: null,
  url: 'https://docs.oasis-open.org/cti/stix/v2.1/os/stix-v2.1-os.html',
};

/** From a term of the STIX vocabulary to ids of the hub's sectors. */
export function sectorsByTerm(): ReadonlyMap<string, readonly string[]> {
  const byTerm = new Map<string, string[]>();
  for (const { id, stix } of SECTORS) {
    for (const term of stix) byTerm.set(term, [...(byTerm.get(term) ?? []), id]);
  }
  return byTerm;
}

export function sectorNote(
  frame: EnrichmentFrame,
  subjectId: string,
  term: string,
  sectors: readonly string[],
): StixObject {
  const names = SECTORS.filter(({ id }) => sectors.includes(id)).map(({ id, name }) => `${name} (${id})`);
  return enrichmentObject(frame, 'note', `sector|${term}|${subjectId}`, {
    abstract: `Sector "${term}": ${sectors.join(', ')}`,
    content: `"${term}" is read here as ${names.join(', ')}.`,
    lang: 'en',
    object_refs: [subjectId],
  });
}
