// Finds every identifier an object points to (STIX 2.1 §3.3): all `*_ref` and `*_refs` at any depth, including those in
// extensions, custom objects and granular markings.
import { isRecord } from './stix-object.ts';

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
