// Once a minute: members are reminded of what they have not answered, owners of cases that they wait, and digests that are due are made. Four times an hour: whether anything reaches each member. Doing either twice, or in
// two workers at once, changes nothing. It has a timer of its own: nothing that takes long delays a digest.
import type { Hub } from '../../src/hub.ts';
import { tellOwners } from '../../src/service/case/tell-owners.ts';
import type { ChannelObserver } from '../../src/service/channel/observer.ts';
import { gatherDigests } from '../../src/service/digest/gather-digests.ts';
import { remindMembers } from '../../src/service/reminder/remind-members.ts';
import { watchWays } from '../../src/service/way/watch-ways.ts';

const EACH_MS = 60_000;
const WAYS_MS = 15 * 60_000;

export const startTelling = (
  hub: Hub,
  observer: Pick<ChannelObserver, 'digests'>,
): { stop(): Promise<void> } => {
  let underWay: Promise<unknown> = Promise.resolve();
  let isOn = false;
  let watchedAt = Number.NEGATIVE_INFINITY;
  const tell = async (): Promise<void> => {
    if (!(await hub.storage.allows('WORK')) || !(await hub.restored.mayDeliver())) return;
    // What is wrong with one of them is no fault of the other.
    await remindMembers(hub).catch((error: unknown) =>
      hub.log.warn({ err: error }, 'members could not be reminded; the worker tries again'),
    );
    await tellOwners(hub).catch((error: unknown) =>
      hub.log.warn({ err: error }, 'owners of cases could not be told; the worker tries again'),
    );
    observer.digests(await gatherDigests(hub));
    if (performance.now() - watchedAt < WAYS_MS) return;
    watchedAt = performance.now();
    const silent = await watchWays(hub);
    if (silent.length > 0) hub.log.warn({ members: silent }, 'nothing has reached these members for 30 days');
  };
  const begin = (): void => {
    if (isOn) return;
    isOn = true;
    underWay = tell()
      .catch((error: unknown) =>
        hub.log.warn({ err: error }, 'digests could not be made; the worker tries again'),
      )
      .finally(() => {
        isOn = false;
      });
  };
  begin();
  const timer = setInterval(begin, EACH_MS);
  return {
    stop: async () => {
      clearInterval(timer);
      await underWay;
    },
  };
};
