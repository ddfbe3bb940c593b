// Texts of rows that were made lately, for all shared pages together, held to a size: first in, first out.

export type RowTexts = {
  /** A part for one operation. */
  open(): { get(key: string): string | undefined; put(key: string, text: string): void };
};

/** In characters. */
const MAX_LENGTH = 16 * 1024 * 1024;

export const openRowTexts = (maxLength = MAX_LENGTH): RowTexts => {
  const held = new Map<string, string>();
  let parts = 0;
  let total = 0;
  return {
    open: () => {
      parts += 1;
      const part = `${parts} `;
      return {
        get: (key) => held.get(part + key),
        put: (key, text) => {
          const name = part + key;
          total += text.length - (held.get(name)?.length ?? 0);
          held.set(name, text);
          for (const [oldest, { length }] of held) {
            if (total <= maxLength) break;
            held.delete(oldest);
            total -= length;
          }
        },
      };
    },
  };
};
