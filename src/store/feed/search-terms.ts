// What people search a warning by besides its texts: the values and hashes of its indicators and observables, and the names
// of malware, actors, techniques and products. The caller passes only objects that every reader of the warning may read.
import type { StixObject } from 'stix2-ts/stix-object';
import { lookupValues } from 'stix2-ts/value';

/** Above a long list of indicators, and little beside the bundle that holds them. */
const MOST_TERMS = 4_000;

/** Types that are found by their names, other names and numbers, such as T1190. */
const NAMED = new Set([
  'attack-pattern',
  'campaign',
  'file',
  'infrastructure',
  'intrusion-set',
  'malware',
  'malware-analysis',
  'software',
  'threat-actor',
  'tool',
  'vulnerability',
]);

/** Distinct terms, at most 4,000. Names are few and come first: a long list of values pushes none of them out. */
export const searchTermsOf = (objects: readonly StixObject[]): string[] => {
  const terms = new Set<string>();
  const add = (found: readonly string[]): boolean => {
    for (const term of found) {
      if (terms.size >= MOST_TERMS) return false;
      terms.add(folded(term));
    }
    return true;
  };
  const kinds = [namesOf, lookedUp, literalsOf, nameOfIndicator];
  for (const termsOf of kinds) for (const object of objects) if (!add(termsOf(object))) return [...terms];
  return [...terms];
};

/** What is searched for is folded too: a value and the literal that it was read from are one. */
const folded = (term: string): string => term.toLowerCase();

const lookedUp = (object: StixObject): string[] =>
  lookupValues(object).map((each) => each.slice(each.indexOf(':') + 1));

/** String literals of a pattern, for tests of other properties than address and hash, such as the name of a file. */
const LITERAL = /'((?:[^'\\]|\\.)*)'/g;

const literalsOf = (object: StixObject): string[] => {
  if (object.type !== 'indicator') return [];
  const { pattern, pattern_type: type } = object as Readonly<Record<string, unknown>>;
  if (type !== 'stix' || typeof pattern !== 'string') return [];
  return [...pattern.matchAll(LITERAL)].map(([, text = '']) => text.replace(/\\(.)/g, '$1'));
};

const nameOfIndicator = (object: StixObject): string[] => {
  const { name } = object as Readonly<Record<string, unknown>>;
  return object.type === 'indicator' && typeof name === 'string' ? [name] : [];
};

const namesOf = (object: StixObject): string[] => {
  if (!NAMED.has(object.type)) return [];
  const {
    name,
    vendor,
    product,
    cpe,
    aliases,
    x_mitre_aliases: others,
  } = object as Readonly<Record<string, unknown>>;
  const listed = [aliases, others].flatMap((each): unknown[] => (Array.isArray(each) ? each : []));
  const references: readonly unknown[] = Array.isArray(object['external_references'])
    ? object['external_references']
    : [];
  const numbers = references.map((each) => (each as { external_id?: unknown } | null)?.external_id);
  return [name, ...numbers, ...listed, vendor, product, cpe].filter((each) => typeof each === 'string');
};
