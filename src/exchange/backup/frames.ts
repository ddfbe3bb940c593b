// The plain text of a backup, before it is compressed and encrypted: a line that names it, then frames of a letter, a
// length (32 bits, little-endian) and so many bytes. HEAD and MANIFEST are JSON, COLLECTION is a name, ROWS are BSON
// documents one after the other. SEAL is the SHA-256 of all bytes before it, and nothing follows it.
import { createHash, timingSafeEqual } from 'node:crypto';
import { BackupFault } from '../../domain/backup/backup.ts';
import { problem } from '../../domain/problem.ts';

const MAGIC = Buffer.from('tocsin backup\n');
const LETTERS = { HEAD: 'H', COLLECTION: 'C', ROWS: 'R', MANIFEST: 'M', SEAL: 'S' } as const;
export type FrameKind = keyof typeof LETTERS;
export type Frame = { readonly kind: FrameKind; readonly payload: Buffer };

const PREFIX_BYTES = 5;
/** A document has at most 16 MiB, and a frame of rows ends with the document that fills it. */
const MAX_FRAME_BYTES = 20 * 1024 * 1024;
const LENGTH_BYTES = 4;
/** An empty BSON document. */
const LEAST_ROW_BYTES = 5;

const KIND_OF = new Map<number, FrameKind>(
  Object.entries(LETTERS).map(([kind, letter]) => [letter.charCodeAt(0), kind as FrameKind]),
);

/** The file is not what was written; `what` says where that was noticed. */
export const damaged = (what: string, cause?: unknown): BackupFault =>
  new BackupFault(
    problem(
      'BACKUP_DAMAGED',
      '$.file',
      `The backup is damaged: ${what}.`,
      'Take another copy of the file, or an older backup; nothing of this one can be trusted.',
    ),
    cause,
  );

export const noBackup = (what: string): BackupFault =>
  new BackupFault(
    problem(
      'NOT_A_BACKUP',
      '$.file',
      `This is no backup of Tocsin: ${what}.`,
      'Name the file that `tocsin backup` wrote.',
    ),
  );

/** Writes frames as bytes, and ends with the seal. */
export async function* bytesOf(frames: AsyncIterable<Frame>): AsyncGenerator<Buffer> {
  const seal = createHash('sha256');
  const sealed = (bytes: Buffer): Buffer => {
    seal.update(bytes);
    return bytes;
  };
  yield sealed(MAGIC);
  for await (const { kind, payload } of frames) {
    yield sealed(prefixOf(kind, payload.length));
    yield sealed(payload);
  }
  const digest = seal.digest();
  yield prefixOf('SEAL', digest.length);
  yield digest;
}

const prefixOf = (kind: FrameKind, length: number): Buffer => {
  const prefix = Buffer.alloc(PREFIX_BYTES);
  prefix.write(LETTERS[kind], 0, 'latin1');
  prefix.writeUInt32LE(length, 1);
  return prefix;
};

/** Reads frames; the seal is checked and not given out. Throws a BackupFault where the bytes are not what was written. */
export async function* framesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Frame> {
  const take = openTaker(chunks);
  const seal = createHash('sha256');
  const magic = await take(MAGIC.length);
  if (magic === null || !magic.equals(MAGIC)) throw noBackup('it does not begin like one');
  seal.update(magic);
  for (;;) {
    const prefix = await take(PREFIX_BYTES);
    if (prefix === null) throw damaged('it ends before its seal');
    const kind = KIND_OF.get(prefix[0] ?? 0);
    const length = prefix.readUInt32LE(1);
    if (kind === undefined || length > MAX_FRAME_BYTES) throw damaged('a part of it is not what was written');
    const payload = length === 0 ? Buffer.alloc(0) : await take(length);
    if (payload === null) throw damaged('it ends within a part');
    if (kind === 'SEAL') {
      const digest = seal.digest();
      const isSame = payload.length === digest.length && timingSafeEqual(payload, digest);
      if (!isSame) throw damaged('its content does not have the digest that was written');
      if ((await take(1)) !== null) throw damaged('something follows its end');
      return;
    }
    seal.update(prefix).update(payload);
    yield { kind, payload };
  }
}

/** Takes so many bytes; null when none is left. */
const openTaker = (chunks: AsyncIterable<Uint8Array>): ((count: number) => Promise<Buffer | null>) => {
  const source = chunks[Symbol.asyncIterator]();
  let held: Uint8Array[] = [];
  let size = 0;
  return async (count) => {
    while (size < count) {
      const next = await source.next();
      if (next.done === true) {
        if (size === 0) return null;
        throw damaged('it ends too early');
      }
      held.push(next.value);
      size += next.value.length;
    }
    const [first] = held;
    const all =
      held.length === 1 && first !== undefined
        ? Buffer.from(first.buffer, first.byteOffset, first.length)
        : Buffer.concat(held, size);
    held = size === count ? [] : [all.subarray(count)];
    size -= count;
    return all.subarray(0, count);
  };
};

/** The documents in a frame of rows, each with its own bytes. */
export function* rowsIn(payload: Buffer): Generator<Buffer> {
  for (let at = 0; at < payload.length; ) {
    const length = at + LENGTH_BYTES <= payload.length ? payload.readInt32LE(at) : 0;
    if (length < LEAST_ROW_BYTES || at + length > payload.length) throw damaged('a row is not whole');
    yield payload.subarray(at, at + length);
    at += length;
  }
}
