// The live broker's input: a feed row with its content parsed once for all streams, and the stores it needs.
import type { Hub } from '../../hub.ts';
import type { FeedRow } from '../../store/feed.ts';
import type { Content } from '../../store/warnings.ts';

export type LiveRow = Omit<FeedRow, 'content'> & {
  readonly parsed: Content;
  /** Length of the content as text: the size of an item in a buffer. */
  readonly characters: number;
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
  | 'entropy'
  | 'log'
  | 'members'
  | 'sessions'
  | 'credentials'
  | 'providers'
  | 'guardedFetch'
  | 'secrets'
  | 'origin'
>;
