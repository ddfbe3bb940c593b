// Whether bytes are one frame of zstd, whole, and nothing else (RFC 8878, 3.1.1): by the lengths that it states, without decompressing
// anything. Node's decompressor passes over up to 13 bytes behind it, and over an end that is missing. Node's compressor ends some
// streams with a second frame that is empty: that one may be there.

/** Bytes of a frame that are looked at, or passed over. Before a limit all may end. */
type Part = { readonly bytes: number; readonly isRead?: true; readonly isLimit?: true };

const MAGIC = [0x28, 0xb5, 0x2f, 0xfd];
/** The magic number, and the byte that describes the header. */
const HEAD: Part = { bytes: MAGIC.length + 1, isRead: true };
const SECOND: Part = { ...HEAD, isLimit: true };
const END: Part = { bytes: 1, isLimit: true };
const BLOCK_HEAD: Part = { bytes: 3, isRead: true };
const CHECKSUM: Part = { bytes: 4 };
const ID_BYTES = [0, 1, 2, 4];
const SIZE_BYTES = [0, 2, 4, 8];

/** What follows the byte that describes the header: window, dictionary and size. */
const headerBytes = (descriptor: number): number => {
  const isSingleSegment = (descriptor & 0x20) !== 0;
  const size = descriptor >> 6;
  const sizeBytes = size === 0 && isSingleSegment ? 1 : (SIZE_BYTES[size] ?? 0);
  return (isSingleSegment ? 0 : 1) + (ID_BYTES[descriptor & 3] ?? 0) + sizeBytes;
};

/** A last block, stored, of nothing. */
const EMPTY_BLOCK = 1;

/** Each part that is read is given back. Ends with what does not belong to it. */
function* partsOf(): Generator<Part, void, readonly number[]> {
  for (const begin of [HEAD, SECOND]) {
    const head = yield begin;
    if (MAGIC.some((byte, at) => head[at] !== byte)) return;
    const descriptor = head[MAGIC.length] ?? 0;
    yield { bytes: headerBytes(descriptor) };
    for (let isLast = false; !isLast; ) {
      const [low = 0, middle = 0, high = 0] = yield BLOCK_HEAD;
      const block = low + middle * 2 ** 8 + high * 2 ** 16;
      if (begin === SECOND && block !== EMPTY_BLOCK) return;
      isLast = block % 2 === 1;
      const isRepeated = ((block >> 1) & 3) === 1;
      yield { bytes: isRepeated ? 1 : block >> 3 };
    }
    if ((descriptor & 4) !== 0) yield CHECKSUM;
  }
  yield END;
}

export type ZstdFrame = {
  /** Takes the next bytes; false once some do not belong to it. */
  take(chunk: Uint8Array): boolean;
  /** Whether all that was taken is whole. */
  isWhole(): boolean;
};

export const openZstdFrame = (): ZstdFrame => {
  const parts = partsOf();
  let part = parts.next().value ?? null;
  let missing = part?.bytes ?? 0;
  let read: number[] = [];
  const goOn = (): void => {
    while (part !== null && missing === 0) {
      part = parts.next(read).value ?? null;
      missing = part?.bytes ?? 0;
      read = [];
    }
  };
  return {
    take: (chunk) => {
      for (let at = 0; part !== null && at < chunk.length; ) {
        const end = Math.min(at + missing, chunk.length);
        if (part.isRead === true) read.push(...chunk.subarray(at, end));
        missing -= end - at;
        at = end;
        goOn();
      }
      return part !== null;
    },
    isWhole: () => part?.isLimit === true && missing === part.bytes,
  };
};
