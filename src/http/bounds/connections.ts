// Watches every connection of the hub from its first byte. No socket error ends the process, the number of connections is
// bounded, and what they hold is counted, even before a client has authenticated (I20, I21).
import type { Server } from 'node:http';
import { Server as SecureServer } from 'node:https';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { TLSSocket } from 'node:tls';
import type { Limits } from '../../config/config.ts';
import type { Log } from '../../outside/log.ts';

/** The part of a net.Socket that is measured; tests pass a fake. */
export type Connection = Pick<Duplex, 'writableLength' | 'destroy'>;

/** As a part of the hub's buffers: the unsent bytes of all connections, and messages that have arrived in part. */
export type Connections = {
  /** Handles errors on every connection of the server and counts its unsent bytes. */
  watch(server: Server): void;
  /** With one too many, the oldest that has not shown a key is closed. */
  add(connection: Connection): void;
  remove(connection: Connection): void;
  /** A valid key came over it. */
  welcome(connection: Connection): void;
  /** Also counts what its protocol holds of a message that has not arrived as a whole, in bytes. */
  alsoHolds(connection: Connection, partial: () => number): void;
  measure(connection: Connection): void;
  measureAll(): void;
  bytes(): number;
  /** Cuts the connection that holds the most: a client that reads has almost nothing unsent. */
  cut(): boolean;
  count(): number;
  /** Connections that were cut because they held the most. */
  cuts(): number;
  /** Connections that were closed because there were too many. */
  turnedAway(): number;
};

/** CONNECT is for proxies. Without a listener Node closes the connection without a response. */
const NO_PROXY = 'HTTP/1.1 405 Method Not Allowed\r\nAllow: GET, HEAD, POST\r\n';

export const openConnections = (limits: Pick<Limits, 'connections'>, log: Log): Connections => {
  const held = new Map<Connection, number>();
  const partials = new WeakMap<Connection, () => number>();
  /** Have not shown a key, in order of arrival. */
  const guests = new Set<Connection>();
  let total = 0;
  let cuts = 0;
  let turnedAway = 0;

  const measure = (connection: Connection): void => {
    const before = held.get(connection);
    if (before === undefined) return;
    const bytes = connection.writableLength + (partials.get(connection)?.() ?? 0);
    total += bytes - before;
    held.set(connection, bytes);
  };
  const measureAll = (): void => {
    for (const connection of held.keys()) measure(connection);
  };
  const remove = (connection: Connection): void => {
    total -= held.get(connection) ?? 0;
    held.delete(connection);
    guests.delete(connection);
  };
  const add = (connection: Connection): void => {
    held.set(connection, 0);
    guests.add(connection);
    if (held.size <= limits.connections) return;
    // Refusing the newcomer would let anybody keep others out. It is the only guest where all others have keys.
    const [oldest = connection] = guests;
    remove(oldest);
    turnedAway += 1;
    oldest.destroy();
  };
  return {
    watch: (server) => watchServer(server, { add, remove }, log),
    add,
    remove,
    alsoHolds: (connection, partial) => void partials.set(connection, partial),
    welcome: (connection) => void guests.delete(connection),
    measure,
    measureAll,
    bytes: () => total,
    cut: () => {
      measureAll();
      const [fullest, bytes] = fullestOf(held);
      if (fullest === null) return false;
      remove(fullest);
      cuts += 1;
      log.warn({ bytes }, 'a connection was cut: it had the most unsent bytes');
      fullest.destroy();
      return true;
    },
    count: () => held.size,
    cuts: () => cuts,
    turnedAway: () => turnedAway,
  };
};

type Watching = Pick<Connections, 'add' | 'remove'>;

const watchServer = (server: Server, watching: Watching, log: Log): void => {
  if (server instanceof SecureServer) watchSecure(server, watching);
  else server.on('connection', (socket) => watchSocket(socket, watching));
  server.on('connect', (_request, socket) => refuseConnection(socket, NO_PROXY));
  server.on('error', (error) => log.error({ err: error }, 'a connection could not be accepted'));
};

const watchSocket = (socket: Socket, { add, remove }: Watching): void => {
  // Node removes its own error listener on upgrade; this one stays.
  socket.on('error', () => socket.destroy());
  socket.once('close', () => remove(socket));
  add(socket);
};

/**
 * A connection over TLS is the one of TCP until the handshake is over. From then on it is the one that requests come over, and
 * whose bytes wait: the one below it has sent all that it was given. Which belong together only their ports tell.
 */
const watchSecure = (server: Server, watching: Watching): void => {
  const below = new Map<string, Socket>();
  server.on('connection', (socket) => {
    const place = placeOf(socket);
    below.set(place, socket);
    watchSocket(socket, watching);
    socket.once('close', () => {
      if (below.get(place) === socket) below.delete(place);
    });
  });
  server.on('secureConnection', (socket: TLSSocket) => {
    const place = placeOf(socket);
    const raw = below.get(place);
    below.delete(place);
    if (raw !== undefined) watching.remove(raw);
    watchSocket(socket, watching);
  });
};

const placeOf = ({ remoteAddress, remotePort, localPort }: Socket): string =>
  `${remoteAddress} ${remotePort} ${localPort}`;

const fullestOf = (held: ReadonlyMap<Connection, number>): readonly [Connection | null, number] => {
  let fullest: Connection | null = null;
  let most = 0;
  for (const [connection, bytes] of held) if (bytes > most) [fullest, most] = [connection, bytes];
  return [fullest, most];
};

/** Sends a response head and closes, even if the client keeps its side open. */
export const refuseConnection = (socket: Duplex, head: string): void => {
  socket.on('error', () => socket.destroy());
  socket.end(`${head}Connection: close\r\nContent-Length: 0\r\n\r\n`, () => socket.destroy());
};
