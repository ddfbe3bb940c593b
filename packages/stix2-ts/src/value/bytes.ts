// Bytes and the text encodings of STIX (STIX 2.1 §2.1 binary, §2.8 hex; patterns §9.6.4), without Node's Buffer.

const PAIRS = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

const encoder = new TextEncoder();

/** A text as UTF-8; a lone surrogate becomes U+FFFD. */
export function utf8Of(text: string): Uint8Array {
  return encoder.encode(text);
}

/** Lower-case hexadecimal. */
export function hexOf(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += PAIRS[byte];
  return text;
}

/** Decodes pairs of hexadecimal digits up to the first invalid character. Never throws. */
export function bytesOfHex(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length >> 1);
  for (let at = 0; at < bytes.length; at += 1) {
    const [high, low] = [hexDigit(text.charCodeAt(at * 2)), hexDigit(text.charCodeAt(at * 2 + 1))];
    if (high < 0 || low < 0) return bytes.subarray(0, at);
    bytes[at] = high * 16 + low;
  }
  return bytes;
}

function hexDigit(unit: number): number {
  if (unit >= 48 && unit <= 57) return unit - 48;
  const lower = unit | 32;
  return lower >= 97 && lower <= 102 ? lower - 87 : -1;
}

const sixBits = new Int8Array(128).fill(-1);
for (const [value, sign] of [...BASE64].entries()) sixBits[sign.charCodeAt(0)] = value;
// RFC 4648 §5 uses these two in place of + and /.
sixBits['-'.charCodeAt(0)] = 62;
sixBits['_'.charCodeAt(0)] = 63;

/** Decodes base64 (RFC 4648) up to its padding, skipping other characters. Never throws. */
export function bytesOfBase64(text: string): Uint8Array {
  const bytes = new Uint8Array(Math.ceil((text.length * 3) / 4));
  let [length, held, bits] = [0, 0, 0];
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === 61) break;
    const value = unit < 128 ? (sixBits[unit] ?? -1) : -1;
    if (value < 0) continue;
    held = ((held << 6) | value) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[length] = (held >> bits) & 255;
    length += 1;
  }
  return bytes.subarray(0, length);
}

/** The text as one byte per code unit; null when a unit is above U+00FF. */
export function latin1Of(text: string): Uint8Array | null {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit > 255) return null;
    bytes[at] = unit;
  }
  return bytes;
}

/** One character per byte. */
export function charactersOf(bytes: Uint8Array): string[] {
  return Array.from(bytes, (byte) => String.fromCharCode(byte));
}

/** Negative, zero or positive as the first comes before, equals or comes after the second. */
export function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const shared = Math.min(a.length, b.length);
  for (let at = 0; at < shared; at += 1) {
    const by = (a[at] ?? 0) - (b[at] ?? 0);
    if (by !== 0) return by;
  }
  return a.length - b.length;
}
