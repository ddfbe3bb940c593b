// Lists the advisory files of an import: files as given, folders recursively, in a stable order.
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { CliFault } from '../terminal/fault.ts';

/** Every `*.json` below the given folders, and every given file. */
export const advisoryFiles = (paths: readonly string[]): string[] => {
  const files = paths.flatMap((each) => (isFolder(each) ? jsonBelow(each) : [each]));
  if (files.length > 0) return [...new Set(files)];
  throw new CliFault(
    'There is nothing to import.',
    `There is no *.json file in ${paths.join(', ')}.`,
    'Name a folder of CSAF 2.0 advisories, or the files.',
    2,
  );
};

const isFolder = (each: string): boolean => {
  try {
    return statSync(each).isDirectory();
  } catch (error) {
    throw new CliFault(
      `${each} cannot be read.`,
      'There is no such file or folder.',
      'Check the path.',
      2,
      error,
    );
  }
};

const jsonBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.json$/i.test(name))
    .sort()
    .map((name) => path.join(folder, name));
