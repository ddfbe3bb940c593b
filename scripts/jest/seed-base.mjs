// Under CI the seeds of a run follow from what is tested: the same tree draws the same worlds on any machine, and every change
// draws others. Elsewhere each run draws its own.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const FOLDERS = ['packages/stix2-ts/src', 'schema', 'seeds', 'src', 'test', 'workers'];

/** Hexadecimal, of the names and contents of the sources and tests below `root`. */
export const seedBase = (root) => {
  const digest = createHash('sha256');
  for (const folder of FOLDERS) {
    const entries = readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true });
    const files = entries
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)));
    for (const file of files.toSorted())
      digest.update(`${file}\0`).update(readFileSync(path.join(root, file)));
  }
  return digest.digest('hex');
};
