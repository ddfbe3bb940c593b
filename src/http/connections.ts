// Every connection of the hub, from its first byte: none of its events ends the process, and what waits to be sent
// over all of them is bounded, whoever is connected and before anybody has shown a key (I20, I21).
import type { Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Limits } from '../config/config.ts';
import type { Log } from '../outside/log.ts';

/** A connection as far as it is measured: a net.Socket, or what stands for one in a test. */
export type Connection = Pick<Duplex, 'writableLength' | 'destroy'>;

export type Connections = {
  /** Listens for errors on every connection of the server and counts what waits on it. */
  watch(server: Server): void;
  add(connection: Connection): void;
  remove(connection: Connection): void;
  /** To be called after a write to a live stream, which may be one of thousands in the same turn. */
  wrote(connection: Connection): void;
  unsentBytes(): number;
  count(): number;
  /** Connections that were cut because they held the most unsent bytes. */
  cut(): number;
  close(): void;
};

/** Answers to requests are not announced by `wrote`: they are measured this often. */
const SWEEP_MS = 250;
/** CONNECT is for proxies. Without a listener Node cuts the connection without a word. */
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
  /** Whoever reads has almost nothing waiting, so the fullest connection is one that does not read. */
  const cutFullest = (): void => {
    let fullest: Connection | null = null;
    let most = 0;
    for (const [connection, bytes] of waiting) {
      if (bytes > most) [fullest, most] = [connection, bytes];
    }
    if (fullest === null) return;
    remove(fullest);
    cuts += 1;
    log.warn({ bytes: most }, 'a connection was cut: it held the most of the bytes that wait to be sent');
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
        // Node removes its own listener when a connection is upgraded; this one stays.
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

/** Answers with the head of a response and closes, whether the client closes its side or not. */
export const refuseConnection = (socket: Duplex, head: string): void => {
  socket.on('error', () => socket.destroy());
  socket.end(`${head}Connection: close\r\nContent-Length: 0\r\n\r\n`, () => socket.destroy());
};
