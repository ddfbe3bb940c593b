// Long answers of queries as gzip, where the client takes that: off the event loop, a bounded amount at once, and with a
// length that tells no guess (docs/decisions/0005-graphql-execution.md, "Compressed answers").
import { createHmac, randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import Negotiator from 'negotiator';
import type { Reply } from '../answer.ts';

const gzipped = promisify(gzip);

/** Nearly as small as the best, in a third of its time. */
const LEVEL = 3;
const asGzip = (body: Uint8Array): Promise<Buffer> => gzipped(body, { level: LEVEL });

export const COMPRESSION = {
  /** In bytes, as it would be sent: what is shorter fits into a few packets anyway. */
  least: 4 * 1024,
  /** What is longer would keep a thread busy for a tenth of a second. */
  most: 8 * 1024 * 1024,
  /** Together at once, or one longer one alone: about 20 ms of work for these. What comes meanwhile is sent as it is. */
  atOnce: 2 * 1024 * 1024,
} as const;

export type Compression = {
  /** The reply as it is sent to whoever asks so. */
  of(request: Pick<IncomingMessage, 'headers'>, reply: Reply): Promise<Reply>;
};

export const openCompression = (pack = asGzip): Compression => {
  const secret = randomBytes(32);
  let inWork = 0;
  return {
    of: async (request, reply) => {
      const body = typeof reply.body === 'string' ? Buffer.from(reply.body) : reply.body;
      if (body.length < COMPRESSION.least || !isJson(reply.type)) return reply;
      const plain = { ...reply, body, headers: { ...reply.headers, vary: 'accept-encoding' } };
      const isTooMuch = inWork > 0 && inWork + body.length > COMPRESSION.atOnce;
      if (!takesGzip(request) || body.length > COMPRESSION.most || isTooMuch) return plain;
      inWork += body.length;
      try {
        const packed = padded(await pack(body), secret);
        return { ...plain, body: packed, headers: { ...plain.headers, 'content-encoding': 'gzip' } };
      } catch {
        // The answer is there, whatever becomes of its packing.
        return plain;
      } finally {
        inWork -= body.length;
      }
    },
  };
};

/** One event of a stream is none. */
const isJson = (type: string): boolean => type.startsWith('application/');

const takesGzip = ({ headers }: Pick<IncomingMessage, 'headers'>): boolean =>
  new Negotiator({ headers }).encodings(['gzip', 'identity'])[0] === 'gzip';

/** Of the head of gzip (RFC 1952): its length, where its flags are, and the one that a comment follows. */
const HEAD = { bytes: 10, flags: 3, hasComment: 16 };
const MOST_PADDING = 128;

/**
 * With a comment in its head whose length is a secret function of the content. One who publishes guesses into what another
 * reads, and measures the length of what the other gets, would see a right one as a byte less (BREACH). Not by chance: that
 * is averaged away by reading the same again.
 */
const padded = (packed: Buffer, secret: Buffer): Buffer => {
  const [first = 0] = createHmac('sha256', secret).update(packed).digest();
  const head = Buffer.from(packed.subarray(0, HEAD.bytes));
  head.writeUInt8(head.readUInt8(HEAD.flags) | HEAD.hasComment, HEAD.flags);
  return Buffer.concat([
    head,
    Buffer.from(`${'.'.repeat(first % MOST_PADDING)}\0`),
    packed.subarray(HEAD.bytes),
  ]);
};
