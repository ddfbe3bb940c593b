// The files of a reference set as an operator names them: files, folders of JSON and CSV, and what is compressed with gzip.
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { PublishedFile } from '../../exchange/published/published-file.ts';
import { unreadable } from '../client/read-utf8-file.ts';
import { CliFault } from '../terminal/fault.ts';
import { filesBelow } from './files-below.ts';

/** What a compressed file may grow to: a gigabyte is no reference set. */
const MOST_BYTES = 1024 * 1024 * 1024;

/**
 * By their whole paths, since a part may be named by its folder. Texts without a byte order mark, each read when it is asked for: a
 * folder may hold 300,000. Throws a fault for a file that cannot be read or is not UTF-8.
 */
export const publishedFiles = (paths: readonly string[]): PublishedFile[] =>
  paths
    .flatMap((each) => (isFolder(each) ? filesBelow(each, /\.(?:json|csv)(?:\.gz)?$/i) : [each]))
    .map((name) => ({
      name: path.resolve(name),
      get text() {
        return textOf(name);
      },
    }));

const isFolder = (name: string): boolean => {
  try {
    return statSync(name).isDirectory();
  } catch (error) {
    throw faultOf(name, error);
  }
};

const textOf = (name: string): string => {
  try {
    const bytes = readFileSync(name);
    const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
    const plain = isGzip ? gunzipSync(bytes, { maxOutputLength: MOST_BYTES }) : bytes;
    // A byte order mark is stripped, and bytes that are no UTF-8 throw.
    return new TextDecoder('utf-8', { fatal: true }).decode(plain);
  } catch (error) {
    throw faultOf(name, error);
  }
};

/** Of the operating system, or of what is in the file. */
const faultOf = (name: string, error: unknown): CliFault =>
  error instanceof Error && 'syscall' in error
    ? unreadable(name, error)
    : new CliFault(
        `${name} cannot be read.`,
        error instanceof Error ? error.message : String(error),
        'Check that it is the file as it was published.',
        2,
        error,
      );
