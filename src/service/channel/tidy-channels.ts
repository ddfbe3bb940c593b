// Once a minute: mail that came back is taken, former secrets end, and messages of the hub are removed when their time is over.
import type { Hub } from '../../hub.ts';
import type { ChannelObserver } from './observer.ts';
import { takeBounces } from './take-bounce.ts';

const MESSAGES_MS = 30 * 24 * 3_600_000;

export const tidyChannels = async (hub: Hub, observer: Pick<ChannelObserver, 'bounce'>): Promise<void> => {
  await takeBounces(hub, observer);
  const now = hub.clock.now();
  await hub.endpointSecrets.removeEnded(now);
  await hub.channelDeliveries.removeMessages(new Date(now.getTime() - MESSAGES_MS));
};
