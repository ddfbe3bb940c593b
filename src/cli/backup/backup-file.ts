// The file of a backup. It gets its name once all of it is on the disk: what is interrupted ends in `.part`.
import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { BackupFault } from '../../domain/backup/backup.ts';
import { problem } from '../../domain/problem.ts';
import { CliFault } from '../terminal/fault.ts';

export type WrittenFile = { readonly bytes: number; readonly sha256: string };

const READ_BYTES = 256 * 1024;
/** What a system says of a disk or folder that takes nothing. */
const UNWRITABLE: ReadonlySet<unknown> = new Set([
  'ENOSPC',
  'EDQUOT',
  'EFBIG',
  'EACCES',
  'EPERM',
  'ENOENT',
  'ENOTDIR',
  'EISDIR',
  'EROFS',
  'EIO',
]);

const codeOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;

export const requireNew = (file: string): void => {
  if (!existsSync(file)) return;
  throw new BackupFault(
    problem(
      'BACKUP_EXISTS',
      '$.file',
      `${file} exists, and a backup is never overwritten.`,
      'Name another file.',
    ),
  );
};

/** Readable by its owner only. Throws a BackupFault when the disk does not take it; nothing is left of it then. */
export const writeWhole = async (file: string, bytes: AsyncIterable<Uint8Array>): Promise<WrittenFile> => {
  const part = `${file}.part`;
  try {
    await rm(part, { force: true });
    const handle = await open(part, 'wx', 0o600);
    const hash = createHash('sha256');
    let size = 0;
    try {
      for await (const chunk of bytes) {
        hash.update(chunk);
        size += chunk.length;
        await handle.writeFile(chunk);
      }
      await handle.sync();
    } finally {
      await handle.close();
    }
    requireNew(file);
    await rename(part, file);
    await syncFolder(path.dirname(file));
    return { bytes: size, sha256: hash.digest('hex') };
  } catch (error) {
    await rm(part, { force: true });
    throw UNWRITABLE.has(codeOf(error)) ? unwritable(file, error) : error;
  }
};

const unwritable = (file: string, error: unknown): BackupFault =>
  new BackupFault(
    problem(
      'BACKUP_UNWRITABLE',
      '$.file',
      `${file} cannot be written (${codeOf(error)}). Nothing is left of it.`,
      codeOf(error) === 'ENOSPC'
        ? 'Make room, or name a file on another disk.'
        : 'Name a file in a folder that you may write to.',
    ),
    error,
  );

/** So that the name is on the disk too. */
const syncFolder = async (folder: string): Promise<void> => {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

/** Reads a backup; `digest` is that of all bytes once they were read. */
export const backupFile = (file: string): { read(): AsyncIterable<Uint8Array>; digest(): string } => {
  if (!existsSync(file)) {
    throw new CliFault('There is no such file.', `${file} does not exist.`, 'Name the file of a backup.', 2);
  }
  let hash = createHash('sha256');
  async function* read(): AsyncGenerator<Uint8Array> {
    hash = createHash('sha256');
    for await (const chunk of createReadStream(file, { highWaterMark: READ_BYTES })) {
      hash.update(chunk);
      yield chunk;
    }
  }
  return { read, digest: () => hash.copy().digest('hex') };
};
