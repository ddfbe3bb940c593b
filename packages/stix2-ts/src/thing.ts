// What makes two objects the same thing under different ids: the content that identifies it. The key is
// short and stable; objects of no such kind have none, and are told apart by id alone. Which properties count, type by
// type, is in README.md beside this file. What a key cannot say, that two times are close, is asked of `span.ts`.

import { observableIdentifier } from './identifier.ts';
import { sha256Hex } from './json/canonical.ts';
import { type PatternReading, patternKey } from './pattern.ts';
import { isRecord, type JsonRecord, textOf } from './stix-object.ts';
import { type Alias, namedThing, otherNamesOf } from './thing/named-things.ts';

export { type Alias, goesByAlias } from './thing/named-things.ts';

const CVE = /^CVE-\d{4}-\d{4,}$/;

/** Whether the text is the number of a CVE, in capitals. */
export function isCve(text: string): boolean {
  return CVE.test(text);
}

/**
 * The key of the entity that an object describes, or null when only its id can say. `reading` is what `parsePattern` gave
 * for the pattern of an indicator, where it was read already.
 */
export function thingKey(object: unknown, reading?: PatternReading): string | null {
  if (!isRecord(object)) return null;
  if (object['type'] === 'indicator') return indicatorKey(object, reading);
  if (object['type'] === 'vulnerability') return vulnerabilityKey(object);
  return observableIdentifier(object) ?? namedThing(String(object['type']), object);
}

/**
 * The further names that an object is known by. Two objects are one thing when the name of one is a name or an
 * alias of the other; an alias that they share proves nothing, since vendors give one alias to many.
 */
export function aliasesOf(object: unknown): Alias[] {
  return isRecord(object) ? otherNamesOf(String(object['type']), object) : [];
}

/** The key of an organisation that goes by this name; null where the name tells nothing. */
export function organizationKey(name: string): string | null {
  return namedThing('identity', { identity_class: 'organization', name });
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

/** The CVE that a vulnerability is: its reference with source `cve`, else its name. Upper case. */
export function cveOf(vulnerability: unknown): string | null {
  if (!isRecord(vulnerability)) return null;
  const references = vulnerability['external_references'];
  const named = Array.isArray(references) ? references.filter(isRecord) : [];
  const cves = named
    .filter((reference) => textOf(reference, 'source_name')?.toLowerCase() === 'cve')
    .map((reference) => textOf(reference, 'external_id')?.toUpperCase().trim() ?? '')
    .filter((id) => isCve(id));
  const name = textOf(vulnerability, 'name')?.toUpperCase().trim() ?? '';
  // An object that names several CVEs is none of them, unless its own name says which.
  if (isCve(name)) return name;
  return new Set(cves).size === 1 ? (cves[0] ?? null) : null;
}
