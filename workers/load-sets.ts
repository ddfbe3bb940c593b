// Loads the shipped reference sets beside the worker's other work: a first start on a slow machine delivers meanwhile.
import { setTimeout } from 'node:timers/promises';
import { withJitter } from '../src/domain/limit/reconnect-delay.ts';
import type { Hub } from '../src/hub.ts';
import { loadShippedSets } from '../src/service/enrichment/load-shipped-sets.ts';

const AGAIN_MS = 30_000;

type Loading = { stop(): Promise<void> };

/** Tries again until all sets are whole: the database may be gone, or another worker that was loading them. */
export const startLoading = (hub: Hub): Loading => {
  const stopped = new AbortController();
  const { signal } = stopped;
  const load = async (): Promise<void> => {
    while (!signal.aborted) {
      const isWhole = await loadShippedSets(hub, signal).catch((error: unknown) => {
        hub.log.warn({ err: error }, 'reference sets could not be loaded; the worker tries again');
        return false;
      });
      if (isWhole) {
        hub.log.info({}, 'the reference sets are loaded');
        return;
      }
      await setTimeout(withJitter(AGAIN_MS), null, { signal, ref: false }).catch(() => null);
    }
  };
  const loading = load();
  return {
    stop: async () => {
      stopped.abort();
      await loading;
    },
  };
};
