// The folder for downloaded programs and compiled code, in the user's cache directory.
import { homedir } from 'node:os';
import path from 'node:path';

export function cacheDirectory(env = process.env) {
  const root = env.XDG_CACHE_HOME || path.join(env.HOME || homedir(), '.cache');
  return path.join(root, 'tocsin');
}
