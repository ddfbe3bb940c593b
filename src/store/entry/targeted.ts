// Versions that were targeted, or whose grade was raised, in the order of the record: for what makes deliveries to endpoints of
// them.
import { type Collection, ObjectId } from '../connect.ts';
import type { EntryRow } from './row.ts';

export type TargetedEntry = {
  /** Hex id of the entry. */
  readonly id: string;
  readonly warning: string;
  readonly version: number;
  /** Ids of the recipients of this chunk; null for all that have it: its grade was raised. */
  readonly members: readonly string[] | null;
  readonly isUrgent: boolean;
  /** When it was appended. */
  readonly at: Date;
  readonly exercise: string | null;
};

export type TargetedEntries = {
  /** Among the next numbered entries, at most `limit`; `last` is the number of the last one looked at, null for none. */
  targetedAfter(
    sequence: number,
    limit: number,
  ): Promise<{ readonly last: number | null; readonly targeted: readonly TargetedEntry[] }>;
  /** By the ids of their entries; one that is no such entry is left out. */
  targetedIn(ids: readonly string[]): Promise<readonly TargetedEntry[]>;
};

const SHOWN = { sequence: 1, event: 1, subject: 1, isUrgent: 1, exercise: 1, at: 1 } as const;

const targetedOf = ({ _id, event, subject, isUrgent, exercise, at }: EntryRow): TargetedEntry[] => {
  const { warning, version, members = null } = subject;
  const isRaised = event === 'grade.raised';
  if (warning === undefined || version === undefined) return [];
  if (!isRaised && (event !== 'warning.targeted' || members === null)) return [];
  const id = _id.toHexString();
  const told = isRaised ? null : members;
  return [{ id, warning, version, members: told, isUrgent: isUrgent === true, exercise, at }];
};

export const targetedEntries = (rows: Collection<EntryRow>): TargetedEntries => ({
  targetedAfter: async (sequence, limit) => {
    const found = await rows
      .find({ sequence: { $gt: sequence } }, { projection: SHOWN })
      .sort({ sequence: 1 })
      .limit(limit)
      .toArray();
    return { last: found.at(-1)?.sequence ?? null, targeted: found.flatMap(targetedOf) };
  },
  targetedIn: async (ids) => {
    const found = await rows
      .find({ _id: { $in: ids.map((id) => new ObjectId(id)) } }, { projection: SHOWN })
      .toArray();
    return found.flatMap(targetedOf);
  },
});
