// The HTTP server of the app: its time and size limits, and its orderly shutdown.
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Hub } from '../hub.ts';
import type { Broker } from '../service/live/broker.ts';
import { type App, openApp } from './app.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { isSocketUpgrade } from './socket/websocket.ts';

const HEADER_BYTES = 16_384;
const HEADER_COUNT = 100;
const HEADERS_MS = 10_000;
const REQUEST_MS = 30_000;
const IDLE_MS = 60_000;
const DRAIN_MS = 15_000;
const SWEEP_MS = 50;
/** How long a connection without a request may still start one when the hub closes. */
const UNUSED_MS = 500;

export type Listening = {
  readonly url: string;
  /** Stops accepting, tells streams to reconnect, lets running requests finish (at most 15 s), then closes. */
  close(): Promise<void>;
};

export const listen = async (hub: Hub, broker: Broker): Promise<Listening> => {
  const app = openApp(hub, broker);
  const server = createServer(
    {
      maxHeaderSize: HEADER_BYTES,
      headersTimeout: HEADERS_MS,
      requestTimeout: REQUEST_MS,
      keepAliveTimeout: IDLE_MS,
      connectionsCheckingInterval: 5_000,
      shouldUpgradeCallback: isSocketUpgrade,
    },
    oneAtATime(app.app),
  );
  server.maxHeadersCount = HEADER_COUNT;
  const unused = watchUnused(server);
  app.attach(server);
  server.listen(hub.config.port, hub.config.host);
  await once(server, 'listening');
  const { port, family, address } = server.address() as AddressInfo;
  return {
    url: `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`,
    close: () => closeInOrder(server, app, broker, unused),
  };
};

/** Connections without a request so far. Browsers and load balancers open them ahead; Node does not count them as idle. */
const watchUnused = (server: Server): ReadonlySet<Socket> => {
  const unused = new Set<Socket>();
  server.on('connection', (socket) => {
    unused.add(socket);
    socket.once('close', () => unused.delete(socket));
  });
  server.on('request', ({ socket }) => unused.delete(socket));
  server.on('upgrade', ({ socket }) => unused.delete(socket));
  return unused;
};

const closeInOrder = async (
  server: Server,
  app: App,
  broker: Broker,
  unused: ReadonlySet<Socket>,
): Promise<void> => {
  app.drain();
  const closed = once(server, 'close');
  server.close();
  await broker.close();
  const cut = setTimeout(() => {
    void app.close();
    server.closeAllConnections();
  }, DRAIN_MS);
  // A connection becomes idle after its last response; `server.close` does not wait for that.
  const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_MS);
  const cutUnused = setTimeout(() => {
    for (const socket of unused) socket.destroy();
  }, UNUSED_MS);
  await closed;
  clearInterval(sweep);
  clearTimeout(cutUnused);
  clearTimeout(cut);
  await app.close();
};
