// API keys: `toc_<environment>_<id>_<secret>_<check>` (I25). The check tells a mistyped key from a wrong one and lets
// a scanner find a leaked one; the secret has 256 bits and is stored only as SHA-256.
import { hash, timingSafeEqual } from 'node:crypto';
import { crc32 } from 'node:zlib';
import type { Entropy } from '../../outside/entropy.ts';

const SHAPE = /^toc_([a-z]{1,8})_([a-z0-9]{16})_([A-Za-z0-9-]{43})_([0-9a-f]{8})$/;

const checkOf = (text: string): string => crc32(text).toString(16).padStart(8, '0');

/** base64url with `-` for `_`, because `_` separates the parts of a token; of 256 bits fewer than 4 are lost. */
const secretText = (bytes: Buffer): string => bytes.toString('base64url').replaceAll('_', '-');

export type FreshToken = { readonly id: string; readonly token: string; readonly hash: string };

export const newToken = (entropy: Entropy, environment: string): FreshToken => {
  const id = entropy.bytes(8).toString('hex');
  const body = `toc_${environment}_${id}_${secretText(entropy.bytes(32))}`;
  const token = `${body}_${checkOf(body)}`;
  return { id, token, hash: hashOf(token) };
};

export const hashOf = (token: string): string => hash('sha256', token);

/** The id in a well-formed token with a valid check, else null. */
export const idInToken = (token: string): string | null => {
  const parts = SHAPE.exec(token);
  if (parts === null) return null;
  const [, , id, , check] = parts;
  return check === checkOf(token.slice(0, token.lastIndexOf('_'))) ? (id ?? null) : null;
};

/** Constant time in the contents. */
export const isSameHash = (one: string, other: string): boolean => {
  const [a, b] = [Buffer.from(one, 'hex'), Buffer.from(other, 'hex')];
  return a.length === b.length && timingSafeEqual(a, b);
};
