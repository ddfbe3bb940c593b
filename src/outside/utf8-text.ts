// Decodes text that comes from outside. Bytes that are not UTF-8 are refused: a decoder would put U+FFFD in their place, and
// what nobody wrote would be published. A byte order mark is taken off.
import { isUtf8 } from 'node:buffer';

const MARK = '\uFEFF';

/** The text of these bytes, or null when they are not UTF-8. */
export const utf8TextOf = (bytes: Uint8Array): string | null =>
  isUtf8(bytes)
    ? withoutByteOrderMark(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8'))
    : null;

export const withoutByteOrderMark = (text: string): string => (text.startsWith(MARK) ? text.slice(1) : text);

/** Whether the percent-encoded bytes of an address are UTF-8. */
export const isUtf8Address = (text: string): boolean =>
  isUtf8(
    Buffer.from(
      text.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
      'latin1',
    ),
  );

/** The byte at which a decoder finds something that is not UTF-8, from 0; -1 when there is none. */
export const firstOddByte = (bytes: Buffer): number => {
  const encoded = Buffer.from(bytes.toString('utf8'));
  return bytes.findIndex((byte, at) => byte !== encoded[at]);
};
