// Public data sets that tests read: test/fixtures/public/NAME.json.br, texts by file name. A missing set means a broken
// checkout, so a test that needs it fails.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliDecompressSync } from 'node:zlib';

const FOLDER = path.join(import.meta.dirname, '../../fixtures/public');

/** The texts of a set by file name, sorted by name. */
export const publicSet = (name: string): ReadonlyMap<string, string> => {
  const file = path.join(FOLDER, `${name}.json.br`);
  if (!existsSync(file))
    throw new Error(`test/fixtures/public/${name}.json.br is missing; it belongs to the repository.`);
  const files = JSON.parse(brotliDecompressSync(readFileSync(file)).toString()) as Record<string, string>;
  return new Map(Object.entries(files));
};

export const textOfSet = (name: string, file: string): string => {
  const text = publicSet(name).get(file);
  if (text === undefined) throw new Error(`There is no ${file} in the set ${name}.`);
  return text;
};

/** Writes the JSON files of a set whose index is wanted below a folder, for code that reads folders. */
export const unpackSet = (name: string, folder: string, isWanted: (index: number) => boolean): void => {
  for (const [file, text] of [...publicSet(name)].filter((_, index) => isWanted(index))) {
    const target = path.join(folder, file);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, text);
  }
};
