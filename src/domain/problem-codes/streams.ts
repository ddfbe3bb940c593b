// Codes with which a stream ends.
import type { CodeEntry } from './entry.ts';

export const STREAM_CODES = {
  STREAM_OVERFLOW: {
    asserted: 'stream',
    where: 'SSE, WebSocket',
    wrong: 'you read more slowly than warnings came (256 events or 4 MB wait at most)',
    remedy: 'connect again with `after` set to `resumeAfter`; nothing is lost',
    message: 'You read more slowly than warnings came. Connect again with `after` set to resumeAfter.',
    endsStream: true,
  },
  RIGHTS_CHANGED: {
    asserted: 'stream',
    where: 'SSE, WebSocket',
    wrong: 'your key was revoked or expired, or your organisation left',
    remedy: 'connect again; with a key that lets in, go on from `resumeAfter`',
    message: 'Your rights changed. Connect again with `after` set to resumeAfter.',
    endsStream: true,
  },
  HUB_CLOSING: {
    asserted: 503,
    where: 'opening a stream; an open one ends with it, a socket also with the close code 1001',
    wrong: 'this hub is closing',
    remedy: 'connect again with `after` set to `resumeAfter`',
    message: 'This hub is closing. Connect again, with `after` set to resumeAfter where there is one.',
    endsStream: true,
  },
  CURSOR_INVALID: {
    asserted: 'stream',
    where: 'streams, and reads with `after`',
    wrong: 'not a cursor of this hub for this filter',
    remedy: 'use a cursor of the same query and filter, or none',
    message: 'This cursor was not made by this hub for this filter. Use one of the same filter, or none.',
    endsStream: true,
  },
  FILTER_INVALID: {
    asserted: 'stream',
    where: 'streams',
    wrong: 'the filter cannot be used, the message says why',
    remedy: 'correct the filter',
    message: 'The filter cannot be used.',
    endsStream: true,
  },
  RESYNC: {
    asserted: 'stream',
    where: 'streams',
    wrong: 'the cursor is older than what is kept; not sent yet, since nothing is removed yet',
    remedy: 'read the feed again from its start',
    message: 'The cursor is older than what is kept. Read the feed again from its start.',
    endsStream: true,
  },
} as const satisfies Record<string, CodeEntry>;
