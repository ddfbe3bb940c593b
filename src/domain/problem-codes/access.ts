// Codes of who asks and how fast: told before anything of the request is looked at.
import type { CodeEntry } from './entry.ts';

export const ACCESS_CODES = {
  UNAUTHENTICATED: {
    asserted: 401,
    where: 'every door but health and the start page; on a socket the close code 4403',
    wrong: 'no key, or none that lets in: mistyped, expired, revoked, of another hub',
    remedy: 'send `Authorization: Bearer toc_…`; a member-admin or the hub makes keys',
    message: 'Send a key of this hub: Authorization: Bearer toc_…',
  },
  RATE_LIMITED: {
    asserted: 429,
    where: 'every door with a key',
    wrong: 'this key sends more requests than it may',
    remedy: 'wait for `Retry-After`, then send it again',
  },
  PUBLISH_RATE_LIMITED: {
    asserted: 429,
    where: 'publishing',
    wrong: 'your organisation publishes faster than it may',
    remedy: 'wait for `Retry-After`; several acts in one request count each',
  },
  TOO_MANY_STREAMS: {
    asserted: 429,
    where: 'opening a stream; one socket more than streams is closed with 1013',
    wrong: 'your organisation, or the hub, has as many open streams as allowed',
    remedy: 'close one; one stream with a wider filter does for many',
    message: 'Your organisation or this hub has as many open streams as are allowed. Close one, or wait.',
    endsStream: true,
  },
  TOO_MANY_SUBSCRIPTIONS: {
    asserted: 429,
    where: 'one socket',
    wrong: 'a socket has at most ten subscriptions',
    remedy: 'open another socket, or widen a filter',
  },
  NOT_FOUND: {
    asserted: 404,
    where: 'a page; acts and reads, there as data',
    wrong: 'there is nothing under this id **for you**: absent and forbidden look alike',
    remedy: 'check the id, or ask its publisher',
    message: 'There is nothing here under this id for you.',
  },
} as const satisfies Record<string, CodeEntry>;
