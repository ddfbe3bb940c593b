// A digest of the rows of a collection that does not depend on their order: a server gives them in its own. Each row is
// hashed, and the hashes are added as eight numbers of 32 bits. It finds what was lost or changed by accident; against
// somebody who changes a file and its manifest there are the encryption and the digest of the file.
import { hash } from 'node:crypto';

const WORDS = 8;

export type RowDigest = {
  add(row: Uint8Array): void;
  readonly rows: number;
  readonly bytes: number;
  /** 64 digits in hex. */
  text(): string;
};

export const openRowDigest = (): RowDigest => {
  const sum = new Uint32Array(WORDS);
  let [rows, bytes] = [0, 0];
  return {
    add: (row) => {
      const digest = hash('sha256', row, 'buffer');
      for (let at = 0; at < WORDS; at += 1) sum[at] = (sum[at] ?? 0) + digest.readUInt32BE(4 * at);
      rows += 1;
      bytes += row.length;
    },
    get rows() {
      return rows;
    },
    get bytes() {
      return bytes;
    },
    text: () => [...sum].map((word) => word.toString(16).padStart(8, '0')).join(''),
  };
};
