// A subscription over server-sent events (GraphQL over SSE, distinct connections). Each `next` has the cursor as its
// id, so that Last-Event-ID resumes. What piles up for a reader is bounded; past the bound the stream ends with the
// code to resume by, and costs the others nothing (M7, M8, I20).
import type { Response } from 'express';
import { type LiveRequest, liveResults } from '../graphql/live.ts';
import { type Room, reporter } from './room.ts';

const PING_MS = 12_000;
/** How long a reader that is behind gets to read what was written before its connection is cut. */
const GRACE_MS = 30_000;

type Subscribed = Pick<LiveRequest, 'operation' | 'context' | 'variables'>;

/** Resolves when the stream has ended. */
export const streamResults = async (
  room: Room,
  response: Response,
  subscribed: Subscribed,
): Promise<void> => {
  const { streamBufferEvents, streamBufferBytes } = room.hub.config.limits;
  response.statusCode = 200;
  response.setHeader('content-type', 'text/event-stream; charset=utf-8');
  response.setHeader('cache-control', 'no-store');
  response.setHeader('x-accel-buffering', 'no');
  response.flushHeaders();
  response.socket?.setNoDelay(true);
  response.socket?.setKeepAlive(true, GRACE_MS);
  let waiting = 0;
  const write = (text: string): void => {
    waiting += 1;
    response.write(text, () => {
      waiting -= 1;
    });
  };
  const isBehind = (): boolean =>
    waiting >= streamBufferEvents || response.writableLength >= streamBufferBytes;
  const ping = setInterval(() => {
    if (waiting === 0) write(': ping\n\n');
  }, PING_MS);
  ping.unref();
  write(': open\n\n');
  const { requestId, signal } = subscribed.context;
  const report = reporter(room, requestId);
  for await (const { cursor, result } of liveResults({
    schema: room.schema,
    ...subscribed,
    isBehind,
    report,
  })) {
    if (signal.aborted) break;
    write(`${cursor === null ? '' : `id: ${cursor}\n`}event: next\ndata: ${JSON.stringify(result)}\n\n`);
  }
  clearInterval(ping);
  if (response.destroyed) return;
  response.end('event: complete\ndata:\n\n');
  if (waiting > 0) setTimeout(() => response.destroy(), GRACE_MS).unref();
};
