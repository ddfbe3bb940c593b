// What is said of a failure: of the hub's own by its code, with the number of the request; of the console itself by what broke.
import { AskError } from '../../app/ask.ts';

const KNOWN = [
  'NETWORK',
  'UNAVAILABLE',
  'RATE_LIMITED',
  'PERSISTED_QUERY_NOT_FOUND',
  'NOT_FOUND',
  'UNAUTHENTICATED',
  'RIGHTS_CHANGED_MEANWHILE',
  'SESSION_OF_ANOTHER',
  'PUBLISH_RATE_LIMITED',
  'HUB_BUSY',
  'STORAGE_FULL',
  'OPERATION_TIMEOUT',
  'INTERNAL',
  'BODY_TOO_LARGE',
] as const;
export type Known = (typeof KNOWN)[number];
const isKnown = (code: string): code is Known => (KNOWN as readonly string[]).includes(code);

export type Why = {
  /** There are words for it. */
  readonly known: Known | null;
  /** What else is said of it. */
  readonly text: string | null;
  /** Of the hub; null where the console itself is at fault. */
  readonly code: string | null;
  readonly requestId: string | null;
};

export const whyFailed = (error: unknown): Why => {
  if (!(error instanceof AskError))
    return { known: null, text: error instanceof Error ? error.message : null, code: null, requestId: null };
  const { code, message, requestId } = error;
  return isKnown(code)
    ? { known: code, text: null, code, requestId }
    : { known: null, text: message, code, requestId };
};
