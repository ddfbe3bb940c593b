// How the hub answers over HTTP: GraphQL's shape at its door, RFC 9457 problems elsewhere, always with the request's id.
import type { Response } from 'express';
import { messageOf, type RequestCode, statusOf, titleOf } from '../domain/problem-codes/catalogue.ts';
import { type RequestRefusal, refusalOf } from '../graphql/errors.ts';
import { resultText } from '../graphql/shared-page.ts';
import { type Media, PLAIN_JSON } from './graphql-request.ts';

export const sendText = (response: Response, status: number, type: string, text: string): void => {
  // `res.send` would add an ETag, a hash over the whole page.
  response.statusCode = status;
  response.setHeader('content-type', type);
  response.setHeader('cache-control', 'no-store');
  response.end(text);
};

/** A problem of RFC 9457; the body never holds more than is said here. */
export const sendProblem = (response: Response, code: RequestCode, detail = messageOf(code)): void => {
  const requestId = String(response.getHeader('x-request-id') ?? '');
  const status = statusOf(code);
  const problem = { type: 'about:blank', title: titleOf(code), status, detail, code, requestId };
  sendText(response, status, 'application/problem+json; charset=utf-8', JSON.stringify(problem));
};

/** A request that was not executed, in the shape of GraphQL over HTTP (no `data`). */
export const sendRefusal = (response: Response, refusal: RequestRefusal, media: Media): void => {
  const requestId = String(response.getHeader('x-request-id') ?? '');
  for (const [name, value] of Object.entries(refusal.headers ?? {})) response.setHeader(name, value);
  if (refusal.retryAfterSeconds !== undefined) {
    response.setHeader('retry-after', String(Math.max(1, Math.ceil(refusal.retryAfterSeconds))));
  }
  const errors = errorsOf(refusal, requestId);
  // Who is refused by HTTP itself (who asks, how fast, how much) learns of it by its status, a reader of events too.
  if (media.isStream && refusal.status !== 400) sendResult(response, refusal.status, PLAIN_JSON, { errors });
  else if (media.isStream) sendResult(response, 200, media, { errors });
  else sendResult(response, media.isLenient && !refusal.isOfForm ? 200 : refusal.status, media, { errors });
};

/** One result in the media type asked for; to a reader of events as a stream of one. */
export const sendResult = (response: Response, status: number, media: Media, result: object): void => {
  const json = resultText(result);
  const text = media.isStream ? `event: next\ndata: ${json}\n\n${COMPLETE}` : json;
  sendText(response, status, media.type, text);
};

/** The last event of a stream. */
export const COMPLETE = 'event: complete\ndata:\n\n';

export const errorsOf = ({ code, message, errors }: RequestRefusal, requestId: string): readonly object[] =>
  errors === undefined
    ? [{ message, extensions: { code, requestId } }]
    : errors.map((error) => ({ ...error.toJSON(), extensions: { ...error.extensions, code, requestId } }));

export const UNAUTHENTICATED = refusalOf('UNAUTHENTICATED', undefined, {
  headers: { 'www-authenticate': 'Bearer realm="tocsin"' },
});

export const UNAVAILABLE = refusalOf('UNAVAILABLE', undefined, { retryAfterSeconds: 5 });

export const INTERNAL = refusalOf('INTERNAL');

export const TIMED_OUT = refusalOf('OPERATION_TIMEOUT', undefined, { retryAfterSeconds: 5 });
