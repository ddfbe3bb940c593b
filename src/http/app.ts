// The express app of the hub: every door that it opens, in one place (docs/doors.md).
import type { Server, ServerResponse } from 'node:http';
import express, { type ErrorRequestHandler, type Express } from 'express';
import helmet from 'helmet';
import type { Hub } from '../hub.ts';
import type { Broker } from '../service/live/broker.ts';
import { sendProblem } from './answer.ts';
import { graphqlDoor } from './graphql-door.ts';
import { healthPage, metricsPage, notFoundPage, readyPage, startPage, warningPage } from './pages.ts';
import { openRoom, reporter } from './room.ts';
import { openSocketDoor } from './socket/websocket.ts';

export type App = {
  readonly app: Express;
  /** Serves WebSockets of this server too. */
  attach(server: Server): void;
  /** From now on not ready, and no new stream; what is open goes on. */
  drain(): void;
  /** Ends what is still open, and writes the last receipts. */
  close(): Promise<void>;
};

/** Node has no time limit of its own for a client that never reads its answer. */
const cutWhenUntaken = (response: ServerResponse, graceMs: number): void => {
  response.setTimeout(graceMs, () => {
    // Without anything to send it is the hub that takes its time, or a stream that has nothing to say.
    if ((response.socket?.writableLength ?? 0) > 0) response.destroy();
  });
};

export const openApp = (hub: Hub, broker: Broker): App => {
  const room = openRoom(hub, broker);
  const sockets = openSocketDoor(room);
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('query parser', false);
  app.use((_request, response, next) => {
    response.setHeader('x-request-id', hub.entropy.uuid());
    cutWhenUntaken(response, hub.config.limits.streamGraceMs);
    next();
  });
  app.use(helmet());
  app.all('/graphql', graphqlDoor(room));
  app.get('/warnings/:id', warningPage(room));
  app.get('/healthz', healthPage);
  app.get('/readyz', readyPage(room));
  app.get('/metrics', metricsPage(room));
  app.get('/', startPage);
  app.use(notFoundPage);
  const failed: ErrorRequestHandler = (error: unknown, _request, response, _next) => {
    // A path that express cannot decode is the client's; nothing else comes here.
    const isOfClient = error instanceof URIError || (error as { status?: unknown } | null)?.status === 400;
    if (!isOfClient) reporter(room, String(response.getHeader('x-request-id')))(error, 'INTERNAL');
    if (isOfClient) sendProblem(response, 'ADDRESS_MALFORMED', 'The address cannot be read.');
    else sendProblem(response, 'INTERNAL');
  };
  app.use(failed);
  return {
    app,
    attach: (server) => {
      room.connections.watch(server);
      sockets.attach(server);
    },
    drain: () => {
      room.isClosing = true;
    },
    close: async () => {
      room.isClosing = true;
      room.closing.abort();
      sockets.close();
      room.connections.close();
      await room.receipts.close();
      room.metrics.close();
    },
  };
};
