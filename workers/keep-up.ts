// Once a minute: rows that hubs and workers of the release before write beside this one during an upgrade are brought up to
// date, and what has come to its end is told, recorded and, once a day, removed.
import type { Hub } from '../src/hub.ts';
import type { ChannelObserver } from '../src/service/channel/observer.ts';
import { tidyChannels } from '../src/service/channel/tidy-channels.ts';
import { announceAgain } from '../src/service/grade/announce-again.ts';
import { passTime } from '../src/service/member/pass-time.ts';
import { keepUpWithOlderHubs } from '../src/service/migration/migrate-database.ts';
import { decideAnew } from '../src/service/pipeline/decide-anew.ts';
import { logSealed, type ResealOutcome, sealStored } from '../src/service/secret/reseal-secrets.ts';
import { keepRetention } from './upkeep/keep-retention.ts';

/**
 * Members pass from one standing to the next; those that returned get what was addressed to them meanwhile. Nobody does before
 * the operator has released what a restore holds.
 */
const ageMembers = async (hub: Hub): Promise<void> => {
  if (!(await hub.restored.mayDeliver())) return;
  await passTime(hub);
  await decideAnew(hub);
};

const EACH_MS = 60_000;

export const startKeepingUp = (
  hub: Hub,
  observer: Pick<ChannelObserver, 'bounce'>,
): { stop(): Promise<void> } => {
  const stopped = new AbortController();
  let underWay: Promise<unknown> = Promise.resolve();
  let isOn = false;
  let sealed: ResealOutcome | null = null;
  /** What was stored while a process ran that opens no secrets. */
  const seal = async (): Promise<void> => {
    const outcome = await sealStored(hub);
    logSealed(hub, outcome, sealed);
    sealed = outcome;
  };
  const keepUp = (): void => {
    if (isOn) return;
    isOn = true;
    const older = Promise.all([keepUpWithOlderHubs(hub), announceAgain(hub)]).catch((error: unknown) =>
      hub.log.warn(
        { err: error },
        'rows of older hubs could not be brought up to date; the worker tries again',
      ),
    );
    const kept = keepRetention(hub, stopped.signal).catch((error: unknown) =>
      hub.log.warn({ err: error }, 'what has ended could not be told or removed; the worker tries again'),
    );
    const aged = ageMembers(hub).catch((error: unknown) =>
      hub.log.warn({ err: error }, 'members could not be brought on; the worker tries again'),
    );
    const returned = tidyChannels(hub, observer).catch((error: unknown) =>
      hub.log.warn({ err: error }, 'mail that came back could not be read; the worker tries again'),
    );
    const secrets = seal().catch((error: unknown) =>
      hub.log.warn({ err: error }, 'secrets could not be sealed; the worker tries again'),
    );
    underWay = Promise.all([older, kept, aged, returned, secrets]).finally(() => {
      isOn = false;
    });
  };
  keepUp();
  const timer = setInterval(keepUp, EACH_MS);
  return {
    stop: async () => {
      clearInterval(timer);
      stopped.abort();
      await underWay;
    },
  };
};
