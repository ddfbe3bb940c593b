// What was recalled or narrowed after the backup was made comes back with it. Who was to lose it is known of neither, so that it is
// taken from everybody but its publisher, who recalls it again, or publishes what is left.
import type { RightsRow } from '../../domain/backup/journal.ts';
import type { Hub } from '../../hub.ts';
import { WITHDRAWN } from '../../store/backup/rights.ts';
import type { Session } from '../../store/connect.ts';
import { closedText } from '../../store/content/stored-content.ts';

export type WithdrawDeps = Pick<
  Hub,
  'warnings' | 'feed' | 'deliveries' | 'context' | 'channelDeliveries' | 'attempts' | 'clock'
>;

/** Returns how many it took. */
export const withdrawAgain = async (
  hub: WithdrawDeps,
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
  hub: WithdrawDeps,
  { id, by }: { readonly id: string; readonly by: number },
  session: Session,
): Promise<boolean> => {
  const head = await hub.warnings.head(id, session);
  if (head === null || head.version >= by) return false;
  const below = head.version + 1;
  const rows = await hub.warnings.formerVersions(id, below, session);
  await hub.warnings.rewrite(
    rows.map(({ _id, content }) => ({ _id, content: closedText(content) })),
    session,
  );
  await hub.feed.removeFormer(id, below, session);
  await hub.deliveries.stopFormer({ warning: id, below }, session);
  await hub.context.warnings.clear(id, below, session);
  const end = { state: 'CANCELLED', cause: 'RECALLED', at: hub.clock.now() } as const;
  await hub.channelDeliveries.endWaiting({ warning: id }, end, session);
  await hub.attempts.forgetContent({ warning: id }, session);
  return true;
};
