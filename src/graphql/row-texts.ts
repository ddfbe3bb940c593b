// Recently rendered rows, for all shared pages together, limited in characters. Reads use `peek`, so the oldest text is
// evicted first: most reads are of new rows, and tracking each read costs more than rendering an old row again.
import { LRUCache } from 'lru-cache';

export type RowTexts = {
  /** The texts of one operation. */
  open(): { get(key: string): string | undefined; put(key: string, text: string): void };
};

/** In characters. */
const MAX_LENGTH = 16 * 1024 * 1024;

export const openRowTexts = (maxLength = MAX_LENGTH): RowTexts => {
  const kept = new LRUCache<string, string>({
    maxSize: maxLength,
    sizeCalculation: (text) => Math.max(1, text.length),
  });
  let parts = 0;
  return {
    open: () => {
      parts += 1;
      const part = `${parts} `;
      return {
        get: (key) => kept.peek(part + key),
        put: (key, text) => void kept.set(part + key, text),
      };
    },
  };
};
