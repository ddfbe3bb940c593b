// Checks memory, disk and port before anything starts.
import { readFileSync, statfsSync } from 'node:fs';
import { freemem } from 'node:os';
import { SetupError } from './node24.mjs';
import { megabytes } from './say.mjs';
import { freePort } from './server/server-process.mjs';

// What a first run needs: memory for two servers, hub and worker; disk for data, journal and programs.
const memoryBytes = 700 * 1_048_576;
const diskBytes = 1500 * 1_048_576;

export function shortages({ memory, disk, directory }) {
  return [
    ...(memory < memoryBytes
      ? [`only ${megabytes(memory)} of memory is free, and Tocsin needs about ${megabytes(memoryBytes)}`]
      : []),
    ...(disk < diskBytes
      ? [
          `only ${megabytes(disk)} of disk is free for ${directory}, and a first run needs up to ${megabytes(diskBytes)}`,
        ]
      : []),
  ];
}

// Returns warnings; throws when the port is taken.
export async function lookAround({ directory, port }) {
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new SetupError('TOCSIN_PORT must be a whole number from 1 to 65535.');
  }
  if ((await freePort(port)) === null) {
    throw new SetupError(
      [
        `Port ${port} is taken by another program (perhaps a Tocsin that runs already).`,
        `Choose another one: TOCSIN_PORT=${port + 1} npm start`,
      ].join('\n'),
    );
  }
  const { bavail, bsize } = statfsSync(directory);
  return shortages({ memory: availableMemory(), disk: bavail * bsize, directory });
}

// Available memory: on Linux `freemem` counts the file cache as used.
function availableMemory() {
  try {
    const found = /^MemAvailable:\s+(\d+) kB/m.exec(readFileSync('/proc/meminfo', 'utf8'));
    if (found) return Number(found[1]) * 1024;
  } catch {
    // There is no /proc on this system.
  }
  return process.platform === 'darwin' ? Number.POSITIVE_INFINITY : freemem();
}
