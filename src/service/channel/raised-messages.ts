// That the grade of a warning was raised, to endpoints where it has been told: its delivery has gone and does not go again, so a
// message of its own brings it. It goes as a correction does, since what was told there is not right any more.
import { DUE_STATES, versionDeliveryId } from '../../domain/channel/channel-delivery.ts';
import type { Endpoint } from '../../domain/channel/endpoint.ts';
import type { Hub } from '../../hub.ts';
import type { ChannelDeliveryRow } from '../../store/delivery/channel-deliveries.ts';
import { type NewMessage, newMessage } from './new-channel-delivery.ts';

export const RAISED = 'RAISED';

export type RaisedVersion = {
  /** The version that was brought there. */
  readonly about: NonNullable<NewMessage['about']>;
  /** The version whose grade was raised: once for each. */
  readonly raised: number;
  readonly isUrgent: boolean;
  /** When it was raised. */
  readonly since: Date;
};

/** What was composed before a raise may arrive so much later: as long as an attempt may last. */
const UNDER_WAY_MS = 12_000;

export const raisedMessages = async (
  hub: Pick<Hub, 'gathered' | 'channelDeliveries' | 'clock'>,
  endpoints: readonly Endpoint[],
  { about, raised, isUrgent, since }: RaisedVersion,
): Promise<ChannelDeliveryRow[]> => {
  const { warning, version } = about;
  const open = endpoints.filter(({ state }) => state !== 'DISABLED');
  const told = await hub.gathered.told(
    { warning, version: version + 1 },
    open.map(({ id }) => id),
  );
  const idOf = ({ id, member, channel }: Endpoint): string =>
    versionDeliveryId({ member, channel, endpoint: id }, { warning, version });
  const rows = new Map((await hub.channelDeliveries.byIds(open.map(idOf))).map((row) => [row._id, row]));
  const digests = await sentAmong(hub, [...rows.values()]);
  const key = `raised:${warning}.${raised}`;
  const now = hub.clock.now();
  return open
    .filter((endpoint) => told.has(endpoint.id) && hasGone(rows.get(idOf(endpoint)), since, digests))
    .map((endpoint) =>
      newMessage(
        endpoint,
        { occasion: 'NOTICE', key, dueAt: now, isUrgent, about, details: { what: RAISED } },
        now,
      ),
    );
};

/** Whether the endpoint got the version as it was before: what still waits, or went since, says what is in force when it goes. */
const hasGone = (
  row: ChannelDeliveryRow | undefined,
  since: Date,
  digests: ReadonlyMap<string, ChannelDeliveryRow>,
): boolean => {
  if (row === undefined || row.at >= since) return false;
  const { state, gathering } = row;
  if (state === 'GATHERED') {
    const digest = digests.get(gathering?.digest ?? '');
    return digest?.state === 'SENT' && isBefore(digest, since);
  }
  return !DUE_STATES.some((each) => each === state) && isBefore(row, since);
};

const isBefore = ({ sentAt }: Pick<ChannelDeliveryRow, 'sentAt'>, since: Date): boolean =>
  sentAt === null || sentAt.getTime() < since.getTime() + UNDER_WAY_MS;

/** The digests that have taken some of these and have not settled them yet, by id. */
const sentAmong = async (
  { channelDeliveries }: Pick<Hub, 'channelDeliveries'>,
  rows: readonly ChannelDeliveryRow[],
): Promise<ReadonlyMap<string, ChannelDeliveryRow>> => {
  const ids = rows.flatMap(({ state, gathering }) =>
    state === 'GATHERED' && typeof gathering?.digest === 'string' ? [gathering.digest] : [],
  );
  if (ids.length === 0) return new Map();
  return new Map((await channelDeliveries.byIds(ids)).map((row) => [row._id, row]));
};
