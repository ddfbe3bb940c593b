// The deliveries to endpoints of a member, as the publisher of the warning sees them: by channel, state and class of failure,
// never where the endpoint is or what it answered. Whoever sees no delivery of the member sees none of these (I32).
import type { ChannelDeliveryState } from '../../domain/channel/channel-delivery.ts';
import type { EndpointChannel } from '../../domain/channel/endpoint.ts';
import type { Delivery } from '../../domain/delivery.ts';
import type { Hub } from '../../hub.ts';
import type { ChannelDeliveryRow } from '../../store/delivery/channel-deliveries.ts';

export type FailureClass = 'UNREACHABLE' | 'REFUSED' | 'POLICY' | 'OVER' | 'HUB';

export type ReachedBy = {
  readonly deliveryId: string;
  readonly channel: EndpointChannel;
  readonly state: ChannelDeliveryState;
  readonly failure: FailureClass | null;
  readonly sentAt: Date | null;
};

const UNREACHABLE: ReadonlySet<string> = new Set([
  'ENDPOINT_UNREACHABLE',
  'ENDPOINT_TIMED_OUT',
  'ENDPOINT_TLS',
  'ENDPOINT_ADDRESS_REFUSED',
  'MAIL_DEFERRED',
  'MAIL_RETURNED',
]);

/** What is the hub's own fault, and says nothing of an endpoint. */
const OF_HUB: ReadonlySet<string> = new Set([
  'DELIVERY_BROKEN',
  'MAIL_NOT_CONFIGURED',
  'MAIL_SERVER_AWAY',
  'MAIL_BLOCKED',
]);

export const failureOf = ({
  state,
  cause,
}: Pick<ChannelDeliveryRow, 'state' | 'cause'>): FailureClass | null => {
  if (state === 'WITHHELD') return 'POLICY';
  if (state === 'CANCELLED') return 'OVER';
  if (state !== 'DEAD' && state !== 'RETRYING') return null;
  if (OF_HUB.has(cause ?? '')) return 'HUB';
  return UNREACHABLE.has(cause ?? '') ? 'UNREACHABLE' : 'REFUSED';
};

/** Of one member and version. */
const MOST = 20;

export type ReachedBys = { readonly shown: readonly ReachedBy[]; readonly hasMore: boolean };
export const REACHED_BY_NONE: ReachedBys = { shown: [], hasMore: false };

/** For each delivery of a page, all of one version or of several; none for an organisation without a name. */
export const readReachedBy = async (
  { channelDeliveries }: Pick<Hub, 'channelDeliveries'>,
  deliveries: readonly Delivery[],
): Promise<readonly ReachedBys[]> => {
  const named = deliveries.filter(({ organisation }) => organisation === undefined);
  const byVersion = Map.groupBy(named, ({ warning, version }) => `${warning} ${version}`);
  const rows = await Promise.all(
    [...byVersion.values()].map(([first, ...rest]) =>
      first === undefined
        ? []
        : channelDeliveries.ofVersion(
            first.warning,
            first.version,
            [first, ...rest].map(({ member }) => member),
          ),
    ),
  );
  const keyOf = (of: Pick<Delivery, 'warning' | 'version' | 'member'>): string =>
    `${of.warning} ${of.version} ${of.member}`;
  const byMember = Map.groupBy(rows.flat(), ({ warning, version, member }) =>
    keyOf({ warning: warning ?? '', version: version ?? 0, member }),
  );
  return deliveries.map((of) => {
    if (of.organisation !== undefined) return REACHED_BY_NONE;
    const found = byMember.get(keyOf(of)) ?? [];
    return { shown: found.slice(0, MOST).map(shownOf), hasMore: found.length > MOST };
  });
};

const shownOf = (row: ChannelDeliveryRow): ReachedBy => ({
  deliveryId: row._id,
  channel: row.channel,
  state: row.state,
  failure: failureOf(row),
  sentAt: row.sentAt,
});
