// Watches every connection of the hub from its first byte. No socket error ends the process, and the unsent bytes of all
// connections together are bounded, even before a client has authenticated (I20, I21).
import type { Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Limits } from '../config/config.ts';
import type { Log } from '../outside/log.ts';

/** The part of a net.Socket that is measured; tests pass a fake. */
export type Connection = Pick<Duplex, 'writableLength' | 'destroy'>;

export type Connections = {
  /** Handles errors on every connection of the server and counts its unsent bytes. */
  watch(server: Server): void;
  add(connection: Connection): void;
  remove(connection: Connection): void;
  /** Call after each write to a live stream: one event may go to thousands of streams in one turn. */
  wrote(connection: Connection): void;
  unsentBytes(): number;
  count(): number;
  /** Connections that were cut because they held the most unsent bytes. */
  cut(): number;
  close(): void;
};

/** Responses to requests do not call `wrote`; they are measured at this interval. */
const SWEEP_MS = 250;
/** CONNECT is for proxies. Without a listener Node closes the connection without a response. */
const NO_PROXY = 'HTTP/1.1 405 Method Not Allowed\r\nAllow: GET, HEAD, POST\r\n';

export const openConnections = (limits: Pick<Limits, 'unsentBytes'>, log: Log): Connections => {
  const waiting = new Map<Connection, number>();
  let total = 0;
  let cuts = 0;

  const measure = (connection: Connection): void => {
    const before = waiting.get(connection);
    if (before === undefined) return;
    const bytes = connection.writableLength;
    total += bytes - before;
    waiting.set(connection, bytes);
  };
  const remove = (connection: Connection): void => {
    total -= waiting.get(connection) ?? 0;
    waiting.delete(connection);
  };
  /** A client that reads has almost nothing unsent, so the fullest connection is one that does not read. */
  const cutFullest = (): void => {
    let fullest: Connection | null = null;
    let most = 0;
    for (const [connection, bytes] of waiting) {
      if (bytes > most) [fullest, most] = [connection, bytes];
    }
    if (fullest === null) return;
    remove(fullest);
    cuts += 1;
    log.warn({ bytes: most }, 'a connection was cut: it had the most unsent bytes');
    fullest.destroy();
  };
  const keepBounded = (): void => {
    for (const connection of waiting.keys()) measure(connection);
    while (total > limits.unsentBytes) cutFullest();
  };

  const sweep = setInterval(keepBounded, SWEEP_MS);
  sweep.unref();
  const add = (connection: Connection): void => void waiting.set(connection, 0);
  return {
    watch: (server) => {
      server.on('connection', (socket) => {
        // Node removes its own error listener on upgrade; this one stays.
        socket.on('error', () => socket.destroy());
        socket.once('close', () => remove(socket));
        add(socket);
      });
      server.on('connect', (_request, socket) => refuseConnection(socket, NO_PROXY));
      server.on('error', (error) => log.error({ err: error }, 'a connection could not be accepted'));
    },
    add,
    remove,
    wrote: (connection) => {
      measure(connection);
      if (total > limits.unsentBytes) keepBounded();
    },
    unsentBytes: () => total,
    count: () => waiting.size,
    cut: () => cuts,
    close: () => clearInterval(sweep),
  };
};

/** Sends a response head and closes, even if the client keeps its side open. */
export const refuseConnection = (socket: Duplex, head: string): void => {
  socket.on('error', () => socket.destroy());
  socket.end(`${head}Connection: close\r\nContent-Length: 0\r\n\r\n`, () => socket.destroy());
};
