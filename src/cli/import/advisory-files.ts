// Lists the advisory files of an import: files as given, folders recursively, in a stable order.
import { statSync } from 'node:fs';
import { CliFault } from '../terminal/fault.ts';
import { filesBelow } from './files-below.ts';

/** Every `*.json` below the given folders, and every given file. */
export const advisoryFiles = (paths: readonly string[]): string[] => {
  const files = paths.flatMap((each) => (isFolder(each) ? filesBelow(each, /\.json$/i) : [each]));
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
