// Cross-origin requests (WHATWG Fetch): pages of configured origins may call this hub from a browser, with a key that their
// user gives them. No credentials are allowed: the hub's own cookies are for its own pages. Without a configured origin nothing is answered here.
import type { RequestHandler } from 'express';

const METHODS = 'GET, POST';
const REQUEST_HEADERS =
  'accept, authorization, content-type, idempotency-key, last-event-id, traceparent, x-requested-with';
const RESPONSE_HEADERS = 'ratelimit, ratelimit-policy, retry-after, x-request-id';
/** Two hours: what the strictest browser keeps. */
const MAX_AGE_SECONDS = 7_200;

export const isAllowedOrigin = (origins: readonly string[] | null, origin: string | undefined): boolean =>
  origin !== undefined && (origins ?? []).includes(origin);

/** Answers preflights of these origins, and lets their pages read the answers; any other request goes on as it is. */
export const cors =
  (origins: readonly string[] | null): RequestHandler =>
  (request, response, next) => {
    if (origins === null) return next();
    // Caches must not give one origin's answer to another.
    response.setHeader('vary', 'origin');
    const { origin } = request.headers;
    if (origin === undefined || !isAllowedOrigin(origins, origin)) return next();
    response.setHeader('access-control-allow-origin', origin);
    response.setHeader('access-control-expose-headers', RESPONSE_HEADERS);
    response.setHeader('cross-origin-resource-policy', 'cross-origin');
    const isPreflight =
      request.method === 'OPTIONS' && request.headers['access-control-request-method'] !== undefined;
    if (!isPreflight) return next();
    response.setHeader('access-control-allow-methods', METHODS);
    response.setHeader('access-control-allow-headers', REQUEST_HEADERS);
    response.setHeader('access-control-max-age', String(MAX_AGE_SECONDS));
    response.statusCode = 204;
    response.end();
  };
