// Rivals of the fan-out: a loop that writes one pre-rendered buffer to every connection, over SSE and WebSocket, and what
// graphql-yoga and graphql-ws do as their documentation recommends. None knows who reads.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import path from 'node:path';
import { makeExecutableSchema } from '@graphql-tools/schema';
import { useServer } from 'graphql-ws/use/ws';
import { createPubSub, createYoga } from 'graphql-yoga';
import { WebSocketServer } from 'ws';
import { serve } from '../load/remote.ts';

const SCHEMA = path.join(import.meta.dirname, '../../schema');
const typeDefs = readdirSync(SCHEMA)
  .filter((name) => name.endsWith('.graphql'))
  .map((name) => readFileSync(path.join(SCHEMA, name), 'utf8'));

const pubSub = createPubSub<{ received: [object] }>();
const schema = makeExecutableSchema({
  typeDefs,
  resolvers: {
    Subscription: {
      warningReceived: { subscribe: () => pubSub.subscribe('received'), resolve: (event: object) => event },
    },
  },
});

const connections = new Set<Socket>();
const keep = (socket: Socket): void => {
  connections.add(socket);
  socket.on('error', () => socket.destroy());
  socket.once('close', () => connections.delete(socket));
};

const HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store',
  'transfer-encoding': 'chunked',
};

/** Reads the request as a server must, and then only writes. */
const rawEvents = (): Server =>
  createServer((request, response) => {
    request.resume();
    request.once('end', () => {
      response.writeHead(200, HEADERS);
      response.write(': open\n\n');
      request.socket.setNoDelay(true);
      keep(request.socket);
    });
  });

const GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';
const textFrame = (text: string): Buffer => {
  const body = Buffer.from(text);
  const head =
    body.length < 126
      ? Buffer.from([0x81, body.length])
      : Buffer.from([0x81, 126, body.length >> 8, body.length & 0xff]);
  return Buffer.concat([head, body]);
};

const rawSockets = (): Server => {
  const server = createServer();
  server.on('upgrade', (request, socket: Socket) => {
    const accept = createHash('sha1')
      .update(`${request.headers['sec-websocket-key']}${GUID}`)
      .digest('base64');
    socket.setNoDelay(true);
    socket.write(
      `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\nSec-WebSocket-Protocol: graphql-transport-ws\r\n\r\n`,
    );
    // The first message is answered; what follows is not looked at.
    socket.once('data', () => socket.write(textFrame('{"type":"connection_ack"}')));
    socket.on('data', () => undefined);
    keep(socket);
  });
  return server;
};

const stockEvents = (): Server => createServer(createYoga({ schema, logging: false }));

const stockSockets = (): Server => {
  const server = createServer();
  const sockets = new WebSocketServer({ server, path: '/graphql' });
  useServer({ schema }, sockets);
  return server;
};

const KINDS = { rawEvents, rawSockets, stockEvents, stockSockets };
export type RivalKind = keyof typeof KINDS;

let chunk: Buffer = Buffer.alloc(0);
let payload: object = {};

serve({
  open: async (kind: RivalKind) => {
    const server = KINDS[kind]();
    server.keepAliveTimeout = 600_000;
    server.listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  },
  /** What every reader is sent, byte for byte, and the same as an object. */
  prepare: (kind: RivalKind, json: string) => {
    const id = ''.padStart(36, 'a');
    const event = `id: ${''.padStart(22, 'A')}\nevent: next\ndata: ${json}\n\n`;
    chunk =
      kind === 'rawSockets'
        ? textFrame(`{"id":"${id}","type":"next","payload":${json}}`)
        : Buffer.from(`${Buffer.byteLength(event).toString(16)}\r\n${event}\r\n`);
    payload = JSON.parse(json).data.warningReceived;
  },
  fire: (kind: RivalKind, events: number) => {
    for (let event = 0; event < events; event += 1) {
      if (kind.startsWith('stock')) pubSub.publish('received', payload);
      else for (const socket of connections) socket.write(chunk);
    }
  },
  count: () => connections.size,
});
