// A subscription over server-sent events (GraphQL over SSE, distinct connections). The id of each `next` event is its
// cursor, so that Last-Event-ID resumes. A client that does not take what was sent is sent nothing more; newer events
// wait in the broker's bounded buffer; on overflow the stream ends with a code and a cursor to resume (M7, M8, I20).
import type { Response } from 'express';
import type { ExecutionResult } from 'graphql';
import type { ShownEvent } from '../../graphql/live/event-rendering.ts';
import { type LiveOutlet, type LiveRequest, openLive } from '../../graphql/live/subscribe.ts';
import { rightsMark } from '../../service/live/rights-mark.ts';
import { COMPLETE } from '../answer.ts';
import { type HttpDeps, reporter } from '../http-deps.ts';

const KEEP_ALIVE_MS = 30_000;

/** Aborted when the connection closes, or at once if the client has already disconnected. */
export const goneWith = (response: Response): AbortSignal => {
  const gone = new AbortController();
  if (response.destroyed) gone.abort();
  else response.once('close', () => gone.abort());
  return gone.signal;
};

type Subscribed = Pick<LiveRequest, 'operation' | 'context' | 'variables'>;

/** Resolves when the stream is open and ends by itself from there (true), or when it has ended. */
export const streamResults = async (
  deps: HttpDeps,
  response: Response,
  subscribed: Subscribed,
): Promise<boolean> => {
  if (response.destroyed) return false;
  const isChunked = response.req.httpVersionMinor > 0;
  response.statusCode = 200;
  response.setHeader('content-type', 'text/event-stream; charset=utf-8');
  response.setHeader('cache-control', 'no-store');
  response.setHeader('x-accel-buffering', 'no');
  response.setHeader('tocsin-rights', rightsMark(deps.hub, subscribed.context.actor));
  if (isChunked) response.setHeader('transfer-encoding', 'chunked');
  response.flushHeaders();
  response.socket?.setNoDelay(true);
  response.socket?.setKeepAlive(true, KEEP_ALIVE_MS);
  response.write(': open\n\n');
  const report = reporter(deps, subscribed.context.requestId);
  const { server, renderings } = deps;
  const outlet = new EventOutlet(deps, response, isChunked);
  return openLive({ ...subscribed, subscribe: server.subscribe, renderings, report }, outlet);
};

/**
 * Writes to the connection itself: an event is framed once, as the chunk of HTTP that every reader gets, where
 * `response.write` would frame it for each. Both write in the order in which they are called.
 */
class EventOutlet implements LiveOutlet {
  readonly #deps: HttpDeps;
  readonly #response: Response;
  readonly #isChunked: boolean;
  readonly #stopPings: () => void;

  constructor(deps: HttpDeps, response: Response, isChunked: boolean) {
    this.#deps = deps;
    this.#response = response;
    this.#isChunked = isChunked;
    this.#stopPings = deps.pings.add(() => {
      if (response.socket?.writableNeedDrain === false) response.write(': ping\n\n');
    });
    response.once('close', this.#stopPings);
  }

  write(event: ShownEvent): boolean {
    const { socket } = this.#response;
    if (socket === null || socket.destroyed) return true;
    event.frame ??= chunkOf(event);
    const isTaken = socket.write(this.#isChunked ? event.frame : bodyOf(event.frame));
    if (socket.writableLength > 0) this.#deps.buffers.wrote(socket);
    return isTaken;
  }

  /** A client that takes nothing is cut. */
  whenTaken(act: () => void): void {
    const response = this.#response;
    const { socket } = response;
    if (socket === null || socket.destroyed) {
      act();
      return;
    }
    const cut = setTimeout(() => response.destroy(), this.#deps.hub.config.limits.streamGraceMs);
    const done = (): void => {
      clearTimeout(cut);
      socket.off('drain', done);
      response.off('close', done);
      act();
    };
    socket.once('drain', done);
    response.once('close', done);
  }

  end(last: ExecutionResult | null): void {
    const response = this.#response;
    this.#stopPings();
    if (response.destroyed) return;
    if (last !== null) response.write(textOf(null, JSON.stringify(last)));
    response.end(COMPLETE);
    if (response.writableFinished) return;
    const cut = setTimeout(() => response.destroy(), this.#deps.hub.config.limits.streamGraceMs);
    response.once('close', () => clearTimeout(cut));
  }
}

const headOf = (cursor: string | null): string =>
  `${cursor === null ? '' : `id: ${cursor}\n`}event: next\ndata: `;
const textOf = (cursor: string | null, json: string): string => `${headOf(cursor)}${json}\n\n`;

/** The event as one chunk of HTTP/1.1. */
const chunkOf = ({ cursor, json }: ShownEvent): Buffer => {
  const head = headOf(cursor);
  const length = (head.length + json.length + 2).toString(16);
  return Buffer.concat([Buffer.from(`${length}\r\n${head}`), json, Buffer.from('\n\n\r\n')]);
};

/** For a client of HTTP/1.0, which knows no chunks. */
const bodyOf = (chunk: Buffer): Buffer => chunk.subarray(chunk.indexOf('\n') + 1, -2);
