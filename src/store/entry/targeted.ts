// Versions that were targeted, in the order of the record: for what makes deliveries to endpoints of them.
import type { Collection } from '../connect.ts';
import type { EntryRow } from './row.ts';

export type TargetedEntry = {
  readonly warning: string;
  readonly version: number;
  /** Ids of the recipients of this chunk. */
  readonly members: readonly string[];
  readonly isUrgent: boolean;
};

export type TargetedEntries = {
  /** Among the next numbered entries, at most `limit`; `last` is the number of the last one looked at, null for none. */
  targetedAfter(
    sequence: number,
    limit: number,
  ): Promise<{ readonly last: number | null; readonly targeted: readonly TargetedEntry[] }>;
};

export const targetedEntries = (rows: Collection<EntryRow>): TargetedEntries => ({
  targetedAfter: async (sequence, limit) => {
    const found = await rows
      .find(
        { sequence: { $gt: sequence } },
        { projection: { sequence: 1, event: 1, subject: 1, isUrgent: 1 } },
      )
      .sort({ sequence: 1 })
      .limit(limit)
      .toArray();
    const targeted = found.flatMap(({ event, subject, isUrgent = false }): TargetedEntry[] => {
      const { warning, version, members } = subject;
      if (event !== 'warning.targeted') return [];
      if (warning === undefined || version === undefined || members === undefined) return [];
      return [{ warning, version, members, isUrgent }];
    });
    return { last: found.at(-1)?.sequence ?? null, targeted };
  },
});
