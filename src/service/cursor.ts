// Cursors: opaque, authenticated, bound to the list they page through, and useless without rights (I5). One AES block
// holds the position and a digest of the filter, which serves as the check field.
import { createCipheriv, createDecipheriv, createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { problem } from '../domain/problem.ts';

const CHECK_BYTES = 8;

export const cursorInvalid = (path: string) =>
  problem(
    'CURSOR_INVALID',
    path,
    'This cursor was not made by this hub for this filter.',
    'Use a cursor of the same query with the same filter, or leave it out.',
  );

/** A digest of what is paged through: endpoint, filter, partition. */
const checkOf = (binding: string): Buffer =>
  createHash('sha256').update(binding).digest().subarray(0, CHECK_BYTES);

/** `position` is an integer of at most 53 bits. */
export const sealCursor = (key: Buffer, binding: string, position: number): string =>
  openSealer(key, binding)(position);

/** Seals many positions of one binding; the cipher and the check are computed once. */
export const openSealer = (key: Buffer, binding: string): ((position: number) => string) => {
  const cipher = createCipheriv('aes-256-ecb', key, null).setAutoPadding(false);
  const block = Buffer.alloc(16);
  checkOf(binding).copy(block, 8);
  return (position) => {
    block.writeBigUInt64BE(BigInt(position), 0);
    // In ECB mode each block is encrypted separately, so one cipher serves all.
    return cipher.update(block).toString('base64url');
  };
};

/** Recently sealed cursors per key and binding. Cursors are deterministic, and everybody asks for page one. */
const sealedLately = new WeakMap<Buffer, LRUCache<string, Map<number, string>>>();
const MAX_BINDINGS = 100;
const MAX_POSITIONS = 2_000;

const latelyOf = (key: Buffer, binding: string): Map<number, string> => {
  const byBinding = sealedLately.get(key) ?? new LRUCache<string, Map<number, string>>({ max: MAX_BINDINGS });
  sealedLately.set(key, byBinding);
  const held = byBinding.get(binding) ?? new Map<number, string>();
  if (held.size > MAX_POSITIONS) held.clear();
  byBinding.set(binding, held);
  return held;
};

/** The cursors of a whole page; those not cached are sealed in one pass of the cipher. */
export const sealPage = (key: Buffer, binding: string, positions: readonly number[]): string[] => {
  const held = latelyOf(key, binding);
  const missing = positions.filter((position) => !held.has(position));
  if (missing.length > 0) {
    const cipher = createCipheriv('aes-256-ecb', key, null).setAutoPadding(false);
    const check = checkOf(binding);
    const blocks = Buffer.allocUnsafe(16 * missing.length);
    missing.forEach((position, index) => {
      blocks.writeBigUInt64BE(BigInt(position), 16 * index);
      check.copy(blocks, 16 * index + 8);
    });
    const sealed = cipher.update(blocks);
    missing.forEach((position, index) => {
      held.set(position, sealed.toString('base64url', 16 * index, 16 * index + 16));
    });
  }
  return positions.map((position) => held.get(position) ?? '');
};

/** The position, or null when this hub did not make the cursor for this binding. */
export const openCursor = (key: Buffer, binding: string, cursor: string): number | null => {
  const block = Buffer.from(cursor, 'base64url');
  if (block.length !== 16 || cursor.length > 24) return null;
  const decipher = createDecipheriv('aes-256-ecb', key, null).setAutoPadding(false);
  const plain = Buffer.concat([decipher.update(block), decipher.final()]);
  if (!plain.subarray(8).equals(checkOf(binding))) return null;
  const position = plain.readBigUInt64BE(0);
  return position <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(position) : null;
};

/** Like `sealCursor`, for a position of 12 bytes (a row id); the check then has 4 bytes. */
export const sealBlock = (key: Buffer, binding: string, position: Uint8Array): string => {
  const block = Buffer.concat([position, checkOf(binding).subarray(0, 4)]);
  const cipher = createCipheriv('aes-256-ecb', key, null).setAutoPadding(false);
  return Buffer.concat([cipher.update(block), cipher.final()]).toString('base64url');
};

export const openBlock = (key: Buffer, binding: string, cursor: string): Buffer | null => {
  const block = Buffer.from(cursor, 'base64url');
  if (block.length !== 16 || cursor.length > 24) return null;
  const decipher = createDecipheriv('aes-256-ecb', key, null).setAutoPadding(false);
  const plain = Buffer.concat([decipher.update(block), decipher.final()]);
  return plain.subarray(12).equals(checkOf(binding).subarray(0, 4)) ? plain.subarray(0, 12) : null;
};
