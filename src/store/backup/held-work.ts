// What waits in a restored database until the operator releases it: ids, instants and counts.
import type { Database } from '../connect.ts';
import { DELIVERIES } from '../deliveries.ts';
import { ENTRIES } from '../entries.ts';

export type WaitingVersion = {
  readonly warning: string;
  readonly version: number;
  readonly event: string;
  readonly at: Date;
};

export type WaitingWork = {
  /** Entries that have no number yet: what they say is visible to nobody. */
  readonly unnumbered: number;
  /** Entries whose work is not done, by event. */
  readonly events: Readonly<Record<string, number>>;
  /** Deliveries that are made and not sent. */
  readonly deliveries: number;
  /** The first of the versions that wait. */
  readonly versions: readonly WaitingVersion[];
};

const MAX_MS = 60_000;
const SHOWN = 20;
/** Entries that wait for a number or for their work. */
const WAITING = { $or: [{ isPending: true as const }, { work: { $in: ['WAITING', 'QUEUED'] as const } }] };

export const readWaitingWork = async (database: Database): Promise<WaitingWork> => {
  const entries = database.collection(ENTRIES);
  const within = { maxTimeMS: MAX_MS };
  const [unnumbered, events, deliveries, versions] = await Promise.all([
    entries.countDocuments({ isPending: true }, within),
    entries
      .aggregate<{ _id: string; count: number }>(
        [{ $match: { work: { $in: ['WAITING', 'QUEUED'] } } }, { $sortByCount: '$event' }],
        within,
      )
      .toArray(),
    database.collection(DELIVERIES).countDocuments({ state: 'PENDING' }, within),
    entries
      .find({ ...WAITING, 'subject.warning': { $exists: true } } as never, within)
      .sort({ _id: 1 })
      .limit(SHOWN)
      .toArray(),
  ]);
  return {
    unnumbered,
    events: Object.fromEntries(events.map(({ _id, count }) => [_id, count])),
    deliveries,
    versions: versions.map(({ event, at, subject }) => ({
      warning: subject.warning ?? '',
      version: subject.version ?? 1,
      event,
      at,
    })),
  };
};
