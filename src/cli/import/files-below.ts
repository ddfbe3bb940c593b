// The files below a folder. Links to folders are not followed, since one may lead back up; pipes, devices and links that lead
// nowhere are no files.
import { type Dirent, readdirSync, statSync } from 'node:fs';
import path from 'node:path';

/** With the folder before each, in the order of their paths. */
export const filesBelow = (folder: string, name: RegExp): string[] => allBelow(folder, name).sort();

const allBelow = (folder: string, name: RegExp): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const at = path.join(folder, entry.name);
    if (entry.isDirectory()) return allBelow(at, name);
    return name.test(entry.name) && isFile(entry, at) ? [at] : [];
  });

const isFile = (entry: Dirent, at: string): boolean => {
  if (!entry.isSymbolicLink()) return entry.isFile();
  try {
    return statSync(at).isFile();
  } catch {
    return false;
  }
};
