// The directory of TOCSIN_DATA. Made step by step: where a system answers that a parent is missing although it is there, as
// /proc does, Node's own recursive mkdir tries for ever.
import { accessSync, constants, existsSync, mkdirSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { SetupError } from '../node24.mjs';

// Its real path. Throws a SetupError that names it where it cannot be made or written.
export function openDataDirectory(directory) {
  try {
    make(directory);
    if (!statSync(directory).isDirectory())
      throw Object.assign(new Error('not a directory'), { code: 'ENOTDIR' });
    accessSync(directory, constants.R_OK | constants.W_OK | constants.X_OK);
    return realpathSync(directory);
  } catch (error) {
    throw new SetupError(
      [
        `The data directory ${directory} cannot be used: ${REASONS[error.code] ?? error.message}.`,
        'Name one that this user may make and write: TOCSIN_DATA=DIRECTORY npm start',
      ].join('\n'),
    );
  }
}

const REASONS = {
  EACCES: 'this user may not write there',
  EPERM: 'this user may not write there',
  ENOENT: 'nothing can be made there',
  ENOTDIR: 'it, or a part of its path, is a file',
  EEXIST: 'it, or a part of its path, is a file',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
};

function make(directory) {
  if (existsSync(directory)) return;
  make(path.dirname(directory));
  mkdirSync(directory, { mode: 0o700 });
}
