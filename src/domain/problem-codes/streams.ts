// Codes that end a stream.
import type { CodeEntry } from './entry.ts';

export const STREAM_CODES = {
  STREAM_OVERFLOW: {
    reportedAs: 'stream',
    where: 'SSE, WebSocket',
    wrong: 'you read more slowly than warnings arrived (at most 256 events or 4 MB are buffered)',
    remedy: 'connect again with `after` set to `resumeAfter`; nothing is lost',
    message: 'You read more slowly than warnings came. Connect again with `after` set to resumeAfter.',
    endsStream: true,
  },
  RIGHTS_CHANGED: {
    reportedAs: 'stream',
    where: 'SSE, WebSocket',
    wrong:
      'your key was revoked or expired, your organisation left, or something that you might read or do was taken from you: a role, a community, a sector',
    remedy:
      'connect again with a valid key, with `after` set to `resumeAfter`; read again what you show of earlier events, since you may not read all of it any more',
    message: 'Your rights changed. Connect again with `after` set to resumeAfter.',
    endsStream: true,
  },
  HUB_CLOSING: {
    reportedAs: 503,
    where: 'opening a stream; an open stream ends with it, a WebSocket also with the close code 1001',
    wrong: 'this hub is shutting down',
    remedy: 'connect again with `after` set to `resumeAfter`',
    message: 'This hub is closing. Connect again, with `after` set to resumeAfter where there is one.',
    endsStream: true,
  },
  CURSOR_INVALID: {
    reportedAs: 'stream',
    where: 'streams, and reads with `after`',
    wrong: 'not a cursor that this hub made for this filter',
    remedy: 'use a cursor of the same query and filter, or none',
    message: 'This cursor was not made by this hub for this filter. Use one of the same filter, or none.',
    endsStream: true,
  },
  FILTER_INVALID: {
    reportedAs: 'stream',
    where: 'streams',
    wrong: 'the filter is not valid; the message says why',
    remedy: 'correct the filter',
    message: 'The filter cannot be used.',
    endsStream: true,
  },
  RESYNC: {
    reportedAs: 'stream',
    where: 'streams, and reads with `after`',
    wrong: 'the hub cannot continue from this cursor: it has replaced the key that seals cursors',
    remedy: 'read the feed again from its start, and use its cursors',
    message: 'This hub cannot continue from this cursor any more. Read the feed again from its start.',
    endsStream: true,
  },
} as const satisfies Record<string, CodeEntry>;
