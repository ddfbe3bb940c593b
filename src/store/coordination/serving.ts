// The lease by which this process answers readers from its copy of the directory, and how far it has confirmed the copy.
import type { HubLeases } from './hub-leases.ts';

export type Serving = { stop(): Promise<void> };

export type ServingLease = {
  /** Takes or extends the lease where this process answers readers and it runs out soon. Returns until when it is held. */
  hold(): Promise<number>;
  /** After the version was read: the copy may be used so long, and is confirmed once what is under way has settled. */
  use(heldUntil: number, version: number): void;
  /** In the time of `performance.now`. A process that answers no reader needs no lease. */
  usableUntil(): number;
  serve(id: string, settle: () => Promise<void>): Promise<Serving>;
};

const LEASE_MS = 2_000;
/** Used for less time than it is held, whatever the rates of the clocks. */
const USED_MS = LEASE_MS * 0.9;
const LOOK_EACH_MS = 300;

/** `refresh` reads the directory again, and with it extends the lease. */
export const openServing = (leases: HubLeases, refresh: () => Promise<unknown>): ServingLease => {
  const settles = new Set<() => Promise<void>>();
  let id: string | null = null;
  let usableUntil = Number.NEGATIVE_INFINITY;
  let confirmed = 0;
  let following: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;

  const runsOutSoon = (): boolean => usableUntil - performance.now() < USED_MS / 2;
  const confirm = async (version: number): Promise<void> => {
    if (id === null || version <= confirmed) return;
    await Promise.all([...settles].map((settle) => settle()));
    await leases.confirm(id, version);
    confirmed = version;
  };
  // Before it runs out, so that no request waits for it. A failure shows in the next request that needs the copy.
  const keep = (): void => {
    if (runsOutSoon()) refresh().catch(() => undefined);
  };
  return {
    hold: async () => {
      if (id === null || !runsOutSoon()) return usableUntil;
      const askedAt = performance.now();
      await leases.hold(id, LEASE_MS, confirmed);
      return askedAt + USED_MS;
    },
    use: (heldUntil, version) => {
      usableUntil = heldUntil;
      // One that fails is made good by the next renewal.
      following = following.then(() => confirm(version)).catch(() => undefined);
    },
    usableUntil: () => (id === null ? Number.POSITIVE_INFINITY : usableUntil),
    serve: async (name, settle) => {
      settles.add(settle);
      if (id === null) {
        id = name;
        [usableUntil, confirmed] = [Number.NEGATIVE_INFINITY, 0];
        timer = setInterval(keep, LOOK_EACH_MS);
        timer.unref();
      }
      await refresh();
      return {
        stop: async () => {
          settles.delete(settle);
          if (settles.size > 0 || id === null) return;
          clearInterval(timer);
          const former = id;
          id = null;
          await following;
          await leases.release(former).catch(() => undefined);
        },
      };
    },
  };
};
