// The memory of the events that wait in the streams of one process. An event that waits in a thousand streams is there once.

/** What a waiting event keeps in memory: the content that all its readers share, and the size of that as text. */
export type Load = { readonly content: object; readonly characters: number };

export type Held = {
  add(load: Load): void;
  remove(load: Load): void;
  /** An estimate, in bytes. */
  bytes(): number;
};

/** Parsed JSON takes about three times its text (measured with warnings of 2 to 60 kB). */
const BYTES_PER_CHARACTER = 3;
/** What each reader has of an event beside its content: the cursor, the reason, the state. */
const BYTES_PER_READER = 1_024;

export const openHeld = (): Held => {
  const readers = new Map<object, number>();
  let bytes = 0;
  return {
    add: ({ content, characters }) => {
      const already = readers.get(content) ?? 0;
      readers.set(content, already + 1);
      bytes += BYTES_PER_READER + (already === 0 ? characters * BYTES_PER_CHARACTER : 0);
    },
    remove: ({ content, characters }) => {
      const left = (readers.get(content) ?? 1) - 1;
      if (left === 0) readers.delete(content);
      else readers.set(content, left);
      bytes -= BYTES_PER_READER + (left === 0 ? characters * BYTES_PER_CHARACTER : 0);
    },
    bytes: () => bytes,
  };
};
