// SHA-1 and SHA-256 (FIPS 180-4) in plain ECMAScript: Web Crypto is asynchronous and limited to secure contexts, and
// browsers have no node:crypto. For ids and keys made from short texts; not for secrets.
import { hexOf, utf8Of } from './bytes.ts';

const SHA256_ROUNDS = Int32Array.from(
  `428a2f98 71374491 b5c0fbcf e9b5dba5 3956c25b 59f111f1 923f82a4 ab1c5ed5 d807aa98 12835b01 243185be 550c7dc3
   72be5d74 80deb1fe 9bdc06a7 c19bf174 e49b69c1 efbe4786 0fc19dc6 240ca1cc 2de92c6f 4a7484aa 5cb0a9dc 76f988da
   983e5152 a831c66d b00327c8 bf597fc7 c6e00bf3 d5a79147 06ca6351 14292967 27b70a85 2e1b2138 4d2c6dfc 53380d13
   650a7354 766a0abb 81c2c92e 92722c85 a2bfe8a1 a81a664b c24b8b70 c76c51a3 d192e819 d6990624 f40e3585 106aa070
   19a4c116 1e376c08 2748774c 34b0bcb5 391c0cb3 4ed8aa4a 5b9cca4f 682e6ff3 748f82ee 78a5636f 84c87814 8cc70208
   90befffa a4506ceb bef9a3f7 c67178f2`.split(/\s+/),
  (word) => Number.parseInt(word, 16) | 0,
);

const SHA256_START = [
  0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
];
const SHA1_START = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0];

/**
 * Words of one block, as signed integers, which V8 computes with fastest. Each use overwrites all of it, so calls share
 * it.
 */
const schedule = new Int32Array(80);

/** The 20 bytes of the SHA-1 of these bytes. */
export function sha1(bytes: Uint8Array): Uint8Array {
  return digest(bytes, Int32Array.from(SHA1_START), sha1Block);
}

/** The 32 bytes of the SHA-256 of these bytes. */
export function sha256(bytes: Uint8Array): Uint8Array {
  return digest(bytes, Int32Array.from(SHA256_START), sha256Block);
}

/** SHA-256 of a text (as UTF-8) or of bytes, in lower-case hexadecimal. */
export function sha256Hex(content: string | Uint8Array): string {
  return hexOf(sha256(typeof content === 'string' ? utf8Of(content) : content));
}

function digest(bytes: Uint8Array, state: Int32Array, block: (state: Int32Array) => void): Uint8Array {
  const whole = bytes.length - (bytes.length % 64);
  for (let at = 0; at < whole; at += 64) {
    readBlock(bytes, at);
    block(state);
  }
  const rest = bytes.subarray(whole);
  // A one bit, zeros, and the length in bits as 64 bits (FIPS 180-4 §5.1.1).
  const tail = new Uint8Array(rest.length < 56 ? 64 : 128);
  tail.set(rest);
  tail[rest.length] = 0x80;
  writeWord(tail, tail.length - 8, Math.floor(bytes.length / 0x2000_0000));
  writeWord(tail, tail.length - 4, bytes.length << 3);
  for (let at = 0; at < tail.length; at += 64) {
    readBlock(tail, at);
    block(state);
  }
  const result = new Uint8Array(state.length * 4);
  for (let at = 0; at < state.length; at += 1) writeWord(result, at * 4, word(state, at));
  return result;
}

/** The index is always in bounds. A check would cost a third of the time. */
const word = (words: Int32Array, at: number): number => words[at] as number;
const left = (value: number, by: number): number => (value << by) | (value >>> (32 - by));
const right = (value: number, by: number): number => (value >>> by) | (value << (32 - by));

function readBlock(bytes: Uint8Array, from: number): void {
  for (let t = 0, at = from; t < 16; t += 1, at += 4) {
    const [b0, b1] = [bytes[at] as number, bytes[at + 1] as number];
    const [b2, b3] = [bytes[at + 2] as number, bytes[at + 3] as number];
    schedule[t] = (b0 << 24) | (b1 << 16) | (b2 << 8) | b3;
  }
}

function writeWord(bytes: Uint8Array, at: number, value: number): void {
  bytes[at] = value >>> 24;
  bytes[at + 1] = value >>> 16;
  bytes[at + 2] = value >>> 8;
  bytes[at + 3] = value;
}

function add(state: Int32Array, at: number, value: number): void {
  state[at] = word(state, at) + value;
}

/** §6.1.2 */
function sha1Block(state: Int32Array): void {
  const w = schedule;
  for (let t = 16; t < 80; t += 1)
    w[t] = left(word(w, t - 3) ^ word(w, t - 8) ^ word(w, t - 14) ^ word(w, t - 16), 1);
  let a = word(state, 0);
  let b = word(state, 1);
  let c = word(state, 2);
  let d = word(state, 3);
  let e = word(state, 4);
  for (let t = 0; t < 80; t += 1) {
    const next = (left(a, 5) + sha1Mix(t, b, c, d) + e + word(w, t)) | 0;
    e = d;
    d = c;
    c = left(b, 30);
    b = a;
    a = next;
  }
  add(state, 0, a);
  add(state, 1, b);
  add(state, 2, c);
  add(state, 3, d);
  add(state, 4, e);
}

function sha1Mix(t: number, b: number, c: number, d: number): number {
  if (t < 20) return (((b & c) | (~b & d)) + 0x5a827999) | 0;
  if (t < 40) return ((b ^ c ^ d) + 0x6ed9eba1) | 0;
  if (t < 60) return (((b & c) | (b & d) | (c & d)) + 0x8f1bbcdc) | 0;
  return ((b ^ c ^ d) + 0xca62c1d6) | 0;
}

/** §6.2.2 */
function sha256Block(state: Int32Array): void {
  const w = schedule;
  for (let t = 16; t < 64; t += 1) {
    const x = word(w, t - 15);
    const y = word(w, t - 2);
    const small = right(x, 7) ^ right(x, 18) ^ (x >>> 3);
    const large = right(y, 17) ^ right(y, 19) ^ (y >>> 10);
    w[t] = (word(w, t - 16) + small + word(w, t - 7) + large) | 0;
  }
  let a = word(state, 0);
  let b = word(state, 1);
  let c = word(state, 2);
  let d = word(state, 3);
  let e = word(state, 4);
  let f = word(state, 5);
  let g = word(state, 6);
  let h = word(state, 7);
  for (let t = 0; t < 64; t += 1) {
    const high = right(e, 6) ^ right(e, 11) ^ right(e, 25);
    const first = (h + high + ((e & f) ^ (~e & g)) + word(SHA256_ROUNDS, t) + word(w, t)) | 0;
    const low = right(a, 2) ^ right(a, 13) ^ right(a, 22);
    h = g;
    g = f;
    f = e;
    e = (d + first) | 0;
    d = c;
    const majority = (a & b) ^ (a & c) ^ (b & c);
    c = b;
    b = a;
    a = (first + low + majority) | 0;
  }
  for (const [at, value] of [a, b, c, d, e, f, g, h].entries()) add(state, at, value);
}
