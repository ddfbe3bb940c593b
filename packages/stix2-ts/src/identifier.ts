// STIX identifiers, `type--UUID` (STIX 2.1 §2.9): checking them, and making them at random, from a name, or from an
// observable's content.
import { canonical } from './json/canonical.ts';
import { contributing } from './registry/contributing.ts';
import { isRecord, type JsonRecord } from './stix-object.ts';
import { isUuidAt, uuidV4, uuidV5 } from './value/uuid.ts';

/** The namespace of identifiers made from an observable's content (§2.9); nothing else may use it. */
export const OBSERVABLE_NAMESPACE = '00abedb4-aa42-466c-9c01-fed23315a9b7';

const TYPE = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*-?$/;

/** Names that are looked at all the time; every other one is read letter by letter. */
const wellKnown = new Set([
  ...contributing.keys(),
  'relationship',
  'identity',
  'indicator',
  'marking-definition',
]);

/** A type name of §3.1: 3 to 250 of a-z, 0-9 and hyphen, a letter first, no two hyphens in a row. */
export function isTypeName(text: string): boolean {
  if (wellKnown.has(text)) return true;
  return text.length >= 3 && text.length <= 250 && TYPE.test(text);
}

/** Whether the text is an identifier of §2.9: a type name, `--`, and a UUID of RFC 4122 in lower case. */
export function isIdentifier(text: string): boolean {
  const at = text.length - 38;
  return at >= 3 && text.startsWith('--', at) && isUuidAt(text, at + 2) && isTypeName(text.slice(0, at));
}

/** The type before the `--`, or an empty text when there is none. */
export function identifierType(id: string): string {
  const at = id.indexOf('--');
  return at < 0 ? '' : id.slice(0, at);
}

/** A new random identifier (UUIDv4, §2.9). */
export function newIdentifier(type: string): string {
  return `${type}--${uuidV4()}`;
}

/**
 * The identifier of a name in a namespace of yours, a UUID (UUIDv5, §2.9): same namespace, type and name, same id.
 * The namespace must not be that of observables.
 */
export function identifierByName(namespace: string, type: string, name: string): string {
  return `${type}--${uuidV5(namespace, `${type}:${name}`)}`;
}

/**
 * The identifier of an observable's content (§2.9, §3.4): UUIDv5 of its ID contributing properties in canonical JSON.
 * Null where the standard wants a random one: for other objects, a `process`, and without contributing properties.
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
    // Content that RFC 8785 cannot write (a lone surrogate) has no deterministic id.
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

/** One hash only: the first of the preferred ones, else the first there is. */
function oneHash(hashes: JsonRecord): JsonRecord {
  const chosen = preferredHashes.find((name) => Object.hasOwn(hashes, name)) ?? Object.keys(hashes)[0];
  return chosen === undefined ? {} : { [chosen]: hashes[chosen] };
}
