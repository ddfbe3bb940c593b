// Records proposals whose seven days are over. They cannot be approved from that moment on, recorded or not.
import type { Hub } from '../../hub.ts';
import { recordAct } from '../audit/record-act.ts';
import { withoutContent } from './content.ts';

const AT_ONCE = 100;

/** Returns how many. */
export const expireProposals = async (
  hub: Pick<Hub, 'proposals' | 'database' | 'acts' | 'entries' | 'clock' | 'entropy'>,
): Promise<number> => {
  const at = hub.clock.now();
  let count = 0;
  for (;;) {
    const overdue = await hub.proposals.overdue(at, AT_ONCE);
    for (const { id, kind, member, payload } of overdue) {
      const decided = { state: 'EXPIRED' as const, by: null, at, payload: withoutContent({ kind, payload }) };
      await hub.database.transaction(async (session) => {
        if (!(await hub.proposals.decide(id, decided, session))) return;
        const act = { by: { way: 'HUB' as const }, members: [member], subject: id, facts: { kind } };
        await recordAct(hub, { ...act, event: 'approval.expired' }, session);
      });
      count += 1;
    }
    if (overdue.length < AT_ONCE) return count;
  }
};
