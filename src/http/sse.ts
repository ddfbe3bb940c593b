// A subscription over server-sent events (GraphQL over SSE, distinct connections). The id of each `next` event is its
// cursor, so that Last-Event-ID resumes. A result is pulled once the client has received the previous ones. Newer events
// wait in the broker's bounded buffer; on overflow the stream ends with a code and a cursor to resume (M7, M8, I20).
import type { Response } from 'express';
import { type LiveRequest, liveResults } from '../graphql/live.ts';
import { COMPLETE } from './answer.ts';
import { type HttpDeps, reporter } from './http-deps.ts';

const PING_MS = 12_000;
const KEEP_ALIVE_MS = 30_000;

/** Aborted when the connection closes, or at once if the client has already disconnected. */
export const goneWith = (response: Response): AbortSignal => {
  const gone = new AbortController();
  if (response.destroyed) gone.abort();
  else response.once('close', () => gone.abort());
  return gone.signal;
};

type Subscribed = Pick<LiveRequest, 'operation' | 'context' | 'variables'>;

/** Resolves when the stream ends. */
export const streamResults = async (
  deps: HttpDeps,
  response: Response,
  subscribed: Subscribed,
): Promise<void> => {
  if (response.destroyed) return;
  response.statusCode = 200;
  response.setHeader('content-type', 'text/event-stream; charset=utf-8');
  response.setHeader('cache-control', 'no-store');
  response.setHeader('x-accel-buffering', 'no');
  response.flushHeaders();
  response.socket?.setNoDelay(true);
  response.socket?.setKeepAlive(true, KEEP_ALIVE_MS);
  const ping = setInterval(() => {
    if (!response.writableNeedDrain) response.write(': ping\n\n');
  }, PING_MS);
  response.once('close', () => clearInterval(ping));
  response.write(': open\n\n');
  const { requestId, signal } = subscribed.context;
  const report = reporter(deps, requestId);
  const graceMs = deps.hub.config.limits.streamGraceMs;
  for await (const { cursor, result } of liveResults({
    ...subscribed,
    subscribe: deps.server.subscribe,
    report,
  })) {
    if (signal.aborted) break;
    const id = cursor === null ? '' : `id: ${cursor}\n`;
    const isTaken = response.write(`${id}event: next\ndata: ${JSON.stringify(result)}\n\n`);
    if (response.socket !== null) deps.buffers.wrote(response.socket);
    if (!isTaken) await taken(response, graceMs);
  }
  clearInterval(ping);
  if (response.destroyed) return;
  response.end(COMPLETE);
  if (!response.writableFinished) await taken(response, graceMs, 'finish');
};

/** Resolves when the client has received what was written, or is gone. A client that receives nothing is cut. */
const taken = (response: Response, graceMs: number, event: 'drain' | 'finish' = 'drain'): Promise<void> =>
  new Promise((resolve) => {
    if (response.destroyed) return resolve();
    const cut = setTimeout(() => response.destroy(), graceMs);
    const done = (): void => {
      clearTimeout(cut);
      response.off(event, done).off('close', done);
      resolve();
    };
    response.once(event, done).once('close', done);
  });
