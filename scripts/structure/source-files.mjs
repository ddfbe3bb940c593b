// Lists the hand-made source files of some folders for the structure checks.
import { globSync } from 'node:fs';

export const sourceFiles = (root, folders) =>
  globSync(`{${folders.join(',')}}/**/*.{ts,mts,tsx,mjs,cjs}`, { cwd: root })
    .filter((file) => !/node_modules|\.generated\.ts$|\.d\.m?ts$|(^|\/)dist\//.test(file))
    .map((file) => file.replaceAll('\\', '/'))
    .sort();
