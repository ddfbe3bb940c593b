// One budget for everything that a hub holds in memory for clients that send or read slowly: bodies on their way in, bytes
// on their way out, and events that wait in streams. At the bound the kind that holds the most gives way, so that each is
// sure of a third of the budget whatever happens to the others (I20).
import type { Connection, Connections } from './connections.ts';

/** One kind of buffer. */
export type BufferPart = {
  /** Held now. */
  bytes(): number;
  /** Frees a buffer by ending its client's request or connection; false when none may be ended for `claim`. */
  cut(claim: Claim | null): boolean;
};

/** A body that needs room before it is received. */
export type Claim = { readonly member: string; readonly bytes: number };

export type BufferParts = {
  readonly unsent: Connections;
  readonly bodies: BufferPart;
  readonly streams: BufferPart;
};

export type Buffers = {
  readonly parts: BufferParts;
  bytes(): number;
  /** Whether a body of this size may be received; ends what holds more than its share, if that is needed for it. */
  makeRoom(claim: Claim): boolean;
  /** Call after each write to a stream: one event may go to thousands of streams in one turn. */
  wrote(connection: Connection): void;
  close(): void;
};

/** What nobody reports is measured at this interval. */
const SWEEP_MS = 250;

export const openBuffers = (limit: number, parts: BufferParts): Buffers => {
  const all = [parts.unsent, parts.bodies, parts.streams];
  const bytes = (): number => all.reduce((sum, part) => sum + part.bytes(), 0);
  const makeRoom = (claim: Claim | null): boolean => {
    while (bytes() + (claim?.bytes ?? 0) > limit) {
      const heldBy = (part: BufferPart): number =>
        part.bytes() + (part === parts.bodies ? (claim?.bytes ?? 0) : 0);
      const largest = all.reduce((most, part) => (heldBy(part) > heldBy(most) ? part : most));
      const before = bytes();
      // What was cut and holds its bytes all the same would be cut for ever, and nothing else would run.
      if (!largest.cut(claim) || bytes() >= before) return false;
    }
    return true;
  };
  const sweep = setInterval(() => {
    parts.unsent.measureAll();
    makeRoom(null);
  }, SWEEP_MS);
  sweep.unref();
  return {
    parts,
    bytes,
    makeRoom,
    wrote: (connection) => {
      parts.unsent.measure(connection);
      makeRoom(null);
    },
    close: () => clearInterval(sweep),
  };
};
