// The sequencer's loop: the lease holder numbers committed entries, on each change-stream event and every second.
import type { Hub } from '../src/hub.ts';
import { type Lease, numberEntries } from '../src/service/pipeline/number-entries.ts';

/** How many entries the next batch has at most; kept from one batch to the next. */
export type Pace = { size: number };

const LEAST = 1;
const FIRST = 128;
const MOST = 512;
/** A batch that took longer does not grow. */
const LONG_MS = 3_000;

export const openPace = (): Pace => ({ size: FIRST });

/**
 * Numbers everything committed so far; false when the lease was lost. `currentLease` is asked before each batch, and `after`
 * is called when it is done. A batch that fails (it is bounded by time) is tried at half its size by the next call.
 */
export const sequence = async (
  hub: Hub,
  currentLease: () => Lease | null,
  pace: Pace,
  after: () => void = () => undefined,
): Promise<boolean> => {
  for (;;) {
    const lease = currentLease();
    if (lease === null) return false;
    const { size } = pace;
    const startedAt = performance.now();
    pace.size = Math.max(LEAST, Math.floor(size / 2));
    const numbered = await numberEntries(hub, lease, size);
    pace.size = nextSize(size, performance.now() - startedAt);
    if (numbered === null) return false;
    after();
    if (numbered < size) return true;
  }
};

const nextSize = (size: number, tookMs: number): number =>
  tookMs > LONG_MS ? size : Math.min(MOST, size * 2);
