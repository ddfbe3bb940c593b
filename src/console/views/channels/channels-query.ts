// One's endpoints and their log, as the hub has them.
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { ask } from '../../app/ask.ts';
import { queries } from '../../app/queries.ts';
import {
  ChannelAttemptsDocument,
  type ChannelDeliveryFilter,
  type ChannelDeliveryState,
  ChannelLogDocument,
  EndpointsDocument,
  type RetryDeliveriesInput,
} from '../../operations/graphql.generated.ts';
import { instantIn, isNoMoment } from '../../ui/time/moment.ts';

const REFRESH_MS = 10_000;

/** States are told apart by a shape too. */
export const GLYPHS: Record<ChannelDeliveryState, string> = {
  PENDING: '…',
  GATHERED: '▤',
  RETRYING: '↻',
  SENT: '→',
  DEAD: '✕',
  WITHHELD: '⊘',
  CANCELLED: '–',
};

export const STATES = Object.keys(GLYPHS) as ChannelDeliveryState[];

export const endpointsQuery = queryOptions({
  queryKey: ['endpoints'],
  queryFn: async ({ signal }) => (await ask(EndpointsDocument, {}, { signal })).endpoints,
  refetchInterval: REFRESH_MS,
});

export const logQuery = (filter: ChannelDeliveryFilter) =>
  infiniteQueryOptions({
    queryKey: ['channel-log', filter],
    queryFn: async ({ pageParam, signal }) =>
      (await ask(ChannelLogDocument, { after: pageParam, filter }, { signal })).channelDeliveries,
    initialPageParam: null as string | null,
    getNextPageParam: ({ pageInfo }) => (pageInfo.hasNextPage ? pageInfo.endCursor : null),
    refetchInterval: REFRESH_MS,
  });

export const attemptsQuery = (id: string) =>
  queryOptions({
    queryKey: ['channel-log', 'attempts', id],
    queryFn: async ({ signal }) => (await ask(ChannelAttemptsDocument, { id }, { signal })).channelDelivery,
    gcTime: 0,
  });

type Range = Pick<ChannelDeliveryFilter, 'from' | 'until'>;

/**
 * The range of time between two moments as they are typed, either of which may be left out. Null where one is no moment: what is guessed
 * of it, or left out, is a range that nobody means, and what is in it is sent again.
 */
export const rangeIn = ({
  from = '',
  until = '',
}: {
  from?: string | undefined;
  until?: string | undefined;
}): Range | null =>
  isNoMoment(from) || isNoMoment(until)
    ? null
    : {
        ...(from.trim() === '' ? {} : { from: instantIn(from) }),
        ...(until.trim() === '' ? {} : { until: instantIn(until) }),
      };

/** What still waits is left alone by the hub. */
const ENDED = ['SENT', 'DEAD', 'WITHHELD', 'CANCELLED'] as const satisfies ChannelDeliveryState[];

/**
 * What goes again of what the log shows. In a range of time all of it, in the state that is chosen; without one only what was given up,
 * whatever the log shows: nobody means all that ever arrived.
 */
export const toReplay = ({ endpoint, from, until, states }: ChannelDeliveryFilter): RetryDeliveriesInput => {
  if (from == null && until == null) return { endpoint, states: ['DEAD'] };
  return {
    endpoint,
    ...(from == null ? {} : { from }),
    ...(until == null ? {} : { until }),
    states: states ?? [...ENDED],
  };
};

export const askChannelsAgain = (): void => {
  void queries.invalidateQueries({ queryKey: ['endpoints'] });
  void queries.invalidateQueries({ queryKey: ['channel-log'] });
};
