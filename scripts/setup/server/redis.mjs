// redis-server on loopback, with an append-only file and no eviction, as the queues need it.
import { mkdir } from 'node:fs/promises';
import { connect } from 'node:net';
import path from 'node:path';
import { serverProcess } from './server-process.mjs';

export const redisArguments = (port, directory) => [
  ...['--port', String(port), '--bind', '127.0.0.1', '--protected-mode', 'yes', '--daemonize', 'no'],
  ...['--dir', directory, '--logfile', path.join(directory, 'redis-server.log')],
  ...['--appendonly', 'yes', '--appendfsync', 'everysec', '--save', ''],
  ...['--maxmemory-policy', 'noeviction'],
];

// Returns the server, extended by { url, flush() }.
export async function startRedis({ program, directory, ...spawning }) {
  const own = path.join(directory, 'redis');
  await mkdir(own, { recursive: true });
  const server = await serverProcess({
    name: 'redis-server',
    program,
    directory: own,
    command: (port) => redisArguments(port, own),
    isReady: async (port) => (await ask(port, 'PING')) === '+PONG',
    // It opens its log anew for each line.
    reopenSignal: null,
    ...spawning,
  });
  await server.start();
  // Assigned onto the server, not copied: `pid` is a getter.
  return Object.assign(server, {
    url: `redis://127.0.0.1:${server.port}`,
    flush: async () => {
      const answer = await ask(server.port, 'FLUSHALL');
      if (answer !== '+OK') throw new Error(`redis-server did not flush: ${answer ?? 'no answer'}`);
    },
  });
}

// Sends one inline command and returns the first line of the answer; null when there is none.
function ask(port, command) {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(`${command}\r\n`));
    socket.setTimeout(5000, () => socket.destroy());
    socket.once('data', (bytes) => {
      resolve(bytes.toString().split('\r\n')[0]);
      socket.destroy();
    });
    socket.once('error', () => resolve(null));
    socket.once('close', () => resolve(null));
  });
}
