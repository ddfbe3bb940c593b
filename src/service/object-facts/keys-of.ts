// The keys by which an object is looked up in the reference sets.

import { cveOf, isCve } from 'stix2-ts/entity';
import type { PatternReading } from 'stix2-ts/pattern';
import type { StixObject } from 'stix2-ts/stix-object';
import { lookupValues } from 'stix2-ts/value';
import { WARNING_EXTENSION } from '../../exchange/warning-extension.ts';

/**
 * CVE and CWEs of a vulnerability, sectors of an identity, values of an observable or indicator, and the CVEs that the hub's report
 * of a warning names: many warnings have no other object. `reading` is the parsed pattern of the indicator, if it is at hand.
 */
export const keysOf = (object: StixObject, reading?: PatternReading): string[] => {
  if (object.type === 'vulnerability') return vulnerabilityKeys(object);
  if (object.type === 'identity') return sectorKeys(object);
  if (object.type === 'report') return reportKeys(object);
  return lookupValues(object, reading);
};

const referencesOf = (object: StixObject): readonly { source_name?: unknown; external_id?: unknown }[] =>
  Array.isArray(object['external_references']) ? object['external_references'] : [];

/** Reports of producers say more than what they are about. */
const reportKeys = (object: StixObject): string[] => {
  const { extensions } = object;
  if (typeof extensions !== 'object' || extensions === null || !(WARNING_EXTENSION in extensions)) return [];
  const ids = referencesOf(object).map((reference) => String(reference?.external_id).toUpperCase());
  return [...new Set(ids.filter(isCve))];
};

const vulnerabilityKeys = (object: StixObject): string[] => {
  const cve = cveOf(object);
  const references = referencesOf(object);
  const cwes = references
    .filter((reference) => String(reference?.source_name).toLowerCase() === 'cwe')
    .map((reference) => String(reference?.external_id).toUpperCase())
    .filter((id) => /^CWE-\d+$/.test(id));
  return [...new Set([...(cve === null ? [] : [cve]), ...cwes])];
};

const MAX_SECTORS = 20;

const sectorKeys = (object: StixObject): string[] => {
  const sectors: readonly unknown[] = Array.isArray(object['sectors']) ? object['sectors'] : [];
  const terms = sectors.filter((term) => typeof term === 'string');
  return [...new Set(terms)].slice(0, MAX_SECTORS).map((term) => `sector:${term}`);
};
