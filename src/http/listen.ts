// The HTTP server of the app: its time and size limits, and its orderly shutdown.
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createServer as createSecureServer, Server as SecureServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import type { Limits } from '../config/config.ts';
import type { Hub } from '../hub.ts';
import type { Broker } from '../service/live/broker.ts';
import { type App, openApp } from './app.ts';
import { oneAtATime } from './bounds/one-at-a-time.ts';
import type { HttpDeps } from './http-deps.ts';
import { isSocketUpgrade } from './socket/websocket.ts';

const HEADER_BYTES = 16_384;
const HEADER_COUNT = 100;
const HEADERS_MS = 10_000;
const IDLE_MS = 60_000;
const CHECK_MS = 5_000;
/** How often a closing hub looks for connections on which nothing runs any more. */
const SWEEP_MS = 50;

/** The steps of an orderly shutdown, in milliseconds after it began. */
const CLOSING = {
  /** A connection without a running request may not start one any more. */
  idleMs: 500,
  /** Streams that have not ended by themselves and sockets are ended. */
  streamsMs: 1_000,
  /** Whatever is left is cut. */
  cutMs: 9_000,
};

export type Listening = {
  readonly url: string;
  /** The listener for client certificates; null without one. */
  readonly tlsUrl: string | null;
  /** Stops accepting, ends streams and unfinished bodies, lets running requests finish (at most 9 s), then closes. */
  close(): Promise<void>;
};

/** `deps` stands in for what the hub opens by itself; tests decide there when it writes what it has noted. */
export const listen = async (hub: Hub, broker: Broker, deps?: HttpDeps): Promise<Listening> => {
  const app = openApp(hub, broker, deps === undefined ? {} : { deps });
  const options = {
    maxHeaderSize: HEADER_BYTES,
    headersTimeout: HEADERS_MS,
    requestTimeout: requestMs(hub.config.limits),
    keepAliveTimeout: IDLE_MS,
    connectionsCheckingInterval: CHECK_MS,
    shouldUpgradeCallback: isSocketUpgrade,
  };
  const serve = oneAtATime(app.serve);
  const { tls } = hub.config;
  const secure =
    tls === null
      ? null
      : await opened(createSecureServer({ ...options, ...tlsOptions(tls) }, serve), tls.port, hub, app);
  const plain = await opened(createServer(options, serve), hub.config.port, hub, app);
  const servers = [plain, ...(secure === null ? [] : [secure])];
  return {
    url: `http://${plain.place}`,
    tlsUrl: secure === null ? null : `https://${secure.place}`,
    close: () => closeInOrder(servers, { app, broker }),
  };
};

type Opened = { readonly server: Server; readonly idle: ReadonlySet<Socket>; readonly place: string };

const opened = async (server: Server, asked: number, hub: Hub, app: App): Promise<Opened> => {
  server.maxHeadersCount = HEADER_COUNT;
  const idle = watchIdle(server);
  app.attach(server);
  server.listen(asked, hub.config.host);
  await once(server, 'listening');
  const { port, family, address } = server.address() as AddressInfo;
  return { server, idle, place: `${family === 'IPv6' ? `[${address}]` : address}:${port}` };
};

/**
 * A client is asked for a certificate and let in without one too, with a key. No authority is asked about it: only public
 * keys count, which are registered beforehand.
 */
const tlsOptions = ({ certificate, key }: NonNullable<Hub['config']['tls']>) => ({
  cert: readFileSync(certificate),
  key: readFileSync(key),
  minVersion: 'TLSv1.2' as const,
  requestCert: true,
  rejectUnauthorized: false,
  handshakeTimeout: HEADERS_MS,
});

/** Longer than the largest body may take: one that is too slow gets an answer (bounds/bodies.ts), here it would not. */
const requestMs = ({ publishBytes, bytesPerSecond, bodyGraceMs }: Limits): number =>
  HEADERS_MS + bodyGraceMs + CHECK_MS + Math.ceil((publishBytes / bytesPerSecond) * 1_000);

/**
 * Connections on which no request runs and that are no WebSocket. Node counts one that has sent nothing yet, or half a head,
 * as busy.
 */
const watchIdle = (server: Server): ReadonlySet<Socket> => {
  const idle = new Set<Socket>();
  const running = new WeakMap<Socket, number>();
  const began = (socket: Socket): void => {
    running.set(socket, (running.get(socket) ?? 0) + 1);
    idle.delete(socket);
  };
  const ended = (socket: Socket): void => {
    const left = (running.get(socket) ?? 1) - 1;
    running.set(socket, left);
    if (left === 0 && !socket.destroyed) idle.add(socket);
  };
  server.on(server instanceof SecureServer ? 'secureConnection' : 'connection', (socket: Socket) => {
    idle.add(socket);
    socket.once('close', () => idle.delete(socket));
  });
  server.on('request', ({ socket }, response) => {
    began(socket);
    response.once('close', () => ended(socket));
  });
  server.on('upgrade', ({ socket }) => began(socket));
  return idle;
};

type Parts = { readonly app: App; readonly broker: Broker };

const closeInOrder = async (servers: readonly Opened[], { app, broker }: Parts): Promise<void> => {
  const closed = Promise.all(servers.map(({ server }) => once(server, 'close')));
  app.drain();
  for (const { server } of servers) server.close();
  // The database may not answer; nothing below waits for it.
  const ended = broker.close();
  const timers: NodeJS.Timeout[] = [];
  const closeIdle = (): void => {
    for (const { idle } of servers) for (const socket of idle) socket.destroy();
  };
  timers.push(
    setTimeout(() => timers.push(setInterval(closeIdle, SWEEP_MS)), CLOSING.idleMs),
    setTimeout(app.endStreams, CLOSING.streamsMs),
    setTimeout(() => {
      for (const { server } of servers) server.closeAllConnections();
    }, CLOSING.cutMs),
  );
  await closed;
  for (const timer of timers) clearTimeout(timer);
  await Promise.all([ended, app.close()]);
};
