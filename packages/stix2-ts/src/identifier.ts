// STIX identifiers, `type--UUID` (STIX 2.1 §2.9): checks them and makes them at random, from a name or from the content
// of an observable.
import { canonical } from './json/canonical.ts';
import { contributing } from './registry/contributing.ts';
import { isRecord, type JsonRecord } from './stix-object.ts';
import { isUuidAt, uuidV4, uuidV5 } from './value/uuid.ts';

/** The namespace for ids made from an observable's content (§2.9). Do not use it for anything else. */
export const OBSERVABLE_NAMESPACE = '00abedb4-aa42-466c-9c01-fed23315a9b7';

const TYPE = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*-?$/;

/** Frequent type names, to skip the character-by-character check. */
const wellKnown = new Set([
  ...contributing.keys(),
  'relationship',
  'identity',
  'indicator',
  'marking-definition',
]);

/** A type name (§3.1): 3 to 250 of a-z, 0-9 and hyphen, starting with a letter, without two hyphens in a row. */
export function isTypeName(text: string): boolean {
  if (wellKnown.has(text)) return true;
  return text.length >= 3 && text.length <= 250 && TYPE.test(text);
}

/** Whether the text is an identifier (§2.9): a type name, `--`, and a UUID of RFC 4122 in lower case. */
export function isIdentifier(text: string): boolean {
  const at = text.length - 38;
  return at >= 3 && text.startsWith('--', at) && isUuidAt(text, at + 2) && isTypeName(text.slice(0, at));
}

/** The type before the `--`, or an empty string if there is none. */
export function identifierType(id: string): string {
  const at = id.indexOf('--');
  return at < 0 ? '' : id.slice(0, at);
}

/** A new random identifier (UUIDv4, §2.9). */
export function newIdentifier(type: string): string {
  return `${type}--${uuidV4()}`;
}

/**
 * The id for a name in your own namespace, a UUID (UUIDv5, §2.9). The same namespace, type and name always give the
 * same id. The namespace must not be that of observables.
 */
export function identifierByName(namespace: string, type: string, name: string): string {
  return `${type}--${uuidV5(namespace, `${type}:${name}`)}`;
}

/**
 * The id for an observable's content (§2.9, §3.4): UUIDv5 of its ID contributing properties in canonical JSON. Null
 * where the standard asks for a random id: other objects, a `process`, or no contributing properties.
 */
export function observableIdentifier(object: unknown): string | null {
  if (!isRecord(object)) return null;
  const type = object['type'];
  const properties = typeof type === 'string' ? contributing.get(type) : undefined;
  if (typeof type !== 'string' || properties === undefined) return null;
  const name = contributionOf(object, properties);
  if (name === null) return null;
  try {
    return `${type}--${uuidV5(OBSERVABLE_NAMESPACE, canonical(name))}`;
  } catch (error) {
    // Content that RFC 8785 cannot serialise (a lone surrogate) has no deterministic id.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function contributionOf(object: JsonRecord, properties: readonly string[]): JsonRecord | null {
  const name: Record<string, unknown> = {};
  for (const property of properties) {
    const value = object[property];
    if (value === undefined || value === null) continue;
    name[property] = property === 'hashes' && isRecord(value) ? oneHash(value) : value;
  }
  return Object.keys(name).length === 0 ? null : name;
}

const preferredHashes = ['MD5', 'SHA-1', 'SHA-256', 'SHA-512'];

/** Only one hash contributes: the first preferred algorithm present, else the first hash. */
function oneHash(hashes: JsonRecord): JsonRecord {
  const chosen = preferredHashes.find((name) => Object.hasOwn(hashes, name)) ?? Object.keys(hashes)[0];
  return chosen === undefined ? {} : { [chosen]: hashes[chosen] };
}
