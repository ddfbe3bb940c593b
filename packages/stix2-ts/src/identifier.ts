// STIX identifiers, `type--UUID` (STIX 2.1 §2.9): checking, making at random, by name, and from an observable's content.
import { randomUUID } from 'node:crypto';
import { canonical } from './json/canonical.ts';
import { contributing } from './registry/contributing.ts';
import { isRecord, type JsonRecord } from './stix-object.ts';
import { isUuidAt, uuidV5 } from './value/uuid.ts';

/** The namespace the standard gives observables (§2.9); nothing else may use it. */
export const OBSERVABLE_NAMESPACE = '00abedb4-aa42-466c-9c01-fed23315a9b7';

/** Tocsin's own namespace for ids made from a name. It never changes: imported things keep their ids by it. */
export const TOCSIN_NAMESPACE = 'd1f0a3c6-5b1e-4f5c-9a57-3c0f4f6b8e21';

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

export function isIdentifier(text: string): boolean {
  const at = text.length - 38;
  return at >= 3 && text.startsWith('--', at) && isUuidAt(text, at + 2) && isTypeName(text.slice(0, at));
}

/** The type before the `--`, or an empty text when there is none. */
export function identifierType(id: string): string {
  const at = id.indexOf('--');
  return at < 0 ? '' : id.slice(0, at);
}

/** A new random identifier (UUIDv4). */
export function newIdentifier(type: string): string {
  return `${type}--${randomUUID()}`;
}

/** The identifier that a name has in Tocsin's namespace (UUIDv5): same type and name, same id. */
export function identifierFor(type: string, name: string): string {
  return `${type}--${uuidV5(TOCSIN_NAMESPACE, `${type}:${name}`)}`;
}

/** The id an observable's content gives it (§2.9, §3.4), or null where the standard wants a random one. */
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
