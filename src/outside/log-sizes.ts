// How large the logs are that the launcher keeps in the data directory: its own servers', and those of hub and worker.
import { stat } from 'node:fs/promises';
import { join } from 'node:path';

/** By name; the launcher renames a log that is full by adding `.1` (scripts/setup/server/bounded-log.mjs). */
const LOGS = {
  mongod: 'mongod/mongod.log',
  redis: 'redis/redis-server.log',
  hub: 'hub/log',
  worker: 'worker/log',
} as const;

export type LogName = keyof typeof LOGS;

/** Bytes of each log that is there, with its predecessor. */
export const logSizes = async (directory: string): Promise<Map<LogName, number>> => {
  const sizes = new Map<LogName, number>();
  for (const [name, file] of Object.entries(LOGS) as [LogName, string][]) {
    const paths = [file, `${file}.1`].map((each) => join(directory, each));
    const found = (await Promise.all(paths.map(sizeOf))).filter((size) => size !== null);
    if (found.length > 0)
      sizes.set(
        name,
        found.reduce((sum, size) => sum + size, 0),
      );
  }
  return sizes;
};

const sizeOf = (path: string): Promise<number | null> =>
  stat(path).then(
    ({ size }) => size,
    () => null,
  );
