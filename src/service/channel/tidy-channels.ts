// Once a minute: mail that came back is taken, what a worker left undone is done, former secrets end, and messages of the hub and the
// log of attempts are removed when their time is over; a legal hold keeps what it covers of the log.
import type { Hub } from '../../hub.ts';
import { heldLog } from '../endpoint/held-log.ts';
import { followUp } from './after-end.ts';
import type { ChannelObserver } from './observer.ts';
import { takeBounces } from './take-bounce.ts';

const MESSAGES_MS = 30 * 24 * 3_600_000;

export const tidyChannels = async (hub: Hub, observer: Pick<ChannelObserver, 'bounce'>): Promise<void> => {
  const now = hub.clock.now();
  await hub.endpointSecrets.removeEnded(now);
  await hub.channelDeliveries.removeMessages(new Date(now.getTime() - MESSAGES_MS));
  await tidyLog(hub, now);
  await followUp(hub);
  await takeBounces(hub, observer);
};

const tidyLog = async (hub: Pick<Hub, 'holds' | 'attempts' | 'endpoints'>, now: Date): Promise<void> => {
  const kept = await heldLog(hub);
  await hub.attempts.removeOld(now, kept);
  await hub.attempts.letGo(kept);
};
