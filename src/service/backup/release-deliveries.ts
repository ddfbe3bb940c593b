// Ends the hold that a restore has set. What waited when the backup was made may have been delivered after it: the operator
// sees what would go out before it does.
import { accepted, type Outcome, problem, refused } from '../../domain/problem.ts';
import type { Hub } from '../../hub.ts';
import { readWaitingWork, type WaitingWork } from '../../store/backup/held-work.ts';
import { recordAct } from '../audit/record-act.ts';

export type HeldWork = WaitingWork & { readonly heldSince: Date };

/** Null when nothing is held. */
export const heldWork = async (hub: Pick<Hub, 'restored' | 'database'>): Promise<HeldWork | null> => {
  const { heldSince } = await hub.restored.state();
  return heldSince === null ? null : { heldSince, ...(await readWaitingWork(hub.database)) };
};

/** From now on the worker numbers and delivers again. */
export const releaseDeliveries = async (
  hub: Pick<Hub, 'restored' | 'database' | 'members' | 'acts' | 'entries' | 'clock' | 'entropy'>,
): Promise<Outcome<HeldWork>> => {
  const held = await heldWork(hub);
  const isReleased =
    held !== null &&
    (await hub.members.change(async (session) => {
      if (!(await hub.restored.release(session))) return false;
      const facts = { unnumbered: held.unnumbered, deliveries: held.deliveries };
      await recordAct(hub, { event: 'hub.released', by: { way: 'HOST' }, members: [], facts }, session);
      return true;
    }));
  return isReleased
    ? accepted(held)
    : refused(
        problem(
          'NOTHING_HELD',
          '$',
          'Deliveries are not held: this hub was not restored, or was released.',
          'Nothing.',
        ),
      );
};
