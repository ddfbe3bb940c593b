// A recall takes rights away, as a suspension does: it is answered once no hub and no worker still acts by what it took.
import type { Hub } from '../../../hub.ts';
import type { Session } from '../../../store/connect.ts';
import { confirmEverywhere } from '../../access/confirm-everywhere.ts';
import { heldLog } from '../../endpoint/held-log.ts';

/** Within the transaction that takes content away: every process looks at what it may still do. */
export const beginTakingEffect = async (
  { counters }: Pick<Hub, 'counters'>,
  session: Session,
): Promise<void> => {
  await counters.next('directory', 1, session);
};

/**
 * After it: resolves when nothing with that content is under way. What was sent meanwhile wrote its line in the log after the log
 * was emptied: it is emptied again.
 */
export const takeEffect = async (
  hub: Pick<Hub, 'directory' | 'attempts' | 'holds' | 'endpoints'>,
  of: Parameters<Hub['attempts']['forgetContent']>[0],
): Promise<void> => {
  await confirmEverywhere(hub);
  await hub.attempts.forgetContent(of, await heldLog(hub));
};
