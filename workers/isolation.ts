// Jobs in progress when a worker died are suspects: any of them may have killed it. Suspects wait a moment, then run one at
// a time, the least started first, so that a job that kills its worker stops hitting the others.
import type { Hub } from '../src/hub.ts';
import { type JobPayload, QUEUE_OF, QUEUES } from '../src/queue/jobs.ts';
import { ObjectId } from '../src/store/connect.ts';

/** A job that was lost with its worker this often is a suspect. */
export const SUSPECT_STALLS = 2;

/** Sort key of a suspect: how often it was started, then the order of the queues. */
export const suspicionOf = async (hub: Pick<Hub, 'entries'>, { entry, job }: JobPayload): Promise<number> => {
  const row = await hub.entries.byId(new ObjectId(entry));
  return (row?.jobs?.[job]?.starts ?? 0) * 100 + QUEUES.indexOf(QUEUE_OF[job]);
};

export type Isolation = (suspicion: number, act: () => Promise<void>) => Promise<void>;

/** Long enough to finish other jobs first, and to collect the other suspects of this batch. */
const WAIT_MS = 1_000;

export const openIsolation = (waitMs = WAIT_MS): Isolation => {
  const waiting: { readonly suspicion: number; readonly go: () => void }[] = [];
  let isTaken = false;

  const next = (): void => {
    if (isTaken) return;
    waiting.sort((one, other) => one.suspicion - other.suspicion);
    const first = waiting.shift();
    if (first === undefined) return;
    isTaken = true;
    first.go();
  };
  return async (suspicion, act) => {
    await new Promise<void>((resolve) => {
      waiting.push({ suspicion, go: resolve });
      setTimeout(next, waitMs);
    });
    try {
      await act();
    } finally {
      isTaken = false;
      next();
    }
  };
};
