// Subscriptions over WebSocket: only `graphql-transport-ws`, from no other site's pages, with a key before any
// operation (I27). The frames are read and bounded here; graphql-ws keeps the protocol.
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { handleProtocols } from 'graphql-ws';
import { type WebSocket, WebSocketServer } from 'ws';
import { parseRequestJson } from '../graphql/limits/request-json.ts';
import type { Room } from './room.ts';
import { openSocketProtocol } from './socket-protocol.ts';

const PATH = '/graphql';
const KEEP_ALIVE_MS = 12_000;
const CLOSE_GOING_AWAY = 1001;
const CLOSE_BAD_REQUEST = 4400;
const CLOSE_INTERNAL = 4500;

export type SocketDoor = { attach(server: Server): void; close(): void };

export const openSocketDoor = (room: Room): SocketDoor => {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: room.hub.config.limits.queryBytes,
    perMessageDeflate: false,
    handleProtocols,
  });
  const protocol = openSocketProtocol(room);
  const alive = new WeakSet<WebSocket>();
  const keepAlive = setInterval(() => {
    for (const socket of sockets.clients) {
      if (!alive.has(socket)) socket.terminate();
      alive.delete(socket);
      socket.ping();
    }
  }, KEEP_ALIVE_MS);
  keepAlive.unref();

  const serve = (socket: WebSocket, request: IncomingMessage): void => {
    alive.add(socket);
    socket.on('pong', () => alive.add(socket));
    socket.on('error', () => socket.terminate());
    const requestId = room.hub.entropy.uuid();
    const authorization = request.headers.authorization;
    const closed = protocol.opened(
      {
        protocol: socket.protocol,
        send: (text) => sendTaken(socket, text, room.hub.config.limits.streamGraceMs),
        close: (code, reason) => socket.close(code, reason),
        onMessage: (take) => {
          socket.on('message', (bytes) => readFrame(room, socket, String(bytes), take));
        },
      },
      { requestId, authorization, member: null },
    );
    socket.once('close', (code, reason) => void closed(code, String(reason)));
  };

  return {
    attach: (server) => {
      server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
        const status = refusalOf(room, request);
        if (status !== null) {
          socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
          return;
        }
        sockets.handleUpgrade(request, socket, head, serve);
      });
    },
    close: () => {
      clearInterval(keepAlive);
      for (const socket of sockets.clients) socket.close(CLOSE_GOING_AWAY, 'HUB_CLOSING');
      sockets.close();
    },
  };
};

/** Resolves when the reader has taken the text, so that no more is asked for meanwhile; one that takes nothing is cut. */
const sendTaken = (socket: WebSocket, text: string, graceMs: number): Promise<void> =>
  new Promise((resolve) => {
    const cut = setTimeout(() => socket.terminate(), graceMs);
    // An error here is that the socket is gone; its `close` ends what is open on it.
    socket.send(text, () => {
      clearTimeout(cut);
      resolve();
    });
  });

const readFrame = (
  room: Room,
  socket: WebSocket,
  text: string,
  take: (text: string) => Promise<void>,
): void => {
  if (!parseRequestJson(text, room.hub.config.limits).ok) {
    socket.close(CLOSE_BAD_REQUEST, 'The message is not JSON that this hub takes');
    return;
  }
  take(text).catch((error: unknown) => {
    room.hub.log.error({ err: error }, 'a socket failed');
    socket.close(CLOSE_INTERNAL, 'INTERNAL');
  });
};

/** The status line of a refused upgrade, or null. A page of another site may not use its visitor's network to come here. */
const refusalOf = (room: Room, request: IncomingMessage): string | null => {
  if (room.isClosing) return '503 Service Unavailable';
  if (request.url?.split('?')[0] !== PATH) return '404 Not Found';
  const { origin, host } = request.headers;
  if (origin === undefined) return null;
  return URL.canParse(origin) && new URL(origin).host === host ? null : '403 Forbidden';
};
