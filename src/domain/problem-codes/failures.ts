// Codes of what is not the client's fault.
import type { CodeEntry } from './entry.ts';

export const FAILURE_CODES = {
  INTERNAL: {
    asserted: 500,
    where: 'every door; a field that is null, with 200; on a socket the close code 4500',
    wrong: 'something failed here',
    remedy: 'tell the hub the `requestId`',
    message: 'Something failed here. Tell the hub the request id.',
  },
  UNAVAILABLE: {
    asserted: 503,
    where: 'every door',
    wrong: 'the hub cannot reach its database',
    remedy: 'wait for `Retry-After`, send it again; with the same `Idempotency-Key` it happens once',
    message: 'The hub cannot reach its database at the moment. Send the same request again.',
  },
  OPERATION_TIMEOUT: {
    asserted: 503,
    where: '`/graphql`',
    wrong: 'it took longer than ten seconds',
    remedy: 'ask for less, or send it again',
    message: 'The operation took too long and was given up. Ask for less, or send it again.',
  },
  NOT_READY: {
    asserted: 503,
    where: '`/readyz`',
    wrong: 'the hub cannot serve: the detail says what is missing',
    remedy: 'wait; see to what is missing',
  },
  REFUSED: {
    asserted: 'read',
    where: 'reads',
    wrong: 'a refusal without a code of its own; none is known',
    remedy: 'tell the hub the `requestId`',
  },
} as const satisfies Record<string, CodeEntry>;
