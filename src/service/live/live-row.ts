// The live broker's input: a feed row with its content parsed once for all streams, and the stores it needs.
import type { Hub } from '../../hub.ts';
import type { FeedRow } from '../../store/feed.ts';
import type { Content } from '../../store/warnings.ts';

/** The version of the directory before the row was read; null or absent where nobody knows. */
export type AsOf = { readonly asOf?: number | null };

export type LiveRow = Omit<FeedRow, 'content'> &
  AsOf & {
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
