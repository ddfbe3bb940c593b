// How an enrichment describes itself, and the frame of the objects it makes. They are new objects of the hub's
// identity; the producer's objects are never changed (STIX 2.1 §3.6).

import type { StixObject } from 'stix2-ts/stix-object';
import { identifierFor } from './identifier-for.ts';

export type EnrichmentSource = {
  readonly name: string;
  /** What it looks up: a CVE, a CWE, the value of an observable, or a term of the STIX sector vocabulary. */
  readonly needs: 'cve' | 'cwe' | 'value' | 'sector';
  /** The STIX types of the objects it makes. */
  readonly makes: readonly string[];
  readonly licence: string;
  /** Version of the shipped set. */
  readonly version: string;
  /** Days after which the set is reported as stale; null when it does not age. */
  readonly freshForDays: number | null;
  readonly url: string;
};

export type EnrichmentFrame = {
  readonly hubIdentityId: string;
  /** When this fact was first asserted about the subject. It never changes. */
  readonly created: string;
  /** When the content last changed; equals `created` at first. */
  readonly modified: string;
  /** The stricter of the markings of the set and of the subject. */
  readonly markingRefs: readonly string[];
};

/** An object of the hub's identity. The same name gives the same id, so a refreshed set creates a new version. */
export function enrichmentObject(
  frame: EnrichmentFrame,
  type: string,
  name: string,
  properties: Record<string, unknown>,
): StixObject {
  return {
    type,
    spec_version: '2.1',
    id: identifierFor(type, `enrichment|${name}`),
    created_by_ref: frame.hubIdentityId,
    created: frame.created,
    modified: frame.modified,
    ...(frame.markingRefs.length === 0 ? {} : { object_marking_refs: [...frame.markingRefs] }),
    ...properties,
  };
}

/** STIX reserves the source name `cve` for CVE numbers (STIX 2.1 §2.5.2); a second reference names the catalogue. */
export function cveReference(cve: string): Record<string, string> {
  return { source_name: 'cve', external_id: cve, url: `https://www.cve.org/CVERecord?id=${cve}` };
}
