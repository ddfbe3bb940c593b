// Short, stable keys for the content that identifies an entity, to compare objects with different ids. The README lists
// the properties that count for each type; other types have no key and are identified by their id alone. Times that are
// only close cannot be part of a key: `span.ts` compares them.

import { observableIdentifier } from '../identifier.ts';
import { type PatternReading, patternKey } from '../pattern/parse.ts';
import { isRecord, type JsonRecord, textOf } from '../stix-object.ts';
import { sha256Hex } from '../value/hash.ts';
import { type Alias, keyByName, otherNamesOf } from './named-entity.ts';

const CVE = /^CVE-\d{4}-\d{4,}$/;

/** Whether the text is a CVE id in upper case, such as CVE-2024-3094. */
export function isCve(text: string): boolean {
  return CVE.test(text);
}

/**
 * The key of the entity that an object describes: two objects with equal keys describe the same entity, whatever their
 * ids. Null when only the id identifies it. Observables use the id made from their content (STIX 2.1 §2.9). Never
 * throws. Pass `reading`, the result of `parsePattern` for an indicator's pattern, to avoid parsing it again.
 */
export function entityKey(object: unknown, reading?: PatternReading): string | null {
  if (!isRecord(object)) return null;
  if (object['type'] === 'indicator') return indicatorKey(object, reading);
  if (object['type'] === 'vulnerability') return vulnerabilityKey(object);
  return observableIdentifier(object) ?? keyByName(String(object['type']), object);
}

/**
 * The other names of an object, at most 50. Two objects describe one entity when the name of one is a name or an alias
 * of the other. A shared alias proves nothing, since vendors give one alias to many entities.
 */
export function aliasesOf(object: unknown): Alias[] {
  return isRecord(object) ? otherNamesOf(String(object['type']), object) : [];
}

/** The key of an identity of class `organization` with this name; null when the name identifies nothing ("Group"). */
export function organizationKey(name: string): string | null {
  return keyByName('identity', { identity_class: 'organization', name });
}

function indicatorKey(indicator: JsonRecord, reading: PatternReading | undefined): string | null {
  const pattern = textOf(indicator, 'pattern');
  const language = textOf(indicator, 'pattern_type');
  if (pattern === undefined || language === undefined) return null;
  const normal = language === 'stix' ? patternKey(pattern, reading) : pattern.trim();
  return `indicator:${sha256Hex(JSON.stringify([language, normal]))}`;
}

function vulnerabilityKey(vulnerability: JsonRecord): string | null {
  const cve = cveOf(vulnerability);
  return cve === null ? null : `vulnerability:${cve}`;
}

/** The CVE id of a vulnerability in upper case: from its name, else from its only `cve` reference; null without one. */
export function cveOf(vulnerability: unknown): string | null {
  if (!isRecord(vulnerability)) return null;
  const references = vulnerability['external_references'];
  const named = Array.isArray(references) ? references.filter(isRecord) : [];
  const cves = named
    .filter((reference) => textOf(reference, 'source_name')?.toLowerCase() === 'cve')
    .map((reference) => textOf(reference, 'external_id')?.toUpperCase().trim() ?? '')
    .filter((id) => isCve(id));
  const name = textOf(vulnerability, 'name')?.toUpperCase().trim() ?? '';
  // Several CVE references identify none of them, unless the name says which.
  if (isCve(name)) return name;
  return new Set(cves).size === 1 ? (cves[0] ?? null) : null;
}
