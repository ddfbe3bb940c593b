// What goes to endpoints: deliveries are made of what was targeted, and sent when they are due. Both ask MongoDB, and need no
// Redis.
import type { Hub } from '../../src/hub.ts';
import { dispatchTargeted } from '../../src/service/channel/dispatch-targeted.ts';
import { type ChannelObserver, UNOBSERVED_CHANNELS } from '../../src/service/channel/observer.ts';
import { openSender } from '../../src/service/channel/send/send-due.ts';
import { wakeable } from '../wakeable.ts';

export type Channels = { wake(): void; close(): Promise<void> };

const EACH_MS = 1_000;

export const startChannels = async (
  hub: Hub,
  mayWork: () => Promise<boolean>,
  failed: (what: string) => (error: unknown) => void,
  observer: ChannelObserver = UNOBSERVED_CHANNELS,
): Promise<Channels> => {
  const sender = openSender(hub, observer);
  const sending = wakeable(async () => {
    if (!(await mayWork())) return;
    while ((await sender.turn(() => sending.wake())) > 0);
  }, failed('the sending to endpoints'));
  const dispatching = wakeable(async () => {
    if (await mayWork()) await dispatchAll(hub);
    sender.anew();
    sending.wake();
  }, failed('the making of deliveries to endpoints'));
  // Whoever takes a right away waits until nothing is under way with it (I8).
  const serving = await hub.directory.serve(hub.entropy.uuid(), () => sender.settledSoon());
  // Another worker may be the one that numbers, and what failed comes due by itself.
  const timer = setInterval(dispatching.wake, EACH_MS);
  return {
    wake: dispatching.wake,
    close: async () => {
      clearInterval(timer);
      await Promise.all([dispatching.close(), sending.close()]);
      await sender.settledSoon();
      await serving.stop();
    },
  };
};

const dispatchAll = async (hub: Hub): Promise<void> => {
  while (await dispatchTargeted(hub));
};

/** Makes and sends all that is due in this process, until nothing is left. */
export const drainChannels = async (hub: Hub): Promise<void> => {
  await dispatchAll(hub);
  const sender = openSender(hub);
  while ((await sender.turn()) > 0) await sender.settled();
};
