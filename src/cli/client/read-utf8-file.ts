// Reads a file or standard input as text. What cannot be read, and what is not UTF-8, is a fault that says what to do.
import { readFileSync } from 'node:fs';
import { firstOddByte, utf8TextOf } from '../../outside/utf8-text.ts';
import { visible } from '../stix/visible.ts';
import { CliFault } from '../terminal/fault.ts';

/** The name of a file in a message; `-` is standard input. */
export const fileName = (file: string): string => (file === '-' ? 'The input' : file);

/** Without a byte order mark. */
export const readUtf8File = (file: string): string => {
  const bytes = bytesOf(file);
  const text = utf8TextOf(bytes);
  if (text !== null) return text;
  throw new CliFault(`${fileName(file)} is not UTF-8.`, whyNotUtf8(bytes), 'Save it as UTF-8.', 2);
};

/** `-` is standard input. */
export const bytesOf = (file: string): Buffer => {
  try {
    return readFileSync(file === '-' ? 0 : file);
  } catch (error) {
    throw unreadable(fileName(file), error);
  }
};

const REASONS: Readonly<Record<string, readonly [why: string, remedy: string]>> = {
  ENOENT: ['There is no such file.', 'Check the path; where a file is read, - is standard input.'],
  ENOTDIR: ['A part of its path is no folder.', 'Check the path.'],
  EACCES: ['You may not read it.', 'Check its permissions (ls -l).'],
  EISDIR: ['It is a folder.', 'Name a file in it.'],
  ENAMETOOLONG: ['The path is too long to be one.', 'Check the path.'],
};

/** Why a file could not be opened, without the words of the operating system. */
export const unreadable = (name: string, error: unknown): CliFault => {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  const message = error instanceof Error ? error.message : String(error);
  const [why, remedy] = REASONS[code] ?? [message, 'Check the path.'];
  return new CliFault(`${name} cannot be read.`, visible(why), remedy, 2, error);
};

const isUtf16 = ([one, two]: Buffer): boolean =>
  (one === 0xff && two === 0xfe) || (one === 0xfe && two === 0xff);

/** One sentence. */
export const whyNotUtf8 = (bytes: Buffer): string =>
  isUtf16(bytes) ? 'It is UTF-16.' : `Byte ${firstOddByte(bytes)} does not belong to any character.`;
