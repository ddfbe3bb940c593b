// Health and metrics of the worker over HTTP, on a port of its own (docs/egress.md). It serves nothing else. Each connection
// gets one answer, and a new one takes the place of the oldest: whoever holds connections open cannot make a probe fail.
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Hub } from '../../src/hub.ts';
import type { JobQueue } from '../../src/queue/queue.ts';
import { openBucket } from '../../src/service/access/bucket.ts';
import { atMostEach } from '../../src/service/health/at-most-each.ts';
import { mayReadFigures } from '../../src/service/health/figures-reader.ts';
import { isStoreOutage, missingForService } from '../../src/service/health/store-health.ts';
import type { WorkerFigures } from './figures.ts';

const ASK_MS = 1_000;
const MAX_CONNECTIONS = 64;
const LIMITS = {
  maxHeaderSize: 16_384,
  headersTimeout: 10_000,
  requestTimeout: 10_000,
  connectionsCheckingInterval: 5_000,
};
const TEXT = 'text/plain; charset=utf-8';
const PROBLEM = 'application/problem+json; charset=utf-8';

type Deps = {
  readonly hub: Hub;
  readonly queue: JobQueue;
  readonly figures: WorkerFigures;
};

export type WorkerHealth = {
  readonly url: string;
  phase: 'starting' | 'working' | 'closing';
  close(): Promise<void>;
};

type Answer = {
  readonly status: number;
  readonly type: string;
  readonly text: string;
  readonly headers?: Readonly<Record<string, string>>;
};
type Page = (request: IncomingMessage) => Promise<Answer>;

/** The paths that are served. */
export const PATHS = ['/healthz', '/readyz', '/metrics'] as const;
type Path = (typeof PATHS)[number];

/** Listens on the hub's address at `port`; 0 takes a free one. */
export const serveHealth = async (deps: Deps, port: number): Promise<WorkerHealth> => {
  const { hub } = deps;
  const state: { phase: WorkerHealth['phase'] } = { phase: 'starting' };
  const pages = pagesOf(deps, () => state.phase);
  const server = createServer(LIMITS, (request, response) => {
    void answer(hub, pages, request, response);
  });
  server.on('connection', keepNewest(MAX_CONNECTIONS));
  server.listen(port, hub.config.host);
  await once(server, 'listening');
  const { port: taken, family, address } = server.address() as AddressInfo;
  return Object.assign(state, {
    url: `http://${family === 'IPv6' ? `[${address}]` : address}:${taken}`,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  });
};

/** Cuts the connection that has been open longest, once there are more. */
const keepNewest = (most: number): ((socket: Socket) => void) => {
  const open = new Set<Socket>();
  return (socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
    const [oldest] = open;
    if (open.size > most) oldest?.destroy();
  };
};

const answer = async (
  hub: Hub,
  pages: Readonly<Record<Path, Page>>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const requestId = hub.entropy.uuid();
  const path = PATHS.find((each) => each === request.url?.split('?')[0]);
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  const page = path === undefined || !isRead ? absent : pages[path];
  const { status, type, text, headers } = await page(request).catch((error: unknown) => {
    if (isStoreOutage(error)) return UNAVAILABLE;
    hub.log.error({ err: error, requestId, code: 'INTERNAL' }, 'a request failed');
    return problem(500, 'INTERNAL', 'Something failed here. Look for the request id in the log.');
  });
  response.writeHead(status, {
    'content-type': type,
    connection: 'close',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'x-request-id': requestId,
    ...headers,
  });
  response.end(request.method === 'HEAD' ? undefined : text);
};

const problem = (status: number, code: string, detail: string, headers?: Record<string, string>): Answer => ({
  status,
  type: PROBLEM,
  text: JSON.stringify({ type: 'about:blank', title: code, status, detail, code }),
  ...(headers === undefined ? {} : { headers }),
});

const UNAVAILABLE = problem(503, 'UNAVAILABLE', 'The worker cannot reach its database at the moment.', {
  'retry-after': '5',
});

const absent: Page = async () =>
  problem(404, 'NOT_FOUND', 'There is nothing at this address that you may see.');

const tooManyFailures = (wait: number): Answer => {
  const seconds = Math.max(1, Math.ceil(wait));
  const detail = `This key is not valid, and too many keys were not. Wait ${seconds} s.`;
  return problem(429, 'KEY_FAILURES_LIMITED', detail, { 'retry-after': String(seconds) });
};

const ALL = '';

const pagesOf = ({ hub, queue, figures }: Deps, phase: () => WorkerHealth['phase']) => {
  const { keyFailuresPerMinute } = hub.config.limits;
  const failures = openBucket(keyFailuresPerMinute / 60, keyFailuresPerMinute);
  const missing = atMostEach(ASK_MS, async () => [
    ...(await missingForService(hub)),
    ...(await queue.ping().then(
      () => [],
      () => ['redis'],
    )),
  ]);
  return {
    '/healthz': async () => ({ status: 200, type: TEXT, text: 'ok\n' }),
    '/readyz': async () => {
      const lacks = [...(phase() === 'working' ? [] : [`worker-${phase()}`]), ...(await missing())];
      if (lacks.length > 0) return problem(503, 'NOT_READY', `Missing: ${lacks.join(', ')}.`);
      const lease = figures.holdsLease() ? 'held here' : 'held by another worker, or free';
      const { heldSince } = await hub.restored.state();
      const held = heldSince === null ? '' : 'held after a restore: tocsin hub release\n';
      return { status: 200, type: TEXT, text: `ready\nlease: ${lease}\n${held}` };
    },
    '/metrics': async (request: IncomingMessage) => {
      const reader = await mayReadFigures(hub, request.headers.authorization);
      if (reader === 'ABSENT') return absent(request);
      if (reader === 'UNKNOWN') {
        // Without a key nothing was tried. The worker knows no client's address, so there is one budget.
        const wait = request.headers.authorization === undefined ? null : failures.take(ALL);
        if (wait !== null) return tooManyFailures(wait);
        return problem(401, 'UNAUTHENTICATED', 'Send a key of this hub: Authorization: Bearer toc_…', {
          'www-authenticate': 'Bearer realm="tocsin"',
        });
      }
      return { status: 200, ...(await figures.text()) };
    },
  } satisfies Readonly<Record<Path, Page>>;
};
