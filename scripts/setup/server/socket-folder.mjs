// Where the socket of a mongod of one's own lies. A command over a socket of the machine costs a third less than over TCP, for the
// hub and for mongod. Null where there can be none: MongoDB's driver writes the name of a member in lower case, and the path of a
// socket has room for about a hundred bytes.
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { lstat, mkdir, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Not every file system does. Throws where this one does not; node removes what it made. */
async function takesSockets(file) {
  await rm(file, { force: true });
  const server = createServer().listen(file);
  await once(server, 'listening');
  server.close();
  await once(server, 'close');
}

const LONGEST = 80;

/** Of this user alone, and the same for the same data; what lies there under its name and is not ours is not used. */
export async function socketFolder(dataDirectory, within = tmpdir()) {
  const uid = process.getuid?.();
  if (uid === undefined) return null;
  const name = createHash('sha256').update(`${uid} ${dataDirectory}`).digest('hex').slice(0, 16);
  const folder = path.join(within, `tocsin-${name}`);
  if (folder !== folder.toLowerCase() || Buffer.byteLength(folder) > LONGEST) return null;
  try {
    await mkdir(folder, { mode: 0o700 }).catch((error) => {
      if (error.code !== 'EEXIST') throw error;
    });
    const found = await lstat(folder);
    const isOurs = found.isDirectory() && found.uid === uid && (found.mode & 0o077) === 0;
    if (!isOurs) return null;
    await takesSockets(path.join(folder, 'probe.sock'));
    return folder;
  } catch {
    return null;
  }
}
