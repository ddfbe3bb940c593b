// Numbers of deliveries and endpoints, for the operator of the hub: counts and ages, never whose.
import type { ChannelDeliveryState } from '../../domain/channel/channel-delivery.ts';
import type { EndpointChannel, EndpointState } from '../../domain/channel/endpoint.ts';
import type { Database } from '../connect.ts';
import { WAYS } from '../subscription/ways.ts';
import { CHANNEL_DELIVERIES } from './channel-deliveries.ts';
import { ENDPOINTS } from './endpoints.ts';
import { SUPPRESSIONS } from './suppressions.ts';

const WAITING = ['PENDING', 'RETRYING', 'GATHERED'] as const satisfies readonly ChannelDeliveryState[];
export type WaitingState = (typeof WAITING)[number];

export type ChannelFigures = {
  readonly waiting: readonly {
    readonly channel: EndpointChannel;
    readonly state: WaitingState;
    readonly count: number;
    /** The oldest that is due; null where none is. */
    readonly due: Date | null;
  }[];
  /** `failing`: of which the last attempt failed; `resting`: to which the breaker lets nothing through. */
  readonly endpoints: readonly {
    readonly channel: EndpointChannel;
    readonly state: EndpointState;
    readonly count: number;
    readonly failing: number;
    readonly resting: number;
  }[];
  readonly suppressed: number;
  /** Members that nothing has reached for 30 days. */
  readonly silent: number;
};

export const readChannelFigures = async (database: Database, now: Date): Promise<ChannelFigures> => {
  const by = (...names: readonly string[]) => Object.fromEntries(names.map((name) => [name, `$${name}`]));
  const flat = [{ $replaceRoot: { newRoot: { $mergeObjects: ['$$ROOT', '$_id'] } } }, { $unset: '_id' }];
  const count = { $sum: 1 };
  const when = (condition: object) => ({ $sum: { $cond: [condition, 1, 0] } });
  const [waiting, endpoints, suppressed, silent] = await Promise.all([
    database
      .collection(CHANNEL_DELIVERIES)
      .aggregate<ChannelFigures['waiting'][number]>([
        { $match: { state: { $in: WAITING } } },
        {
          $group: {
            _id: by('channel', 'state'),
            count,
            due: { $min: { $cond: [{ $lte: ['$nextAt', now] }, { $max: ['$nextAt', '$at'] }, null] } },
          },
        },
        ...flat,
      ])
      .toArray(),
    database
      .collection(ENDPOINTS)
      .aggregate<ChannelFigures['endpoints'][number]>([
        { $match: { state: { $ne: 'REMOVED' } } },
        {
          $group: {
            _id: by('channel', 'state'),
            count,
            failing: when({ $gt: ['$failures', 0] }),
            resting: when({ $gt: ['$restsUntil', now] }),
          },
        },
        ...flat,
      ])
      .toArray(),
    database.collection(SUPPRESSIONS).estimatedDocumentCount(),
    database.collection(WAYS).countDocuments({ aliveUntil: { $lte: now } }),
  ]);
  return { waiting, endpoints, suppressed, silent };
};
