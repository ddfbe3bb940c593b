// The pieces that a body arrives in. Node makes a buffer of each chunk or packet, of some 500 bytes whatever it carries: a
// body of single bytes would take five hundred times what is counted of it (M27, I20).
import type { IncomingMessage } from 'node:http';

export type Collected = {
  add(piece: Buffer): void;
  /** All bytes that were added; none remain. */
  take(): Buffer;
};

const PAGE_BYTES = 64 * 1024;

/** Copies each piece into pages, so that it takes what it carries. `expected` are the bytes that may come. */
export const collectBytes = (expected: number): Collected => {
  const pages: Buffer[] = [];
  let free = Buffer.alloc(0);
  const nextPage = (): void => {
    const page = Buffer.allocUnsafe(pages.length === 0 ? Math.min(expected, PAGE_BYTES) : PAGE_BYTES);
    pages.push(page);
    free = page;
  };
  return {
    add: (piece) => {
      for (let at = 0; at < piece.length; ) {
        if (free.length === 0) nextPage();
        const copied = piece.copy(free, 0, at);
        free = free.subarray(copied);
        at += copied;
      }
    },
    take: () => {
      const last = pages.pop();
      const used = last?.subarray(0, last.length - free.length) ?? Buffer.alloc(0);
      free = Buffer.alloc(0);
      return Buffer.concat([...pages.splice(0), used]);
    },
  };
};

/** So many pieces that nobody has read are joined to one. */
const MAX_LOOSE = 256;

/** Keeps a body that nobody reads yet in few pieces. Node stops after 64 kB of it. Call before the first piece comes. */
export const joinUnread = (request: IncomingMessage): void => {
  const { headers } = request;
  if (headers['transfer-encoding'] === undefined && Number(headers['content-length'] ?? 0) === 0) return;
  let loose = 0;
  const push = request.push.bind(request);
  request.push = (piece: Buffer | null): boolean => {
    const isMoreWanted = push(piece);
    loose = request.readableFlowing === null ? loose + 1 : 0;
    if (piece === null || loose < MAX_LOOSE) return isMoreWanted;
    loose = 0;
    const joined: Buffer | null = request.read();
    if (joined !== null) request.unshift(joined);
    return isMoreWanted;
  };
};
