// The parts of the hub that a recall takes.
import type { Hub } from '../../../hub.ts';
import type { VersionDeps } from '../../version/attempt-version.ts';

export type RecallDeps = VersionDeps &
  Pick<
    Hub,
    'deliveries' | 'channelDeliveries' | 'attempts' | 'holds' | 'endpoints' | 'context' | 'acts' | 'counters'
  >;
