// Texts of rows made recently, for all shared pages together, bounded in characters. They are read by `peek`, so the
// oldest goes first: what is read is mostly new, and noting each read costs more than making an old text again.
import { LRUCache } from 'lru-cache';

export type RowTexts = {
  /** A part for one operation. */
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
