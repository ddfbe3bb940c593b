// Rows that hubs and workers of the release before write beside this one during an upgrade are brought up to date once a minute.
import type { Hub } from '../src/hub.ts';
import { announceAgain } from '../src/service/grade/announce-again.ts';
import { keepUpWithOlderHubs } from '../src/service/migration/migrate-database.ts';

const EACH_MS = 60_000;

export const startKeepingUp = (hub: Hub): { stop(): void } => {
  const keepUp = (): void => {
    void Promise.all([keepUpWithOlderHubs(hub), announceAgain(hub)]).catch((error: unknown) =>
      hub.log.warn(
        { err: error },
        'rows of older hubs could not be brought up to date; the worker tries again',
      ),
    );
  };
  keepUp();
  const timer = setInterval(keepUp, EACH_MS);
  return { stop: () => clearInterval(timer) };
};
