// What people search a warning by besides its texts: the values and hashes of its indicators and observables, and the names
// of malware, actors, techniques and products. The caller passes only objects that every reader of the warning may read.
import type { StixObject } from 'stix2-ts/stix-object';
import { lookupValues } from 'stix2-ts/value';

/** Enough for a long list of indicators, and little beside the bundle that holds them. */
const MOST_TERMS = 1_000;

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

/** Terms in the order of usefulness, at most 1,000: values first, then names. */
export const searchTermsOf = (objects: readonly StixObject[]): string[] => {
  const terms = new Set<string>();
  const add = (found: readonly string[]): boolean => {
    for (const term of found) {
      if (terms.size >= MOST_TERMS) return false;
      terms.add(term);
    }
    return true;
  };
  for (const object of objects) if (!add(valuesOf(object))) return [...terms];
  for (const object of objects) if (NAMED.has(object.type) && !add(namesOf(object))) break;
  return [...terms];
};

/** String literals of a pattern, for tests of other properties than address and hash, such as the name of a file. */
const LITERAL = /'((?:[^'\\]|\\.)*)'/g;

const valuesOf = (object: StixObject): string[] => {
  const values = lookupValues(object).map((each) => each.slice(each.indexOf(':') + 1));
  if (object.type !== 'indicator') return values;
  const { pattern, pattern_type: type, name } = object as Readonly<Record<string, unknown>>;
  const literals =
    type === 'stix' && typeof pattern === 'string'
      ? [...pattern.matchAll(LITERAL)].map(([, text = '']) => text.replace(/\\(.)/g, '$1'))
      : [];
  return [...values, ...literals, ...(typeof name === 'string' ? [name] : [])];
};

const namesOf = (object: StixObject): string[] => {
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
