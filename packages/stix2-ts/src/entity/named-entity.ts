// Keys of entities that are identified by name or alias. Where names are only descriptions ("Phishing", "C2 server",
// "Apply the patch"), an external id or more of the content identifies the entity.

import { isRecord, type JsonRecord, textOf } from '../stix-object.ts';
import { sha256Hex } from '../value/hash.ts';
import { canonicalName } from './canonical-name.ts';

/** Types whose name or aliases identify them (STIX 2.1 §4). */
const BY_NAME: ReadonlySet<string> = new Set([
  'malware',
  'tool',
  'threat-actor',
  'intrusion-set',
  'campaign',
]);

const MAX_ALIASES = 50;

/** Catalogues that number techniques and mitigations. The first one that an object refers to counts. */
const CATALOGUES = [['mitre-attack', 'mitre-mobile-attack', 'mitre-ics-attack'], ['capec']] as const;

/** The key from an object's name or its equivalent; null when only the id identifies the object. */
export function keyByName(type: string, object: JsonRecord): string | null {
  if (BY_NAME.has(type)) return nameKey(kindOf(type, object), textOf(object, 'name'));
  // The type may be any text, even `constructor`.
  return Object.hasOwn(OTHERS, type) ? (OTHERS[type]?.(object) ?? null) : null;
}

/** Whether a name or alias identifies entities of this type: malware, tool, threat actor, intrusion set, campaign. */
export const goesByAlias = (type: string): boolean => BY_NAME.has(type);

/** Another name: as the object spells it, and as a key to compare with `entityKey`. */
export type Alias = { readonly key: string; readonly name: string };

/** Keeps the first of several spellings of one name. */
export function otherNamesOf(type: string, object: JsonRecord): Alias[] {
  const aliases = object['aliases'];
  if (!BY_NAME.has(type) || !Array.isArray(aliases)) return [];
  const own = keyByName(type, object);
  const found = new Map<string, Alias>();
  for (const name of aliases.slice(0, MAX_ALIASES)) {
    const key = typeof name === 'string' ? nameKey(kindOf(type, object), name) : null;
    if (key !== null && key !== own && !found.has(key)) found.set(key, { key, name });
  }
  return [...found.values()];
}

/** A malware family and a sample of it share a name but are two entities. */
const kindOf = (type: string, object: JsonRecord): string =>
  type === 'malware' && object['is_family'] === false ? 'malware-sample' : type;

const nameKey = (kind: string, name: string | undefined): string | null => {
  const canonical = name === undefined ? null : canonicalName(name);
  return canonical === null ? null : `${kind}:${canonical}`;
};

const keyOf = (type: string, ...parts: readonly unknown[]): string =>
  `${type}:${sha256Hex(JSON.stringify(parts))}`;

const referencesOf = (object: JsonRecord): JsonRecord[] => {
  const references = object['external_references'];
  return Array.isArray(references) ? references.filter(isRecord) : [];
};

const catalogueKey = (type: string, object: JsonRecord): string | null => {
  for (const sources of CATALOGUES) {
    for (const reference of referencesOf(object)) {
      const source = textOf(reference, 'source_name')?.toLowerCase() ?? '';
      const id = textOf(reference, 'external_id')?.trim().toUpperCase() ?? '';
      if ((sources as readonly string[]).includes(source) && id !== '') return `${type}:${sources[0]}:${id}`;
    }
  }
  return null;
};

const normalText = (object: JsonRecord, property: string): string =>
  (textOf(object, property) ?? '').normalize('NFKC').replace(/\s+/gu, ' ').trim().toLowerCase();

/** An instant to the second, however many fraction digits it has. */
const instantOf = (object: JsonRecord, property: string): string =>
  (textOf(object, property) ?? '').replace(/(?:\.\d*)?Z$/, 'Z');

const OTHERS: Readonly<Record<string, (object: JsonRecord) => string | null>> = {
  'attack-pattern': (object) =>
    catalogueKey('attack-pattern', object) ?? nameKey('attack-pattern', textOf(object, 'name')),
  // "Apply the patch" identifies nothing: without a catalogue id, each is a separate entity.
  'course-of-action': (object) => catalogueKey('course-of-action', object),
  identity: (object) => {
    const kind = textOf(object, 'identity_class') ?? '';
    // Two people may share a name, so a name does not identify an individual.
    const name = kind === 'individual' ? null : canonicalName(textOf(object, 'name') ?? '');
    return name === null ? null : `identity:${kind}:${name}`;
  },
  incident: (object) => {
    const named = referencesOf(object).find((each) => textOf(each, 'external_id') !== undefined);
    if (named === undefined) return null;
    return keyOf('incident', normalText(named, 'source_name'), normalText(named, 'external_id'));
  },
  location: locationKey,
  report: (object) => {
    const [name, published] = [normalText(object, 'name'), instantOf(object, 'published')];
    return name === '' || published === '' ? null : keyOf('report', name, published);
  },
  grouping: (object) => {
    const [name, context] = [normalText(object, 'name'), normalText(object, 'context')];
    const references = object['object_refs'];
    if (name === '' || context === '' || !Array.isArray(references)) return null;
    // Many groupings share a name; only those with the same contents are one entity.
    return keyOf('grouping', name, context, [...new Set(references.map(String))].sort());
  },
  relationship: (object) => {
    const [type, source, target] = ['relationship_type', 'source_ref', 'target_ref'].map((property) =>
      textOf(object, property),
    );
    if (type === undefined || source === undefined || target === undefined) return null;
    // Times are compared in span.ts: two sources rarely give the same instant.
    return keyOf('relationship', type, source, target);
  },
};

const PLACE = ['region', 'country', 'administrative_area', 'city', 'street_address', 'postal_code'] as const;

/** By its point, else by its region and address, else by its name. */
function locationKey(object: JsonRecord): string | null {
  const [latitude, longitude] = [object['latitude'], object['longitude']];
  if (typeof latitude === 'number' && typeof longitude === 'number')
    return keyOf('location', latitude, longitude, object['precision'] ?? null);
  const place = PLACE.map((property) => normalText(object, property));
  // A country implies its region, so sources may give both or only the country.
  if (place[1] !== '') place[0] = '';
  if (place.some((part) => part !== '')) return keyOf('location', place);
  return nameKey('location', textOf(object, 'name'));
}
