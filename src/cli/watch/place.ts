// Remembers where a watch stopped: the cursor of the last warning shown, in one file per hub, key and filter, so that a
// restart misses nothing.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { type ClientOptions, dataDirectoryOf } from '../client/settings.ts';

export type Place = { read(): string | null; write(cursor: string): void };

export const openPlace = (options: ClientOptions, url: string, token: string, filter: object): Place => {
  const name = createHash('sha256')
    .update(JSON.stringify([url, token, filter]))
    .digest('hex')
    .slice(0, 24);
  const file = path.join(folderOf(options), `${name}.cursor`);
  return {
    read: () => (existsSync(file) ? readFileSync(file, 'utf8').trim() || null : null),
    write: (cursor) => {
      mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
      // Renamed into place: a watch that is killed leaves the previous cursor, never half of one.
      writeFileSync(`${file}.new`, `${cursor}\n`, { mode: 0o600 });
      renameSync(`${file}.new`, file);
    },
  };
};

/** In the data directory of a hub that runs here; else in the user's state directory (XDG Base Directory). */
const folderOf = (options: ClientOptions): string => {
  const data = dataDirectoryOf(options);
  if (existsSync(data)) return path.join(data, 'watch');
  return path.join(
    process.env['XDG_STATE_HOME'] || path.join(homedir(), '.local', 'state'),
    'tocsin',
    'watch',
  );
};
