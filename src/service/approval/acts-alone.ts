// The founder acts alone until three members are admitted: there is nobody yet who could approve. With three it ends for good:
// a suspension or a departure does not bring it back. A key proves no person, so what it proposes waits until the founder
// decides it, signed in.
import type { Proposal } from '../../domain/approval/proposal.ts';
import type { Actor, Role } from '../../domain/member.ts';
import type { Hub } from '../../hub.ts';
import { isSignedInPerson, maySeeProposal } from '../../policy/two-persons.ts';

export const MEMBERS_FOR_TWO = 3;

export const actsAlone = async (hub: Pick<Hub, 'acts' | 'directory'>, actor: Actor): Promise<boolean> => {
  if (!isSignedInPerson(actor)) return false;
  // Members never become fewer, so that an old copy with three of them is as good as a new one.
  if ((await hub.directory.current()).members.size >= MEMBERS_FOR_TWO) return false;
  hub.directory.forget();
  if ((await hub.directory.current()).members.size >= MEMBERS_FOR_TWO) return false;
  const founding = await hub.acts.first('hub.founded');
  return founding !== null && (founding.person ?? founding.byPerson) === actor.person;
};

/** Whether the proposal exists for this actor; for the founder who acts alone, also what a colleague proposed. */
export const seesProposal = async (
  hub: Pick<Hub, 'acts' | 'directory'>,
  actor: Actor,
  proposal: Proposal,
  mayApprove: readonly Role[],
): Promise<boolean> =>
  maySeeProposal(actor, proposal, mayApprove) ||
  (proposal.member === actor.member.id && (await actsAlone(hub, actor)));
