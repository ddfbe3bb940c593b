// Finds every identifier an object points to (STIX 2.1 §3.3): all `*_ref` and `*_refs` at any depth, including those in
// extensions, custom objects and granular markings.
import { isIdentifier } from './identifier.ts';
import { isRecord } from './stix-object.ts';
import { isUuidAt } from './value/uuid.ts';

export type Reference = {
  /** Path within the object: `kill_chain.target_ref`, `object_refs[3]`. */
  readonly path: string;
  readonly id: string;
  /** The name of the property that holds the identifier. */
  readonly property: string;
};

const deepest = 40;

/** The references of an object, except its markings (see `markingReferencesOf`). */
export function referencesOf(object: unknown): Reference[] {
  const found: Reference[] = [];
  if (isRecord(object)) collect(object, '', found, 0);
  return found;
}

/** The marking definitions of an object: object markings first, then granular ones. */
export function markingReferencesOf(object: unknown): Reference[] {
  if (!isRecord(object)) return [];
  const found: Reference[] = [];
  addMany(object['object_marking_refs'], 'object_marking_refs', 'object_marking_refs', found);
  const granular = object['granular_markings'];
  if (!Array.isArray(granular)) return found;
  for (const [index, marking] of granular.entries()) {
    const id = isRecord(marking) ? marking['marking_ref'] : undefined;
    const path = `granular_markings[${index}].marking_ref`;
    if (typeof id === 'string') found.push({ path, id, property: 'marking_ref' });
  }
  return found;
}

/** Shortest identifier: a type of three letters, `--`, a UUID. */
const shortestIdentifier = 41;
const longestType = 250;

/**
 * Every identifier that the object holds, each once and without its own: in references, markings, extensions and their
 * keys, external references and free text. Linear in the size of the object.
 */
export function identifiersIn(object: unknown): string[] {
  const found = new Set<string>();
  if (isRecord(object)) {
    gather(object, found, 0);
    if (typeof object['id'] === 'string') found.delete(object['id']);
  }
  return [...found];
}

function gather(value: unknown, found: Set<string>, depth: number): void {
  if (typeof value === 'string') {
    if (value.length >= shortestIdentifier) scan(value, found);
    return;
  }
  if (depth > deepest || typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const item of value) gather(item, found, depth + 1);
    return;
  }
  for (const property in value) {
    if (!Object.hasOwn(value, property)) continue;
    if (property.length >= shortestIdentifier) scan(property, found);
    const member = (value as Record<string, unknown>)[property];
    // Most members are short texts, which hold nothing.
    if (typeof member === 'string') {
      if (member.length >= shortestIdentifier) scan(member, found);
    } else if (typeof member === 'object') gather(member, found, depth + 1);
  }
}

function scan(text: string, found: Set<string>): void {
  const end = text.length - 38;
  if (end <= longestType && text.charCodeAt(end) === 45 && isIdentifier(text)) {
    found.add(text);
    return;
  }
  for (let at = text.indexOf('--'); at >= 0; at = text.indexOf('--', at + 1)) {
    if (!isUuidAt(text.slice(at + 2, at + 38), 0)) continue;
    let start = at;
    while (start > 0 && at - start < longestType && isOfType(text, start - 1, at)) start -= 1;
    // A type starts with a letter; what comes before it belongs to the text.
    while (start < at && !isLetter(text.charCodeAt(start))) start += 1;
    const identifier = text.slice(start, at + 38);
    if (isIdentifier(identifier)) found.add(identifier);
  }
}

const isLetter = (code: number): boolean => code >= 97 && code <= 122;
/** Whether the character may be in a type name, which has no two hyphens in a row. */
const isOfType = (text: string, place: number, end: number): boolean => {
  const code = text.charCodeAt(place);
  if (code === 45) return place + 1 === end || text.charCodeAt(place + 1) !== 45;
  return isLetter(code) || (code >= 48 && code <= 57);
};

function collect(value: unknown, path: string, found: Reference[], depth: number): void {
  if (depth > deepest || typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index += 1) {
      const item: unknown = value[index];
      if (typeof item === 'object') collect(item, `${path}[${index}]`, found, depth + 1);
    }
    return;
  }
  for (const property of Object.keys(value)) {
    const member = (value as Record<string, unknown>)[property];
    if (depth === 0 && (property === 'object_marking_refs' || property === 'granular_markings')) continue;
    const here = path === '' ? property : `${path}.${property}`;
    if (typeof member === 'string') {
      if (property.endsWith('_ref')) found.push({ path: here, id: member, property });
    } else if (typeof member === 'object' && member !== null) {
      if (property.endsWith('_refs')) addMany(member, here, property, found);
      else collect(member, here, found, depth + 1);
    }
  }
}

function addMany(list: unknown, path: string, property: string, found: Reference[]): void {
  if (!Array.isArray(list)) return;
  for (const [index, id] of list.entries()) {
    if (typeof id === 'string') found.push({ path: `${path}[${index}]`, id, property });
  }
}
