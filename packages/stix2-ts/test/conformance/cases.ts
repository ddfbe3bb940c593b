// Reads the conformance cases and the public data sets next to this file. A missing file fails the test.
import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';

export function readCases<T>(name: string): T[] {
  return JSON.parse(readFileSync(new URL(`cases/${name}`, import.meta.url), 'utf8')) as T[];
}

/** The texts of a public set by file name. */
export function publicSet(name: string): Readonly<Record<string, string>> {
  const packed = readFileSync(new URL(`sets/${name}.json.br`, import.meta.url));
  return JSON.parse(brotliDecompressSync(packed).toString()) as Record<string, string>;
}
