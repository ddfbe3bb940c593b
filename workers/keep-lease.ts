// Keeps the sequencer's lease while it can: takes it when it is free, and renews it every second. Renewing writes neither
// what a batch writes nor waits for one, so a holder with a slow database stays the holder (M23).
import type { Hub } from '../src/hub.ts';
import type { Lease } from '../src/service/pipeline/number-entries.ts';

const LEASE = 'sequencer';
export const LEASE_MS = 5_000;
const RENEW_MS = 1_000;

export type LeaseKeeper = {
  /** The lease, as long as no other process can have it. */
  current(): Lease | null;
  /** Gives it back, so that another worker need not wait until it lapses. */
  close(): Promise<void>;
};

/** What the keeper reports; `renewed` after each attempt. */
export type LeaseEvents = {
  readonly taken: () => void;
  readonly renewed: (isHeld: boolean) => void;
  readonly failed: (error: unknown) => void;
};

type Held = { readonly lease: Lease; readonly until: number };

export const keepLease = (
  hub: Pick<Hub, 'leases' | 'database' | 'entropy'>,
  events: LeaseEvents,
): LeaseKeeper => {
  const own = { name: LEASE, holder: hub.entropy.uuid(), session: hub.database.openSession() };
  let held: Held | null = null;
  let underWay: Promise<void> | null = null;

  const ask = async (): Promise<void> => {
    const askedAt = performance.now();
    const isKept = held !== null && (await hub.leases.renew(LEASE, held.lease.token, LEASE_MS));
    if (!isKept) {
      held = null;
      const token = await hub.leases.acquire(LEASE, own.holder, LEASE_MS, own.session);
      if (token === null) return;
      held = { lease: { ...own, token }, until: askedAt + LEASE_MS };
      events.taken();
    } else if (held !== null) held = { ...held, until: askedAt + LEASE_MS };
  };
  const turn = (): void => {
    underWay ??= ask()
      .then(() => events.renewed(held !== null), events.failed)
      .finally(() => {
        underWay = null;
      });
  };
  turn();
  const timer = setInterval(turn, RENEW_MS);
  return {
    current: () => (held !== null && performance.now() < held.until ? held.lease : null),
    close: async () => {
      clearInterval(timer);
      await underWay;
      held = null;
      await hub.leases.release(LEASE, own.holder);
      await own.session.endSession();
    },
  };
};

/** The lease for work that ends soon, without renewing; null while a worker has it. Give it back with `release`. */
export const takeLease = async (
  hub: Pick<Hub, 'leases' | 'database' | 'entropy'>,
): Promise<{ readonly lease: Lease; release(): Promise<void> } | null> => {
  const own = { name: LEASE, holder: `drain-${hub.entropy.uuid()}`, session: hub.database.openSession() };
  const token = await hub.leases.acquire(LEASE, own.holder, LEASE_MS, own.session);
  const release = async (): Promise<void> => {
    await hub.leases.release(LEASE, own.holder);
    await own.session.endSession();
  };
  if (token !== null) return { lease: { ...own, token }, release };
  await own.session.endSession();
  return null;
};
