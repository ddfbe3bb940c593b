// Records proposals whose seven days are over. They cannot be approved from that moment on, recorded or not.
import type { Proposal } from '../../domain/approval/proposal.ts';
import type { Hub } from '../../hub.ts';
import { recordAct } from '../audit/record-act.ts';
import { tryEach } from '../job/try-each.ts';
import { withoutContent } from './content.ts';

const AT_ONCE = 100;

type Deps = Pick<Hub, 'proposals' | 'database' | 'acts' | 'entries' | 'clock' | 'entropy' | 'log'>;

/** Returns how many. One that fails is tried again by itself, and holds up no other. */
export const expireProposals = async (hub: Deps): Promise<number> => {
  const at = hub.clock.now();
  let count = 0;
  for (let last: Proposal | null = null; ; ) {
    const overdue: Proposal[] = await hub.proposals.overdue(at, AT_ONCE, last);
    const pieces = overdue.map((proposal) => ({
      about: proposal.id,
      subject: { members: [proposal.member] },
      exercise: null,
      act: () => expire(hub, proposal, at),
    }));
    count += (await tryEach(hub, 'expire-proposal', pieces)).length;
    last = overdue.at(-1) ?? null;
    if (overdue.length < AT_ONCE) return count;
  }
};

const expire = async (hub: Deps, { id, kind, member, payload }: Proposal, at: Date): Promise<void> => {
  const decided = { state: 'EXPIRED' as const, by: null, at, payload: withoutContent({ kind, payload }) };
  await hub.database.transaction(async (session) => {
    if (!(await hub.proposals.decide(id, decided, session))) return;
    const act = { by: { way: 'HUB' as const }, members: [member], subject: id, facts: { kind } };
    await recordAct(hub, { ...act, event: 'approval.expired' }, session);
  });
};
