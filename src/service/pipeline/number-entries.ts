// The sequencer: numbers committed entries in order, in one transaction fenced by the lease (I16). The number makes
// an entry's feed rows visible and removes those of the version before.
import type { Hub } from '../../hub.ts';
import type { Session } from '../../store/connect.ts';
import type { EntryRow } from '../../store/entries.ts';

export type Lease = {
  readonly name: string;
  readonly holder: string;
  readonly token: number;
  /** The holder's own session, which its successor ends (leases.ts). */
  readonly session: Session;
};

export type NumberingDeps = Pick<Hub, 'database' | 'entries' | 'feed' | 'counters' | 'leases'>;

const BATCH = 500;

const isVersion = ({ event }: EntryRow): boolean =>
  event.startsWith('warning.') && event !== 'warning.targeted';

/** The count of numbered entries; null when another holder took the lease. */
export const numberEntries = async (hub: NumberingDeps, lease: Lease): Promise<number | null> =>
  hub.database.transaction(async (session) => {
    if (!(await hub.leases.isHeld(lease.name, lease.holder, lease.token, session))) return null;
    const pending = await hub.entries.pending(BATCH, session);
    if (pending.length === 0) return 0;
    const last = await hub.counters.next('sequence', pending.length, session);
    const numbered = pending.map((entry, index) => ({ entry, sequence: last - pending.length + 1 + index }));
    await hub.entries.number(
      numbered.map(({ entry, sequence }) => ({ _id: entry._id, sequence })),
      session,
    );
    for (const { entry, sequence } of numbered) {
      const { warning, version } = entry.subject;
      if (!isVersion(entry) || warning === undefined || version === undefined) continue;
      await hub.feed.place({ entry: entry._id, warning, version, sequence }, session);
    }
    return pending.length;
  }, lease.session);
