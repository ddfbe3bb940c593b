// Programs kept in the user's cache directory. A file is renamed into place, so that two concurrent set-ups at worst do
// the work twice.
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { chmod, mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { cacheDirectory } from './cache-directory.mjs';

export const cachedFile = (name, version, env) => path.join(cacheDirectory(env), `${name}-${version}`, name);

export async function sha256Of(file) {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk);
  return hash.digest('hex');
}

export async function assertSha256(file, expected) {
  const found = await sha256Of(file);
  if (found === expected) return;
  throw new Error(`its SHA-256 is ${found}, and ${expected} is pinned: not used`);
}

// A working directory inside the cache, so that the final rename stays within one file system.
export async function workDirectory(env) {
  const directory = path.join(cacheDirectory(env), `.work-${process.pid}-${randomUUID().slice(0, 8)}`);
  await mkdir(directory, { recursive: true });
  return { directory, done: () => rm(directory, { recursive: true, force: true }) };
}

export async function keep(file, name, version, env) {
  const target = cachedFile(name, version, env);
  await mkdir(path.dirname(target), { recursive: true });
  await chmod(file, 0o755);
  // Linux refuses to overwrite a running program, but allows renaming over it.
  await rename(file, target);
  if (!existsSync(target)) throw new Error(`could not be moved to ${target}`);
  return target;
}
