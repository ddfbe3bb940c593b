// UUIDs of RFC 4122: reading their version, and making the name-based kind (v5, SHA-1).
import { createHash } from 'node:crypto';

// One test for the form: 8-4-4-4-12 hexadecimal digits, a version 1-8 and the RFC 4122 variant.
// RFC 4122 reads either case and writes lower case; STIX 2.1 §3.1 wants literals in lower case.
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

export function isUuid(text: string): boolean {
  return text.length === 36 && UUID.test(text);
}

/** The version digit of a well-formed UUID. */
export function uuidVersion(uuid: string): number {
  return uuid.charCodeAt(14) - 48;
}

/** A UUIDv5: the same namespace and name give the same UUID for ever. */
export function uuidV5(namespace: string, name: string): string {
  const bytes = createHash('sha1')
    .update(Buffer.from(namespace.replaceAll('-', ''), 'hex'))
    .update(name)
    .digest();
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`;
}
