// The sequencer: numbers committed entries in the order of their stamps, in one transaction fenced by the lease (I16). The
// number makes an entry's feed rows visible and removes those of the version before. A batch takes at most nine round
// trips, whatever is in it.
import type { Hub } from '../../hub.ts';
import type { Session } from '../../store/connect.ts';
import type { PendingEntry } from '../../store/entries.ts';

export type Lease = {
  readonly name: string;
  readonly holder: string;
  readonly token: number;
  /** The holder's own session, which its successor ends (leases.ts). */
  readonly session: Session;
};

export type NumberingDeps = Pick<Hub, 'database' | 'entries' | 'feed' | 'counters' | 'leases'>;

/** Below the 15 s after which our servers end a transaction (`transactionLifetimeLimitSeconds`). */
const BATCH_MS = 12_000;

/** Events that a notice of the feed may wait for. */
const NOTICES: readonly string[] = ['grade.raised', 'warning.expired'];

const isVersion = ({ event }: PendingEntry): boolean =>
  event.startsWith('warning.') && event !== 'warning.targeted';

/** Numbers at most `limit` entries; returns how many, or null when another holder took the lease. */
export const numberEntries = async (
  hub: NumberingDeps,
  lease: Lease,
  limit: number,
): Promise<number | null> =>
  hub.database.transaction(
    async (session) => {
      const pending = await hub.entries.pending(limit, session);
      if (pending.length === 0) return 0;
      if (!(await hub.leases.isHeld(lease.name, lease.token, session))) return null;
      const last = await hub.counters.next('sequence', pending.length, session);
      const first = last - pending.length + 1;
      const numbered = pending.map((entry, index) => ({ ...entry, sequence: first + index }));
      await hub.entries.number(numbered, session);
      const versions = numbered.flatMap((entry) => {
        const { warning, version } = entry.subject;
        if (!isVersion(entry) || warning === undefined || version === undefined) return [];
        return [{ entry: entry._id, warning, version, sequence: entry.sequence }];
      });
      await hub.feed.place(versions, session);
      const notices = numbered.filter(({ event }) => NOTICES.includes(event));
      await hub.feed.showNotices(
        notices.map(({ _id, sequence }) => ({ entry: _id, sequence })),
        session,
      );
      return pending.length;
    },
    { session: lease.session, timeoutMs: BATCH_MS },
  );
