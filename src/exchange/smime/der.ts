// DER (ITU-T X.690), as far as a CMS structure needs it: written from parts, and read one element at a time.

export const TAG = {
  INTEGER: 0x02,
  OCTETS: 0x04,
  NULL: 0x05,
  OBJECT: 0x06,
  SEQUENCE: 0x30,
  SET: 0x31,
  /** Context-specific, constructed or not. */
  EXPLICIT_0: 0xa0,
  EXPLICIT_1: 0xa1,
  IMPLICIT_0: 0x80,
} as const;

const lengthOf = (length: number): Buffer => {
  if (length < 0x80) return Buffer.from([length]);
  const bytes: number[] = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) bytes.unshift(rest % 256);
  return Buffer.from([0x80 | bytes.length, ...bytes]);
};

export const element = (tag: number, ...parts: readonly Buffer[]): Buffer => {
  const content = Buffer.concat(parts);
  return Buffer.concat([Buffer.from([tag]), lengthOf(content.length), content]);
};

/** `2.16.840.1.101.3.4.1.42`. */
export const objectId = (dotted: string): Buffer => {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  const bytes = [first * 40 + second, ...rest].flatMap((arc) => {
    const septets = [arc % 128];
    for (let left = Math.floor(arc / 128); left > 0; left = Math.floor(left / 128))
      septets.unshift((left % 128) | 0x80);
    return septets;
  });
  return element(TAG.OBJECT, Buffer.from(bytes));
};

export type Element = {
  readonly tag: number;
  readonly content: Buffer;
  /** With tag and length. */
  readonly whole: Buffer;
  readonly rest: Buffer;
};

/** The first element of the bytes; null where they hold none. */
export const firstElement = (bytes: Buffer): Element | null => {
  const [tag, size] = bytes;
  if (tag === undefined || size === undefined) return null;
  const more = size < 0x80 ? 0 : size & 0x7f;
  if (more > 4 || bytes.length < 2 + more) return null;
  const length = more === 0 ? size : bytes.readUIntBE(2, more);
  const from = 2 + more;
  const end = from + length;
  if (end > bytes.length) return null;
  return {
    tag,
    content: bytes.subarray(from, end),
    whole: bytes.subarray(0, end),
    rest: bytes.subarray(end),
  };
};
