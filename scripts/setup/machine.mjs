// Looks at the machine before anything is started, and says what is missing.
import { readFileSync, statfsSync } from 'node:fs';
import { freemem } from 'node:os';
import { SetupError } from './node24.mjs';
import { megabytes } from './say.mjs';
import { freePort } from './server-process.mjs';

// What a first run takes: the two servers, hub and worker; the data, its journal and the programs.
const memoryBytes = 700 * 1_048_576;
const diskBytes = 1500 * 1_048_576;

export function shortages({ memory, disk, directory }) {
  return [
    ...(memory < memoryBytes
      ? [`only ${megabytes(memory)} of memory are free, and Tocsin takes about ${megabytes(memoryBytes)}`]
      : []),
    ...(disk < diskBytes
      ? [
          `only ${megabytes(disk)} are free where ${directory} lies, and a first run takes up to ${megabytes(diskBytes)}`,
        ]
      : []),
  ];
}

// Gives warnings; a port that is taken is a refusal.
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

// What could be had: Linux counts its file cache as used in `freemem`.
function availableMemory() {
  try {
    const found = /^MemAvailable:\s+(\d+) kB/m.exec(readFileSync('/proc/meminfo', 'utf8'));
    if (found) return Number(found[1]) * 1024;
  } catch {
    // no /proc here
  }
  return process.platform === 'darwin' ? Number.POSITIVE_INFINITY : freemem();
}
