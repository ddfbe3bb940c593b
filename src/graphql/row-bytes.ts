// Recently rendered rows, for all shared pages together, limited in bytes. Reads use `peek`, so the oldest row is evicted
// first: most reads are of new rows, and tracking each read costs more than rendering an old row again.
import { LRUCache } from 'lru-cache';

export type RowBytes = {
  /** The rows of one operation, as JSON in UTF-8. */
  open(): { get(key: string): Buffer | undefined; put(key: string, row: Buffer): void };
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
      const part = `${parts} `;
      return {
        get: (key) => kept.peek(part + key),
        put: (key, row) => void kept.set(part + key, row),
      };
    },
  };
};
