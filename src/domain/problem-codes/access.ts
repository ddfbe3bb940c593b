// Codes about who asks and how fast: checked before anything else of the request is read.
import type { CodeEntry } from './entry.ts';

export const ACCESS_CODES = {
  UNAUTHENTICATED: {
    reportedAs: 401,
    where: 'every endpoint except health checks and public pages; on a WebSocket the close code 4403',
    wrong: 'no key, or a key that is not valid here: mistyped, expired, revoked, or of another hub',
    remedy: 'send `Authorization: Bearer toc_…`; ask your member-admin or the hub for a key',
    message: 'Send a key of this hub: Authorization: Bearer toc_…',
  },
  RIGHTS_CHANGED_MEANWHILE: {
    reportedAs: 409,
    where: 'every endpoint that takes a key',
    wrong: 'your rights, or those of your organisation, changed while the request was on its way',
    remedy: 'look at `me`, then send it again if you still may',
    message:
      'Your rights changed while the request was on its way. Nothing was done: look at `me`, then send it again.',
  },
  SESSION_OF_ANOTHER: {
    reportedAs: 409,
    where: '`/graphql`, for a page of the hub that says by `x-tocsin-person` who is signed in',
    wrong: 'the session of this browser is another person’s: somebody has signed in in another tab since',
    remedy: 'load the page again: it then shows, and acts as, who is signed in now',
    message: 'Somebody else is signed in in this browser by now. Nothing was done: load the page again.',
  },
  KEY_FAILURES_LIMITED: {
    reportedAs: 429,
    where: 'every endpoint that takes a key; a WebSocket is closed with 1013',
    wrong:
      'this key is not valid, and too many keys from your address were not (from all addresses, on a hub that does not know its proxies)',
    remedy: 'check the key; valid keys are accepted all the time',
  },
  RATE_LIMITED: {
    reportedAs: 429,
    where: 'every endpoint that takes a key',
    wrong: 'too many requests with this key',
    remedy: 'wait for `Retry-After`, then retry',
  },
  PUBLISH_RATE_LIMITED: {
    reportedAs: 429,
    where: 'publishing',
    wrong: 'your organisation publishes too fast',
    remedy: 'wait for `Retry-After`; each publication in a request counts',
  },
  TOO_MANY_PUBLICATIONS: {
    reportedAs: 400,
    where: 'publishing',
    wrong: 'one request publishes more than your organisation may publish in a second',
    remedy: 'send them in several requests: waiting does not help',
  },
  TOO_MANY_BODIES: {
    reportedAs: 429,
    where: 'a body of more than 128 kB, or of unknown length from a key that may publish',
    wrong: 'your key is sending eight of them at the same time, or your organisation sixteen',
    remedy: 'wait for `Retry-After`, then retry; send a `Content-Length`',
    message:
      'Your key or organisation is sending as many large requests as are allowed. Wait for one to end.',
  },
  TOO_MANY_STREAMS: {
    reportedAs: 429,
    where: 'opening a stream; a WebSocket over the limit is closed with 1013',
    wrong: 'your organisation, or the hub, has the maximum number of open streams',
    remedy: 'close one; one stream with a wider filter can replace several',
    message: 'Your organisation or this hub has as many open streams as are allowed. Close one, or wait.',
    endsStream: true,
  },
  TOO_MANY_SUBSCRIPTIONS: {
    reportedAs: 429,
    where: 'a WebSocket',
    wrong: 'more than ten subscriptions on one WebSocket',
    remedy: 'open another WebSocket, or widen a filter',
  },
  NOT_FOUND: {
    reportedAs: 404,
    where: 'a page; in acts and reads as data',
    wrong: 'nothing with this id is visible **to you**: absent and forbidden look the same',
    remedy: 'check the id, or ask its publisher',
    message: 'There is nothing here under this id for you.',
  },
} as const satisfies Record<string, CodeEntry>;
