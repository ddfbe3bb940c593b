// The sequencer: numbers committed entries in order, in one transaction fenced by the lease (I16). With its number an
// entry's feed rows become visible, and the rows of the version before leave.
import type { Hub } from '../../hub.ts';
import type { Session } from '../../store/connect.ts';
import type { EntryRow } from '../../store/entries.ts';
import { EVERY_SECTOR } from '../../store/feed.ts';

export type Lease = {
  readonly name: string;
  readonly holder: string;
  readonly token: number;
  /** The holder's own session: its successor ends it (leases.ts). */
  readonly session: Session;
};

export type LineRoom = Pick<Hub, 'database' | 'entries' | 'feed' | 'warnings' | 'counters' | 'leases'>;

const BATCH = 500;

const isVersion = ({ event }: EntryRow): boolean =>
  event.startsWith('warning.') && event !== 'warning.targeted';

/** How many entries were numbered; null when the lease was lost to another holder. */
export const numberEntries = async (hub: LineRoom, lease: Lease): Promise<number | null> =>
  hub.database.transaction(async (session) => {
    if (!(await hub.leases.isHeld(lease.name, lease.holder, lease.token, session))) return null;
    const pending = await hub.entries.pending(BATCH, session);
    if (pending.length === 0) return 0;
    const last = await hub.counters.next('sequence', pending.length, session);
    const numbered = pending.map((entry, index) => ({ entry, sequence: last - pending.length + 1 + index }));
    await hub.entries.rows.bulkWrite(
      numbered.map(({ entry, sequence }) => ({
        updateOne: {
          filter: { _id: entry._id },
          update: { $set: { sequence }, $unset: { isPending: '' as const } },
        },
      })),
      { session },
    );
    for (const { entry, sequence } of numbered)
      if (isVersion(entry)) await place(hub, entry, sequence, session);
    return pending.length;
  }, lease.session);

/** Makes the version's feed rows visible under its number, and takes the former version's rows out. */
const place = async (hub: LineRoom, entry: EntryRow, sequence: number, session: Session): Promise<void> => {
  const { warning, version } = entry.subject;
  if (warning === undefined || version === undefined) return;
  const row = await hub.feed.rows.findOne({ entry: entry._id, sector: EVERY_SECTOR }, { session });
  if (row === null) return;
  const former =
    version === 1
      ? null
      : await hub.feed.rows.findOne({ warning, sector: EVERY_SECTOR, sequence: { $gt: 0 } }, { session });
  const firstSequence = former?.firstSequence ?? sequence;
  const twin =
    row.thing === null
      ? null
      : await hub.feed.rows.findOne(
          {
            sector: EVERY_SECTOR,
            thing: row.thing,
            exercise: row.exercise,
            sequence: { $gt: 0 },
            warning: { $ne: warning },
          },
          { session, projection: { _id: 1 } },
        );
  await hub.feed.rows.updateMany(
    { entry: entry._id },
    { $set: { sequence, firstSequence, ...(twin === null ? {} : { hasTwin: true }) } },
    { session },
  );
  if (version > 1) await hub.feed.rows.deleteMany({ warning, version: { $lt: version } }, { session });
};
