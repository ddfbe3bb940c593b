// What a recall, a narrowing, and a restore that finds one of them do to former versions, within their transaction.
import type { Hub } from '../../../hub.ts';
import type { Session } from '../../../store/connect.ts';
import { closedText } from '../../../store/content/stored-content.ts';
import { formerTo } from '../../../store/delivery/recalls.ts';
import { heldLog } from '../../endpoint/held-log.ts';

type StopDeps = Pick<Hub, 'deliveries' | 'channelDeliveries' | 'attempts' | 'holds' | 'endpoints' | 'clock'>;
export type CloseDeps = StopDeps & Pick<Hub, 'warnings' | 'feed' | 'context'>;

/** What waits of versions below one is not sent, and what was sent is in no log any more; of these members (ids), or of all. */
export const stopFormer = async (
  hub: StopDeps,
  of: Parameters<typeof formerTo>[0],
  session: Session,
): Promise<void> => {
  await hub.deliveries.stopFormer(of, session);
  const end = { state: 'CANCELLED', cause: 'RECALLED', at: hub.clock.now() } as const;
  await hub.channelDeliveries.endWaiting(formerTo(of), end, session);
  const { warning, members } = of;
  const whose = { warning, ...(members === undefined ? {} : { members }) };
  await hub.attempts.forgetContent(whose, await heldLog(hub, session), session);
};

/** What versions below one said is their publisher's alone: it leaves the feed, the search and the queue. */
export const closeFormer = async (
  hub: CloseDeps,
  { warning, below }: { readonly warning: string; readonly below: number },
  session: Session,
): Promise<void> => {
  const rows = await hub.warnings.formerVersions(warning, below, session);
  const closed = rows.map(({ _id, content }) => ({ _id, content: closedText(content) }));
  await hub.warnings.rewrite(closed, session);
  await hub.feed.removeFormer(warning, below, session);
  await hub.context.warnings.clear(warning, below, session);
  await stopFormer(hub, { warning, below }, session);
};
