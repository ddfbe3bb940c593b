// Codes for what is not the client's fault.
import type { CodeEntry } from './entry.ts';

export const FAILURE_CODES = {
  INTERNAL: {
    reportedAs: 500,
    where: 'every endpoint; with 200 at a field that is null; on a WebSocket the close code 4500',
    wrong: 'an internal error',
    remedy: 'report the `requestId` to the hub',
    message: 'Something failed here. Tell the hub the request id.',
  },
  UNAVAILABLE: {
    reportedAs: 503,
    where: 'every endpoint; an open stream ends with it; on a WebSocket that has none the close code 1013',
    wrong: 'the hub cannot reach its database, or the database cannot do it now',
    remedy:
      'wait for `Retry-After`, then retry; with the same `Idempotency-Key` it takes effect once; connect a stream again with `after` set to `resumeAfter`',
    message: 'The hub cannot reach its database at the moment. Send the same request again.',
    endsStream: true,
  },
  STORAGE_FULL: {
    reportedAs: 503,
    where: '`/graphql`, for acts that write',
    wrong: 'a disk of the hub is nearly full: first new content is refused, then every act that writes',
    remedy:
      'wait for `Retry-After`, then send the same again; meanwhile reading works, and for a while acknowledging and cancelling',
    message:
      'The disk of the hub is too full for this. Send the same request again later; tell the operator of the hub.',
  },
  HUB_BUSY: {
    reportedAs: 503,
    where: 'a request with a body',
    wrong: 'all clients together send or leave unread as much as the hub has memory for',
    remedy: 'wait for `Retry-After`, then retry; with the same `Idempotency-Key` it takes effect once',
    message: 'This hub has no room for your request at the moment. Send it again.',
  },
  OPERATION_TIMEOUT: {
    reportedAs: 503,
    where: '`/graphql`',
    wrong: 'it took longer than ten seconds',
    remedy: 'ask for less, or retry',
    message: 'The operation took too long and was given up. Ask for less, or send it again.',
  },
  NOT_READY: {
    reportedAs: 503,
    where: '`/readyz`',
    wrong: 'the hub cannot serve; the detail says what is missing',
    remedy: 'restore what is missing, or wait',
  },
  REFUSED: {
    reportedAs: 'read',
    where: 'reads',
    wrong: 'a refusal without a code; none is known',
    remedy: 'report the `requestId` to the hub',
  },
} as const satisfies Record<string, CodeEntry>;
