// Cursors: opaque, authenticated, bound to the list they page through, and useless without rights (I5). There are two
// forms. The cursor of a delivered row is one AES block, the same each time, and says no more than the row. Any other
// position may lie at a hidden row, or follow from one: its cursor is made with a nonce, so that whether two are equal
// reveals nothing (I35). Neither form says where it points.
import { createCipheriv, createDecipheriv, createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { type Problem, problem } from '../domain/problem.ts';
import type { CursorKey } from '../store/coordination/cursor-keys.ts';

const BLOCK_BYTES = 16;
const CHECK_BYTES = 8;
const NUMBER_BYTES = 8;
const ROW_BYTES = 12;
const NONCE_BYTES = 16;
const MAC_BYTES = 16;
/** No cursor of ours is longer. */
const MAX_LENGTH = 64;

/** Why a cursor that does not open is refused: the key that sealed it was replaced, or this hub never made it. */
export const cursorProblem = (key: CursorKey, binding: string, cursor: string): Problem =>
  wasSealedBefore(key, binding, cursor)
    ? problem(
        'RESYNC',
        '$.after',
        'This hub has replaced the key that seals cursors; this cursor is of the key before.',
        'Read the feed again from its start, and use its cursors.',
      )
    : problem(
        'CURSOR_INVALID',
        '$.after',
        'This cursor was not made by this hub for this filter.',
        'Use a cursor of the same query with the same filter, or leave it out.',
      );

/** Whether a former key opens the cursor for this binding. */
export const wasSealedBefore = ({ former }: CursorKey, binding: string, cursor: string): boolean =>
  former.some((key) => openNumber(key, binding, cursor) !== null || openRowId(key, binding, cursor) !== null);

/** A digest of what is paged through: endpoint, filter, partition. */
const digestOf = (binding: string): Buffer => createHash('sha256').update(binding).digest();
const checkOf = (binding: string): Buffer => digestOf(binding).subarray(0, CHECK_BYTES);

const numberBytes = (position: number): Buffer => {
  const bytes = Buffer.alloc(NUMBER_BYTES);
  bytes.writeBigUInt64BE(BigInt(position), 0);
  return bytes;
};

/** Different each time, for a position that is not a delivered row's: an integer of at most 53 bits. */
export const sealCursor = (key: CursorKey, binding: string, position: number): string =>
  sealWithNonce(key, binding, numberBytes(position));

/** Like `sealCursor`, for a position of 12 bytes (a row id). */
export const sealPlace = (key: CursorKey, binding: string, position: Uint8Array): string =>
  sealWithNonce(key, binding, position);

/** Encrypt, then authenticate, with keys of their own: the cipher block of a row must never be one of these. */
const sealWithNonce = (
  { current, randomBytes }: CursorKey,
  binding: string,
  position: Uint8Array,
): string => {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-ctr', keyFor(current, 'encrypt'), nonce);
  const sealed = Buffer.concat([nonce, cipher.update(position)]);
  return Buffer.concat([sealed, macOf(current, binding, sealed)]).toString('base64url');
};

const openWithNonce = (key: Buffer, binding: string, bytes: Buffer): Buffer | null => {
  const sealed = bytes.subarray(0, -MAC_BYTES);
  if (!timingSafeEqual(bytes.subarray(-MAC_BYTES), macOf(key, binding, sealed))) return null;
  const nonce = sealed.subarray(0, NONCE_BYTES);
  return createDecipheriv('aes-256-ctr', keyFor(key, 'encrypt'), nonce).update(sealed.subarray(NONCE_BYTES));
};

const keyFor = (key: Buffer, purpose: 'encrypt' | 'authenticate'): Buffer =>
  createHmac('sha256', key).update(`cursor with nonce: ${purpose}`).digest();

const macOf = (key: Buffer, binding: string, sealed: Buffer): Buffer =>
  createHmac('sha256', keyFor(key, 'authenticate'))
    .update(digestOf(binding))
    .update(sealed)
    .digest()
    .subarray(0, MAC_BYTES);

/** Seals the positions of delivered rows of one binding; the cipher and the check are computed once. */
export const openSealer = ({ current }: CursorKey, binding: string): ((position: number) => string) => {
  const cipher = createCipheriv('aes-256-ecb', current, null).setAutoPadding(false);
  const block = Buffer.alloc(BLOCK_BYTES);
  checkOf(binding).copy(block, NUMBER_BYTES);
  return (position) => {
    block.writeBigUInt64BE(BigInt(position), 0);
    // In ECB mode each block is encrypted separately, so one cipher serves all.
    return cipher.update(block).toString('base64url');
  };
};

/** Recently sealed cursors per key and binding. Cursors of rows are deterministic, and everybody asks for page one. */
const sealedLately = new WeakMap<Buffer, LRUCache<string, LRUCache<number, string>>>();
const MAX_BINDINGS = 100;
const MAX_POSITIONS = 2_000;

const latelyOf = (key: Buffer, binding: string): LRUCache<number, string> => {
  const byBinding =
    sealedLately.get(key) ?? new LRUCache<string, LRUCache<number, string>>({ max: MAX_BINDINGS });
  sealedLately.set(key, byBinding);
  const known = byBinding.get(binding);
  if (known !== undefined) return known;
  const held = new LRUCache<number, string>({ max: MAX_POSITIONS });
  byBinding.set(binding, held);
  return held;
};

/** The cursors of the delivered rows of a page; those not cached are sealed in one pass of the cipher. */
export const sealPage = (
  { current: key }: CursorKey,
  binding: string,
  positions: readonly number[],
): string[] => {
  const held = latelyOf(key, binding);
  // `peek` costs less than noting the use of each: the oldest goes first.
  const known = positions.map((position) => held.peek(position));
  const missing = positions.filter((_, index) => known[index] === undefined);
  if (missing.length === 0) return known as string[];
  const cipher = createCipheriv('aes-256-ecb', key, null).setAutoPadding(false);
  const check = checkOf(binding);
  const blocks = Buffer.allocUnsafe(BLOCK_BYTES * missing.length);
  missing.forEach((position, index) => {
    blocks.writeBigUInt64BE(BigInt(position), BLOCK_BYTES * index);
    check.copy(blocks, BLOCK_BYTES * index + NUMBER_BYTES);
  });
  const sealed = cipher.update(blocks);
  const fresh = new Map(
    missing.map((position, index) => [
      position,
      sealed.toString('base64url', BLOCK_BYTES * index, BLOCK_BYTES * (index + 1)),
    ]),
  );
  for (const [position, cursor] of fresh) held.set(position, cursor);
  return positions.map((position, index) => known[index] ?? fresh.get(position) ?? '');
};

/** Like a row of `sealPage`, by the id of the delivered row (12 bytes); the check then has 4 bytes. */
export const sealBlock = ({ current }: CursorKey, binding: string, position: Uint8Array): string => {
  const block = Buffer.concat([position, checkOf(binding).subarray(0, BLOCK_BYTES - ROW_BYTES)]);
  const cipher = createCipheriv('aes-256-ecb', current, null).setAutoPadding(false);
  return Buffer.concat([cipher.update(block), cipher.final()]).toString('base64url');
};

/** The position, or null when this hub did not make the cursor for this binding with its current key. */
export const openCursor = ({ current }: CursorKey, binding: string, cursor: string): number | null =>
  openNumber(current, binding, cursor);

/** Like `openCursor`, for a position of 12 bytes. */
export const openBlock = ({ current }: CursorKey, binding: string, cursor: string): Buffer | null =>
  openRowId(current, binding, cursor);

const openNumber = (key: Buffer, binding: string, cursor: string): number | null => {
  const bytes = openBytes(key, binding, cursor, NUMBER_BYTES);
  if (bytes === null) return null;
  const position = bytes.readBigUInt64BE(0);
  return position <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(position) : null;
};

const openRowId = (key: Buffer, binding: string, cursor: string): Buffer | null =>
  openBytes(key, binding, cursor, ROW_BYTES);

/** A position of `size` bytes, from either form. */
const openBytes = (key: Buffer, binding: string, cursor: string, size: number): Buffer | null => {
  if (cursor.length > MAX_LENGTH) return null;
  const bytes = Buffer.from(cursor, 'base64url');
  if (bytes.length === NONCE_BYTES + size + MAC_BYTES) return openWithNonce(key, binding, bytes);
  if (bytes.length !== BLOCK_BYTES) return null;
  const decipher = createDecipheriv('aes-256-ecb', key, null).setAutoPadding(false);
  const plain = Buffer.concat([decipher.update(bytes), decipher.final()]);
  const isOurs = plain.subarray(size).equals(checkOf(binding).subarray(0, BLOCK_BYTES - size));
  return isOurs ? plain.subarray(0, size) : null;
};
