// Subscriptions over WebSocket: only `graphql-transport-ws`, no cross-origin pages, and a key before any operation (I27).
// Upgrades and frames are limited here; graphql-ws implements the protocol.
import type { IncomingMessage, Server } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { CloseCode, handleProtocols } from 'graphql-ws';
import { type WebSocket, WebSocketServer } from 'ws';
import { failureOf } from '../../graphql/errors.ts';
import { parseRequestJson } from '../../graphql/limits/request-json.ts';
import { refuseConnection } from '../bounds/connections.ts';
import { isAllowedOrigin } from '../cors.ts';
import type { HttpDeps } from '../http-deps.ts';
import { headRefusal } from '../request-head.ts';
import { type Link, openLink, type Take } from './link.ts';
import { type Lobby, openLobby } from './lobby.ts';
import { openSocketProtocol } from './protocol.ts';

const PATH = '/graphql';
const KEEP_ALIVE_MS = 12_000;
/** How long a client may take to answer the closing handshake. */
const CLOSE_TIMEOUT_MS = 2_000;
/** Maximum fragments of a message: each costs something, however short it is. */
const MAX_PIECES = 1_024;
const BOUNDS = {
  maxBufferedChunks: MAX_PIECES,
  maxFragments: MAX_PIECES,
  closeTimeout: CLOSE_TIMEOUT_MS,
};
const CLOSE_GOING_AWAY = 1001;
const CLOSE_TRY_AGAIN_LATER = 1013;

export type SocketServer = { attach(server: Server): void; close(): void };

export const openSocketServer = (deps: HttpDeps): SocketServer => {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: deps.hub.config.limits.queryBytes,
    ...BOUNDS,
    perMessageDeflate: false,
    handleProtocols,
  });
  const protocol = openSocketProtocol(deps);
  const lobby = openLobby(deps.hub.config.limits);
  const alive = new WeakSet<WebSocket>();
  const keepAlive = setInterval(() => {
    for (const socket of sockets.clients) {
      if (alive.delete(socket)) socket.ping();
      else socket.terminate();
    }
  }, KEEP_ALIVE_MS);
  keepAlive.unref();

  const serve = (socket: WebSocket, request: IncomingMessage): void => {
    const isAlive = (): void => void alive.add(socket);
    isAlive();
    socket.on('pong', isAlive);
    socket.on('error', () => socket.terminate());
    const link = openLink(socket, {
      connection: request.socket,
      limits: deps.hub.config.limits,
      isAlive,
      wrote: () => deps.buffers.wrote(request.socket),
    });
    countPartial(deps, socket, request.socket);
    openConversation(deps, { socket, link, lobby, protocol }, request);
  };

  return {
    attach: (server) => {
      server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
        const status = refusalOf(deps, request);
        if (status === null) sockets.handleUpgrade(request, socket, head, serve);
        else refuseConnection(socket, `HTTP/1.1 ${status}\r\n`);
      });
    },
    close: () => {
      clearInterval(keepAlive);
      lobby.close();
      for (const socket of sockets.clients) socket.close(CLOSE_GOING_AWAY, 'HUB_CLOSING');
      sockets.close();
    },
  };
};

/** Other upgrades (h2c, another path) are ignored, as HTTP allows: the request is answered without upgrading. */
export const isSocketUpgrade = ({ method, url, headers }: IncomingMessage): boolean =>
  method === 'GET' && url?.split('?')[0] === PATH && headers.upgrade?.toLowerCase() === 'websocket';

/** A message arrives in frames and pieces of frames, which ws holds until it is whole. */
const countPartial = (deps: HttpDeps, socket: WebSocket, connection: Socket): void => {
  let readBefore = connection.bytesRead;
  socket.on('message', () => {
    readBefore = connection.bytesRead;
  });
  const most = deps.hub.config.limits.queryBytes;
  deps.connections.alsoHolds(connection, () => Math.min(most, connection.bytesRead - readBefore));
};

type Parts = {
  readonly socket: WebSocket;
  readonly link: Link;
  readonly lobby: Lobby;
  readonly protocol: ReturnType<typeof openSocketProtocol>;
};

const openConversation = (deps: HttpDeps, parts: Parts, request: IncomingMessage): void => {
  const { socket, link, lobby, protocol } = parts;
  const gone = new AbortController();
  lobby.enter(link);
  const closed = protocol.opened(
    {
      protocol: socket.protocol,
      send: link.send,
      close: (code, reason) => link.end(code ?? CloseCode.InternalServerError, reason ?? ''),
      onMessage: (take) => link.onMessage((text) => readMessage(deps, link, text, take)),
    },
    {
      requestId: deps.hub.entropy.uuid(),
      authorization: request.headers.authorization,
      presented: {
        address: deps.clientAddress.of(request),
        exactAddress: deps.clientAddress.exactly(request),
        certificate: deps.clientCertificate.of(request),
        session: null,
      },
      link,
      gone: gone.signal,
      subscriptions: 0,
      welcome: () => {
        lobby.leave(link);
        deps.connections.welcome(request.socket);
      },
      refuse: link.end,
    },
  );
  socket.once('close', (code, reason) => {
    lobby.leave(link);
    gone.abort();
    closed(code, String(reason)).catch((error: unknown) =>
      deps.hub.log.error({ err: error }, 'a socket did not close cleanly'),
    );
  });
};

const FROM_SERVERS: ReadonlySet<unknown> = new Set(['connection_ack', 'next', 'error']);

const typeOf = (message: unknown): unknown =>
  typeof message === 'object' && message !== null && 'type' in message ? message.type : null;

const readMessage = async (deps: HttpDeps, link: Link, text: string, take: Take): Promise<void> => {
  const message = parseRequestJson(text, deps.hub.config.limits);
  if (!message.ok) {
    link.end(CloseCode.BadRequest, 'The message is not valid JSON within the limits of this hub');
    return;
  }
  // graphql-ws closes for every other message that is not valid, and throws for one that only a server sends.
  if (FROM_SERVERS.has(typeOf(message.value))) {
    link.end(CloseCode.BadRequest, 'A client does not send messages of this type');
    return;
  }
  await take(text).catch((error: unknown) => {
    const code = failureOf(error);
    deps.hub.log.error({ err: error, code }, 'a socket failed');
    link.end(code === 'UNAVAILABLE' ? CLOSE_TRY_AGAIN_LATER : CloseCode.InternalServerError, code);
  });
};

/** The status line of a refused upgrade, or null. Pages of other sites must not connect through their visitor's network. */
const refusalOf = (deps: HttpDeps, request: IncomingMessage): string | null => {
  if (headRefusal(request) !== null) return '400 Bad Request';
  if (deps.isClosing) return '503 Service Unavailable';
  const { origin, host } = request.headers;
  if (origin === undefined) return null;
  const isOwn = URL.canParse(origin) && new URL(origin).host === host;
  return isOwn || isAllowedOrigin(deps.hub.config.corsOrigins, origin) ? null : '403 Forbidden';
};
