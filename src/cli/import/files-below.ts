// The files below a folder. Links to folders are followed as well, but no folder is read twice, and none that the given one is in:
// a link may lead back up. Pipes, devices and links that lead nowhere are no files.
import { readdirSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';

/** With the folder before each, in the order of their paths. */
export const filesBelow = (folder: string, name: RegExp): string[] => {
  const files: string[] = [];
  const read = new Set<string>();
  const top = realpathSync(folder);
  // What is linked comes after what is there, so that a file has the path where it is.
  for (let waiting = [folder]; waiting.length > 0; ) {
    const links: string[] = [];
    for (const each of waiting) readFolder(each, { top, read, name, files, links });
    waiting = links.sort();
  }
  return files.sort();
};

type Found = {
  readonly top: string;
  /** The folders that were read, by their own paths. */
  readonly read: Set<string>;
  readonly name: RegExp;
  readonly files: string[];
  readonly links: string[];
};

const readFolder = (folder: string, found: Found): void => {
  const own = realpathSync(folder);
  if (found.read.has(own) || isAbove(own, found.top)) return;
  found.read.add(own);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const at = path.join(folder, entry.name);
    const kind = entry.isSymbolicLink() ? kindOf(at) : entry;
    if (kind?.isDirectory() === true) {
      if (entry.isSymbolicLink()) found.links.push(at);
      else readFolder(at, found);
    } else if (kind?.isFile() === true && found.name.test(entry.name)) found.files.push(at);
  }
};

const isAbove = (folder: string, other: string): boolean =>
  other.startsWith(folder.endsWith(path.sep) ? folder : `${folder}${path.sep}`);

/** Null for a link that leads nowhere. */
const kindOf = (at: string): ReturnType<typeof statSync> | null => {
  try {
    return statSync(at);
  } catch {
    return null;
  }
};
