// A version as the pipeline reads it. Work that finds none is done for good, so that "there is none" must be certain. For some
// milliseconds after a failover a read may be older than what was acknowledged before: the new primary learns only with its own
// first write how much of that a majority has. A transaction reads what is newest, and ends when a majority has it.
import type { Hub } from '../../hub.ts';
import type { WarningRow } from '../../store/warnings.ts';

/** Null only where it was removed. */
export const keptVersion = async (
  hub: Pick<Hub, 'warnings' | 'database'>,
  warning: string,
  version: number,
): Promise<WarningRow | null> =>
  (await hub.warnings.version(warning, version)) ??
  hub.database.transaction((session) => hub.warnings.version(warning, version, session));
