// What the live broker works on: a feed row with its content read once for all streams, and the stores it needs.
import type { Hub } from '../../hub.ts';
import type { FeedRow } from '../../store/feed.ts';
import type { Content } from '../../store/warnings.ts';

export type LiveRow = FeedRow & { readonly parsed: Content };

export type BrokerRoom = Pick<
  Hub,
  'feed' | 'counters' | 'cursorKey' | 'clock' | 'config' | 'directory' | 'log' | 'members'
>;
