// Things that are told apart by name: which name an object has, and which others it is known by. Types whose names are
// no names ("Phishing", "C2 server", "Apply the patch") are told apart by an id that somebody gave them, or by more text.
import { sha256Hex } from '../json/canonical.ts';
import { isRecord, type JsonRecord, textOf } from '../stix-object.ts';
import { canonicalName } from './canonical-name.ts';

/** Types that go by a name or an alias (STIX 2.1 §4). */
const BY_NAME: ReadonlySet<string> = new Set([
  'malware',
  'tool',
  'threat-actor',
  'intrusion-set',
  'campaign',
]);

const MAX_ALIASES = 50;

/** ATT&CK and CAPEC name techniques and mitigations; the first of these sources that an object has is its own. */
const CATALOGUES = [['mitre-attack', 'mitre-mobile-attack', 'mitre-ics-attack'], ['capec']] as const;

/** What a named object is, as a key; null when only its id can say. */
export function namedThing(type: string, object: JsonRecord): string | null {
  if (BY_NAME.has(type)) return nameKey(kindOf(type, object), textOf(object, 'name'));
  // A type may be called as anything, `constructor` too.
  return Object.hasOwn(OTHERS, type) ? (OTHERS[type]?.(object) ?? null) : null;
}

/** Whether things of this type go by a name or an alias. */
export const goesByAlias = (type: string): boolean => BY_NAME.has(type);

/** A further name, as the object spells it, and as a key of the same form as that of its name. */
export type Alias = { readonly key: string; readonly name: string };

/** The further names that an object is known by; of several spellings of one the first. */
export function otherNamesOf(type: string, object: JsonRecord): Alias[] {
  const aliases = object['aliases'];
  if (!BY_NAME.has(type) || !Array.isArray(aliases)) return [];
  const own = namedThing(type, object);
  const found = new Map<string, Alias>();
  for (const name of aliases.slice(0, MAX_ALIASES)) {
    const key = typeof name === 'string' ? nameKey(kindOf(type, object), name) : null;
    if (key !== null && key !== own && !found.has(key)) found.set(key, { key, name });
  }
  return [...found.values()];
}

/** A family and a sample of it share a name and are two things. */
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

const folded = (object: JsonRecord, property: string): string =>
  (textOf(object, property) ?? '').normalize('NFKC').replace(/\s+/gu, ' ').trim().toLowerCase();

/** An instant to the second, however many digits it was written with. */
const instantOf = (object: JsonRecord, property: string): string =>
  (textOf(object, property) ?? '').replace(/(?:\.\d*)?Z$/, 'Z');

const OTHERS: Readonly<Record<string, (object: JsonRecord) => string | null>> = {
  'attack-pattern': (object) =>
    catalogueKey('attack-pattern', object) ?? nameKey('attack-pattern', textOf(object, 'name')),
  // "Apply the patch" is no name: without an id that a catalogue gave it, each is its own.
  'course-of-action': (object) => catalogueKey('course-of-action', object),
  identity: (object) => {
    const kind = textOf(object, 'identity_class') ?? '';
    // Two persons may share a name, and who is who is not for a key to say.
    const name = kind === 'individual' ? null : canonicalName(textOf(object, 'name') ?? '');
    return name === null ? null : `identity:${kind}:${name}`;
  },
  incident: (object) => {
    const named = referencesOf(object).find((each) => textOf(each, 'external_id') !== undefined);
    if (named === undefined) return null;
    return keyOf('incident', folded(named, 'source_name'), folded(named, 'external_id'));
  },
  location: locationKey,
  report: (object) => {
    const [name, published] = [folded(object, 'name'), instantOf(object, 'published')];
    return name === '' || published === '' ? null : keyOf('report', name, published);
  },
  grouping: (object) => {
    const [name, context] = [folded(object, 'name'), folded(object, 'context')];
    const references = object['object_refs'];
    if (name === '' || context === '' || !Array.isArray(references)) return null;
    // Many groupings are called alike; they are one when they hold the same.
    return keyOf('grouping', name, context, [...new Set(references.map(String))].sort());
  },
  relationship: (object) => {
    const [type, source, target] = ['relationship_type', 'source_ref', 'target_ref'].map((property) =>
      textOf(object, property),
    );
    if (type === undefined || source === undefined || target === undefined) return null;
    // When it held is compared apart: two that tell of it rarely give the same instant (span.ts).
    return keyOf('relationship', type, source, target);
  },
};

const PLACE = ['region', 'country', 'administrative_area', 'city', 'street_address', 'postal_code'] as const;

/** A point, else the place in words, else its name. */
function locationKey(object: JsonRecord): string | null {
  const [latitude, longitude] = [object['latitude'], object['longitude']];
  if (typeof latitude === 'number' && typeof longitude === 'number')
    return keyOf('location', latitude, longitude, object['precision'] ?? null);
  const place = PLACE.map((property) => folded(object, property));
  // A country says its region; a source that gives both means the same place.
  if (place[1] !== '') place[0] = '';
  if (place.some((part) => part !== '')) return keyOf('location', place);
  return nameKey('location', textOf(object, 'name'));
}
