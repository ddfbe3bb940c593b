// Builds HTTP responses: GraphQL results at /graphql, RFC 9457 problems elsewhere, always with the request id.
import type { IncomingMessage } from 'node:http';
import type { Response } from 'express';
import { titleOf } from '../domain/problem-codes/catalogue.ts';
import { failureOf, type RequestRefusal, refusalOf } from '../graphql/errors.ts';
import type { RunResult } from '../graphql/server.ts';
import { type Media, PLAIN_JSON } from './graphql/request.ts';
import type { OperationClass } from './metrics.ts';

/** A complete response, not sent yet. */
export type Reply = {
  readonly status: number;
  readonly type: string;
  readonly body: string | Uint8Array;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  /** The class under which the metrics count it, when it differs from that of its resource. */
  readonly counted?: OperationClass;
  /** Something was changed: it is not done again, whatever happened to rights meanwhile. */
  readonly isOfAct?: true;
  /** What is noted of it, once it leaves: a read may be repeated, or its time may end. */
  readonly onSent?: () => void;
};

export const textReply = (body: string): Reply => ({
  status: 200,
  type: 'text/plain; charset=utf-8',
  body,
});

export const sendReply = (response: Response, { status, type, body, headers }: Reply): void => {
  if (!response.req.complete) endUnread(response.req);
  response.statusCode = status;
  response.setHeader('content-type', type);
  response.setHeader('cache-control', 'no-store');
  for (const [name, value] of Object.entries(headers ?? {})) {
    // Beside what CORS says that the answer varies by.
    if (name === 'vary') response.vary(String(value));
    else response.setHeader(name, value);
  }
  // `res.send` would add an ETag, a hash over the whole body. Node sets content-length only when `end` is the only write.
  response.end(body);
};

/** A client that sends on is listened to while it keeps this pace, and no longer than a minute. */
const LINGER = { graceMs: 2_000, bytesPerSecond: 64 * 1024, mostMs: 60_000, checkMs: 250 };

/**
 * What the client still sends of its body is discarded, so that it can read the answer: many clients read nothing before they
 * have sent everything, and if they were cut they would see a reset instead of the answer (RFC 9112 §9.6).
 */
const endUnread = (request: IncomingMessage): void => {
  const { headers, socket } = request;
  if (headers['transfer-encoding'] === undefined && Number(headers['content-length'] ?? 0) === 0) return;
  const startedAt = performance.now();
  let received = 0;
  const isOver = (): boolean => request.complete || socket.destroyed;
  request.on('data', (chunk: Buffer) => {
    received += chunk.length;
  });
  const check = setInterval(() => {
    const lateMs = performance.now() - startedAt - LINGER.graceMs;
    const isSlow = received < (lateMs / 1_000) * LINGER.bytesPerSecond;
    if (!isOver() && (isSlow || lateMs > LINGER.mostMs)) socket.destroy();
    if (isOver()) clearInterval(check);
  }, LINGER.checkMs);
  check.unref();
};

/** A refusal as a problem (RFC 9457). It contains only the fields below. */
export const problemReply = (refusal: RequestRefusal, requestId: string): Reply => {
  const { status, code, message } = refusal;
  const problem = { type: 'about:blank', title: titleOf(code), status, detail: message, code, requestId };
  return {
    status,
    type: 'application/problem+json; charset=utf-8',
    body: JSON.stringify(problem),
    headers: headersOf(refusal),
  };
};

/** A request that was not executed, in the form of GraphQL over HTTP (no `data`). */
export const refusalReply = (refusal: RequestRefusal, media: Media, requestId: string): Reply => {
  const { status, isOfForm } = refusal;
  const result = { errors: errorsOf(refusal, requestId) };
  const headers = headersOf(refusal);
  // Refusals at HTTP level (authentication, rate, size) keep their status, for SSE clients too.
  if (media.isStream && status !== 400 && status !== 200)
    return { ...resultReply(status, PLAIN_JSON, result), headers };
  if (media.isStream) return { ...resultReply(200, media, result), headers };
  return { ...resultReply(media.isLenient && !isOfForm ? 200 : status, media, result), headers };
};

/** One result in the negotiated media type; for SSE clients a stream with one event. */
export const resultReply = (status: number, media: Media, result: object, extensions?: object): Reply => {
  const { bytes } = result as RunResult;
  const json =
    bytes?.(extensions) ?? JSON.stringify(extensions === undefined ? result : { ...result, extensions });
  const body = media.isStream ? `event: next\ndata: ${json}\n\n${COMPLETE}` : json;
  return { status, type: media.type, body };
};

const headersOf = ({ headers, retryAfterSeconds }: RequestRefusal): Record<string, string> => ({
  ...headers,
  ...(retryAfterSeconds === undefined
    ? {}
    : { 'retry-after': String(Math.max(1, Math.ceil(retryAfterSeconds))) }),
});

/** The last event of a stream. */
export const COMPLETE = 'event: complete\ndata:\n\n';

const errorsOf = ({ code, message, errors }: RequestRefusal, requestId: string): readonly object[] =>
  errors === undefined
    ? [{ message, extensions: { code, requestId } }]
    : errors.map((error) => ({ ...error.toJSON(), extensions: { ...error.extensions, code, requestId } }));

export const UNAUTHENTICATED = refusalOf('UNAUTHENTICATED', undefined, {
  headers: { 'www-authenticate': 'Bearer realm="tocsin"' },
});

const UNAVAILABLE = refusalOf('UNAVAILABLE', undefined, { retryAfterSeconds: 5 });

export const INTERNAL = refusalOf('INTERNAL');

/** A disk is emptied by a person, or grows. */
const STORAGE_FULL = refusalOf('STORAGE_FULL', undefined, { retryAfterSeconds: 60 });

/** What an error becomes at the outer edge. */
export const refusalFor = (error: unknown): RequestRefusal =>
  ({ UNAVAILABLE, STORAGE_FULL, INTERNAL })[failureOf(error)];

export const TIMED_OUT = refusalOf('OPERATION_TIMEOUT', undefined, { retryAfterSeconds: 5 });

export const NOT_FOUND = refusalOf('NOT_FOUND', 'There is nothing at this address that you may see.');
