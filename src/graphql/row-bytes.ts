// Recently rendered rows, for all shared pages together, limited in bytes. Reads use `peek`, so the oldest row is evicted
// first: most reads are of new rows, and tracking each read costs more than rendering an old row again.
import { LRUCache } from 'lru-cache';

export type RowBytes = {
  /** The rows of one operation, as JSON in UTF-8. */
  open(): OperationRows;
};

export type OperationRows = {
  /** The key of what is in these words. Whoever keeps the key saves hashing a new text for each read. */
  keyOf(...words: readonly (string | number | null)[]): string;
  get(key: string): Buffer | undefined;
  put(key: string, row: Buffer): void;
};

const MAX_BYTES = 16 * 1024 * 1024;

export const openRowBytes = (maxBytes = MAX_BYTES): RowBytes => {
  const kept = new LRUCache<string, Buffer>({
    maxSize: maxBytes,
    sizeCalculation: ({ length }) => Math.max(1, length),
  });
  let parts = 0;
  return {
    open: () => {
      parts += 1;
      const part = parts;
      return {
        keyOf: (...words) => [part, ...words].join('.'),
        get: (key) => kept.peek(key),
        put: (key, row) => void kept.set(key, row),
      };
    },
  };
};
