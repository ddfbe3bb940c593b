// Jobs that were under way when a worker died are suspects: any of them may be what kills it. Suspects run one at a time,
// the least suspect first, so that a job that kills its worker stops killing the others beside it.

/** A job that was lost with its worker this often is a suspect. */
const SUSPECT_STALLS = 2;
const WAIT_PER_STALL_MS = 250;
const MAX_WAIT_MS = 5_000;

export type Isolation = (stalls: number, act: () => Promise<void>) => Promise<void>;

export const openIsolation = (waitPerStallMs = WAIT_PER_STALL_MS): Isolation => {
  const waiting: { readonly stalls: number; readonly go: () => void }[] = [];
  let isTaken = false;

  const next = (): void => {
    if (isTaken) return;
    waiting.sort((one, other) => one.stalls - other.stalls);
    const first = waiting.shift();
    if (first === undefined) return;
    isTaken = true;
    first.go();
  };
  return async (stalls, act) => {
    if (stalls < SUSPECT_STALLS) return act();
    // Less suspect ones that come in a moment later go first.
    await new Promise((resolve) => setTimeout(resolve, Math.min(stalls * waitPerStallMs, MAX_WAIT_MS)));
    await new Promise<void>((resolve) => {
      waiting.push({ stalls, go: resolve });
      next();
    });
    try {
      await act();
    } finally {
      isTaken = false;
      next();
    }
  };
};
