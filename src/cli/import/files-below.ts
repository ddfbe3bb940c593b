// The files below a folder. Links to folders are followed as well, but no folder is read twice, and none that the given one is in:
// a link may lead back up. Pipes, devices and links that lead nowhere are no files. A folder that cannot be read is a fault; what a link
// leads to is somebody else's, and is named and passed by.
import { type Dirent, readdirSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { unreadable } from '../client/read-utf8-file.ts';
import type { CliFault } from '../terminal/fault.ts';
import { tell } from '../terminal/output.ts';

/** With the folder before each, in the order of their paths. */
export const filesBelow = (folder: string, name: RegExp): string[] => {
  const files: string[] = [];
  const read = new Set<string>();
  const { own: top } = contentOf(folder);
  // What is linked comes after what is there, so that a file has the path where it is.
  for (let waiting = [folder]; waiting.length > 0; ) {
    const links: string[] = [];
    const isLinked = read.size > 0;
    for (const each of waiting) readFolder(each, { top, read, name, files, links, isLinked });
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
  readonly isLinked: boolean;
};

const contentOf = (folder: string): { readonly own: string; readonly entries: Dirent[] } => {
  try {
    return { own: realpathSync(folder), entries: readdirSync(folder, { withFileTypes: true }) };
  } catch (error) {
    throw unreadable(folder, error);
  }
};

/** Null where it was said that it is passed by. */
const contentIn = (folder: string, { isLinked }: Found): ReturnType<typeof contentOf> | null => {
  if (!isLinked) return contentOf(folder);
  try {
    return contentOf(folder);
  } catch (error) {
    tell(`${folder} is passed by: a link leads to it, and it cannot be read. ${(error as CliFault).why}`);
    return null;
  }
};

const readFolder = (folder: string, found: Found): void => {
  const content = contentIn(folder, found);
  if (content === null || found.read.has(content.own) || isAbove(content.own, found.top)) return;
  found.read.add(content.own);
  for (const entry of content.entries) {
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
