// What was recalled or narrowed after the backup was made comes back with it. Who was to lose it is known of neither, so that it is
// taken from everybody but its publisher, who recalls it again, or publishes what is left.
import type { RightsRow } from '../../domain/backup/journal.ts';
import { WITHDRAWN } from '../../store/backup/rights.ts';
import type { Session } from '../../store/connect.ts';
import { type CloseDeps, closeFormer } from '../warning/recall/close-former.ts';

/** Returns how many it took. */
export const withdrawAgain = async (
  hub: CloseDeps,
  words: readonly RightsRow[],
  session: Session,
): Promise<number> => {
  let count = 0;
  for (const { stored, id, fields } of words)
    if (stored === WITHDRAWN && (await withdrawOne(hub, { id, by: Number(fields['by']) }, session)))
      count += 1;
  return count;
};

/** `by` is the version that recalled or narrowed it. */
const withdrawOne = async (
  hub: CloseDeps,
  { id, by }: { readonly id: string; readonly by: number },
  session: Session,
): Promise<boolean> => {
  const head = await hub.warnings.head(id, session);
  if (head === null || head.version >= by) return false;
  await closeFormer(hub, { warning: id, below: head.version + 1 }, session);
  return true;
};
