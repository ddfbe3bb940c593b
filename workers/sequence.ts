// The sequencer's loop: whoever holds the lease numbers what is committed. Woken by the change stream, and each second.
import type { Hub } from '../src/hub.ts';
import { type Lease, numberEntries } from '../src/service/pipeline/number-entries.ts';

export const LEASE = 'sequencer';
export const LEASE_MS = 5_000;

/** Takes or keeps the lease; null while another worker has it. */
export const holdLease = async (
  hub: Pick<Hub, 'leases'>,
  { holder, session }: Pick<Lease, 'holder' | 'session'>,
): Promise<Lease | null> => {
  const token = await hub.leases.acquire(LEASE, holder, LEASE_MS, session);
  return token === null ? null : { name: LEASE, holder, token, session };
};

/** Numbers everything that is committed now; false when the lease was lost. */
export const sequence = async (hub: Hub, lease: Lease): Promise<boolean> => {
  for (;;) {
    const numbered = await numberEntries(hub, lease);
    if (numbered === null) return false;
    if (numbered === 0) return true;
  }
};
