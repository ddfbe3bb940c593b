// What every enrichment source says of itself, and the frame of the objects it makes: always new objects of the hub's
// identity beside the producer's, never a change to them (STIX 2.1 §3.6).

import type { StixObject } from 'stix2-ts/stix-object';
import { identifierFor } from './identifier-for.ts';

export type EnrichmentSource = {
  readonly name: string;
  /** What it looks up by: a CVE, a CWE, the value of an observable, a term of the STIX vocabulary of sectors. */
  readonly needs: 'cve' | 'cwe' | 'value' | 'sector';
  /** The STIX types it makes. */
  readonly makes: readonly string[];
  readonly licence: string;
  /** Of the set that the product ships. */
  readonly version: string;
  /** Older than this, in days, it is told to be stale; null when it does not age. */
  readonly freshForDays: number | null;
  readonly url: string;
};

export type EnrichmentFrame = {
  readonly hubIdentityId: string;
  /** When this fact was first told of this subject; never changes afterwards. */
  readonly created: string;
  /** When the content last changed; same as `created` the first time. */
  readonly modified: string;
  /** The strictest marking of the source and of the subject. */
  readonly markingRefs: readonly string[];
};

/** An object of the hub's identity. The same name gives the same id, so that a refreshed set makes a version of it. */
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

/** A CVE number stands only under the source name `cve` (STIX 2.1 §2.5.2); a second reference names the catalogue. */
export function cveReference(cve: string): Record<string, string> {
  return { source_name: 'cve', external_id: cve, url: `https://www.cve.org/CVERecord?id=${cve}` };
}
