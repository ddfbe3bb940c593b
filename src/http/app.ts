// The express app of the hub. RESOURCES lists every route; docs/egress.md says what data each returns.
import type { IncomingMessage, RequestListener, Server } from 'node:http';
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express';
import helmet from 'helmet';
import type { RequestRefusal } from '../graphql/errors.ts';
import type { Hub } from '../hub.ts';
import type { Broker } from '../service/live/broker.ts';
import { INTERNAL, NOT_FOUND, problemReply, sendReply } from './answer.ts';
import { watchAnswer } from './bounds/answers.ts';
import { consoleFile, consolePage, startPage } from './console/console.ts';
import { cors } from './cors.ts';
import { graphiqlFile, graphiqlPage, graphiqlShell } from './graphiql/graphiql.ts';
import { graphqlResource } from './graphql/endpoint.ts';
import { type HttpDeps, openHttpDeps, reporter } from './http-deps.ts';
import { contractForConsole, contractPage } from './pages/contract-page.ts';
import { metricsPage } from './pages/metrics-page.ts';
import { healthPage, readyPage } from './pages/open-pages.ts';
import { securityTextPage } from './pages/security-text-page.ts';
import { unsubscribeForm, unsubscribePage } from './pages/unsubscribe-page.ts';
import { warningHtmlPage } from './pages/warning-html-page.ts';
import { warningPage } from './pages/warning-page.ts';
import { ADDRESS_MALFORMED, headRefusal } from './request-head.ts';
import { SIGN_IN_PAGES } from './sign-in/pages.ts';
import { openSocketServer } from './socket/websocket.ts';
import type { Resource } from './spine.ts';

const RESOURCES: readonly Resource[] = [
  graphqlResource,
  graphiqlPage,
  graphiqlShell,
  graphiqlFile,
  warningPage,
  warningHtmlPage,
  contractPage,
  contractForConsole,
  healthPage,
  readyPage,
  metricsPage,
  securityTextPage,
  startPage,
  unsubscribePage,
  unsubscribeForm,
  ...SIGN_IN_PAGES,
  consoleFile,
  // The last: it takes one step of any name.
  consolePage,
];

export type App = {
  readonly app: Express;
  /** What a server calls: the app, behind a check of each head. */
  readonly serve: RequestListener;
  /** Also serves WebSockets on this server. */
  attach(server: Server): void;
  /** Reports not ready, refuses new streams and ends unfinished bodies; open streams continue. */
  drain(): void;
  /** Ends the streams and sockets that are still open. */
  endStreams(): void;
  /** Closes what is still open and writes the last receipts. */
  close(): Promise<void>;
};

/** Without what express adds by itself. */
const bareExpress = (): Express => {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('query parser', false);
  return app;
};

/** For tests: `resources` are served in addition to the hub's, `deps` stand in for what the app opens by itself. */
type Own = { readonly resources: readonly Resource[]; readonly deps: HttpDeps };

export const openApp = (hub: Hub, broker: Broker, own: Partial<Own> = {}): App => {
  const { resources = [], deps = openHttpDeps(hub, broker) } = own;
  const sockets = openSocketServer(deps);
  const app = bareExpress();
  app.use((_request, response, next) => {
    response.setHeader('x-request-id', hub.entropy.uuid());
    watchAnswer(response, hub.config.limits, deps.buffers);
    next();
  });
  app.use(helmet());
  app.use(cors(hub.config.corsOrigins));
  const refused = new WeakMap<IncomingMessage, RequestRefusal>();
  app.use((request, response, next) => {
    const refusal = refused.get(request);
    if (refusal === undefined) return next();
    deps.metrics.observer.refused(refusal.code);
    sendReply(response, problemReply(refusal, String(response.getHeader('x-request-id'))));
  });
  for (const { method, path, serve } of [...RESOURCES, ...resources])
    app[method](path, (request, response) => serve(deps, request, response));
  app.use(notFound);
  app.use(failed(deps));
  const endStreams = (): void => {
    deps.closing.abort();
    sockets.close();
  };
  return {
    app,
    serve: (request, response) => {
      const refusal = headRefusal(request);
      if (refusal !== null) {
        refused.set(request, refusal);
        // Express answers by itself where it cannot read the address.
        request.url = '/';
      }
      app(request, response);
    },
    attach: (server) => {
      deps.connections.watch(server);
      sockets.attach(server);
    },
    drain: () => {
      deps.isClosing = true;
      deps.bodies.drain();
    },
    endStreams,
    close: async () => {
      deps.isClosing = true;
      endStreams();
      deps.bodies.close();
      deps.buffers.close();
      deps.pings.close();
      await deps.receipts.close();
      await deps.openings.close();
      await deps.uses.close();
      deps.metrics.close();
      deps.shared?.close();
    },
  };
};

const notFound: RequestHandler = (_request, response) =>
  sendReply(response, problemReply(NOT_FOUND, String(response.getHeader('x-request-id'))));

/** Only a path that express cannot decode is the fault of the client. */
const failed =
  (deps: HttpDeps): ErrorRequestHandler =>
  (error: unknown, _request, response, _next) => {
    const id = String(response.getHeader('x-request-id'));
    const isOfClient = error instanceof URIError || (error as { status?: unknown } | null)?.status === 400;
    if (!isOfClient) reporter(deps, id)(error, 'INTERNAL');
    sendReply(response, problemReply(isOfClient ? ADDRESS_MALFORMED : INTERNAL, id));
  };
