// What the live broker works on: a feed row with its content read once for all streams, and the stores it needs.
import type { Hub } from '../../hub.ts';
import type { FeedRow } from '../../store/feed.ts';
import type { Content } from '../../store/warnings.ts';

export type LiveRow = Omit<FeedRow, 'content'> & {
  readonly parsed: Content;
  /** Length of the content as text: what an item weighs in a buffer. */
  readonly bytes: number;
};

export type BrokerDeps = Pick<
  Hub,
  | 'accessClasses'
  | 'feed'
  | 'pairs'
  | 'contents'
  | 'counters'
  | 'cursorKey'
  | 'clock'
  | 'config'
  | 'directory'
  | 'log'
  | 'members'
>;
