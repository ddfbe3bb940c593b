// Texts of rows that were made lately, for all shared pages together, held to a size.
import { holdToSize } from '../domain/held-to-size.ts';

export type RowTexts = {
  /** A part for one operation. */
  open(): { get(key: string): string | undefined; put(key: string, text: string): void };
};

/** In characters. */
const MAX_LENGTH = 16 * 1024 * 1024;

export const openRowTexts = (maxLength = MAX_LENGTH): RowTexts => {
  const held = holdToSize<string>(maxLength);
  let parts = 0;
  return {
    open: () => {
      parts += 1;
      const part = `${parts} `;
      return {
        get: (key) => held.get(part + key),
        put: (key, text) => held.put(part + key, text, text.length),
      };
    },
  };
};
