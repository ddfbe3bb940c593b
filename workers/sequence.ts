// The sequencer's loop: the lease holder numbers committed entries, on each change-stream event and every second.
import type { Hub } from '../src/hub.ts';
import { type Lease, numberEntries } from '../src/service/pipeline/number-entries.ts';

export const LEASE = 'sequencer';
export const LEASE_MS = 5_000;

/** Acquires or renews the lease; null while another worker has it. */
export const holdLease = async (
  hub: Pick<Hub, 'leases'>,
  { holder, session }: Pick<Lease, 'holder' | 'session'>,
): Promise<Lease | null> => {
  const token = await hub.leases.acquire(LEASE, holder, LEASE_MS, session);
  return token === null ? null : { name: LEASE, holder, token, session };
};

/** Numbers everything committed so far; false when the lease was lost. */
export const sequence = async (hub: Hub, lease: Lease): Promise<boolean> => {
  for (;;) {
    const numbered = await numberEntries(hub, lease);
    if (numbered === null) return false;
    if (numbered === 0) return true;
  }
};
