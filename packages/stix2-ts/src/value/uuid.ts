// UUIDs (RFC 9562): reads their version and makes them at random (v4) or from a name (v5, SHA-1).
import { bytesOfHex, hexOf, utf8Of } from './bytes.ts';
import { sha1 } from './hash.ts';

/** The allowed characters at each of the 36 places: x hexadecimal, V version 1-8, R variant of RFC 4122. */
const places = 'xxxxxxxx-xxxx-Vxxx-Rxxx-xxxxxxxxxxxx';

const HEXADECIMAL = 1;
const VERSION = 2;
const VARIANT = 4;

const classes = new Uint8Array(128);
for (const digit of '0123456789abcdef') classes[digit.charCodeAt(0)] = HEXADECIMAL;
for (const digit of '12345678') classes[digit.charCodeAt(0)] = HEXADECIMAL | VERSION;
for (const digit of '89ab') classes[digit.charCodeAt(0)] = (classes[digit.charCodeAt(0)] ?? 0) | VARIANT;
classes['-'.charCodeAt(0)] = 8;

const wanted = Uint8Array.from(places, (place) => ({ '-': 8, V: VERSION, R: VARIANT })[place] ?? HEXADECIMAL);

/**
 * Whether the text from `at` to its end is a UUID. RFC 4122 accepts either case and writes lower case; STIX compares
 * ids character by character (§3.3), so only lower case is accepted.
 */
export function isUuidAt(text: string, at: number): boolean {
  if (text.length - at !== 36) return false;
  for (let place = 0; place < 36; place += 1) {
    const unit = text.charCodeAt(at + place);
    if (unit > 127 || ((classes[unit] ?? 0) & (wanted[place] ?? 0)) === 0) return false;
  }
  return true;
}

/** The version digit of a well-formed UUID. */
export function uuidVersion(uuid: string): number {
  return uuid.charCodeAt(14) - 48;
}

/** A random UUIDv4. Browsers offer `randomUUID` in secure contexts only, but random bytes everywhere. */
export function uuidV4(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  return uuidOf(crypto.getRandomValues(new Uint8Array(16)), 4);
}

/** A UUIDv5: the same namespace (a UUID) and name always give the same UUID. */
export function uuidV5(namespace: string, name: string): string {
  const [space, named] = [bytesOfHex(namespace.replaceAll('-', '')), utf8Of(name)];
  const bytes = new Uint8Array(space.length + named.length);
  bytes.set(space);
  bytes.set(named, space.length);
  return uuidOf(sha1(bytes), 5);
}

/** The first 16 bytes as a UUID of this version. */
function uuidOf(bytes: Uint8Array, version: 4 | 5): string {
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | (version << 4);
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = hexOf(bytes.subarray(0, 16));
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
