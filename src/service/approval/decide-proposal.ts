// Approves or refuses a proposal, by another person of the right role, or withdraws it, by its proposer.
import { type Proposal, stateAt } from '../../domain/approval/proposal.ts';
import type { Actor } from '../../domain/member.ts';
import { accepted, notFound, type Outcome, type Problem, problem, refused } from '../../domain/problem.ts';
import type { Hub } from '../../hub.ts';
import { recordAct } from '../audit/record-act.ts';
import { actsAlone, seesProposal } from './acts-alone.ts';
import type { AnyApprovable } from './approvable.ts';
import { approvableOf } from './approvables.ts';
import { personProblem, wayProblem } from './approver-problem.ts';
import { withoutContent } from './content.ts';
import { closed, perform } from './perform.ts';

type Found = { readonly proposal: Proposal; readonly approvable: AnyApprovable };

/**
 * Refused without anything done when the approver is the proposer, comes by a key, or it can no longer be done. The founder who
 * acts alone approves its own too.
 */
export const approve = async (hub: Hub, actor: Actor, id: string): Promise<Outcome<Proposal>> => {
  const found = await open(hub, actor, id);
  if (!found.ok) return found;
  const { approvable } = found.value;
  const isAlone = await actsAlone(hub, actor);
  const wrong = isAlone ? null : await approverProblem(hub, actor, found.value);
  if (wrong !== null) return refused(wrong);
  const proposal = { ...found.value.proposal, isAlone };
  const payload = approvable.read(proposal.payload);
  if (!payload.ok) return payload;
  const concern = await approvable.check(hub, actor, payload.value);
  if (!concern.ok) return concern;
  return perform(hub, actor, { proposal, approvable, payload: payload.value, concern: concern.value });
};

/** The founder who acts alone refuses what a colleague proposed, and takes its own back like anybody. */
export const refuse = async (hub: Hub, actor: Actor, id: string): Promise<Outcome<Proposal>> => {
  const found = await open(hub, actor, id);
  if (!found.ok) return found;
  const isAlone = actor.person !== found.value.proposal.by && (await actsAlone(hub, actor));
  const wrong = isAlone ? null : await approverProblem(hub, actor, found.value);
  return wrong === null ? close(hub, actor, found.value.proposal, 'REFUSED') : refused(wrong);
};

/** By its proposer only; by any way in, since it takes nothing but its own word back. */
export const withdraw = async (hub: Hub, actor: Actor, id: string): Promise<Outcome<Proposal>> => {
  const found = await open(hub, actor, id);
  if (!found.ok) return found;
  const { proposal } = found.value;
  return actor.person === proposal.by
    ? close(hub, actor, proposal, 'WITHDRAWN')
    : refused(
        problem(
          'APPROVAL_OF_ANOTHER',
          '$.id',
          'Only who proposed it may withdraw it.',
          'Refuse it instead, if you may approve it.',
        ),
      );
};

const open = async (hub: Hub, actor: Actor, id: string): Promise<Outcome<Found>> => {
  const proposal = await hub.proposals.byId(id);
  const approvable = proposal === null ? null : approvableOf(proposal.kind);
  if (proposal === null || approvable === null) return notFound();
  if (!actor.member.isActive) return notFound();
  if (!(await seesProposal(hub, actor, proposal, approvable.mayApprove))) return notFound();
  if (stateAt(proposal, hub.clock.now()) !== 'OPEN') return refused(closed());
  return accepted({ proposal, approvable });
};

const approverProblem = async (
  hub: Hub,
  actor: Actor,
  { proposal, approvable }: Found,
): Promise<Problem | null> => {
  const byWay = wayProblem(actor);
  if (byWay !== null) return byWay;
  const [approver, proposer] = [actor.person ?? '', proposal.by];
  return personProblem(actor, {
    proposal,
    mayApprove: approvable.mayApprove,
    approver: (await hub.persons.byId(approver)) ?? { id: approver },
    proposer: (await hub.persons.byId(proposer)) ?? { id: proposer },
  });
};

const close = async (
  hub: Hub,
  actor: Actor,
  proposal: Proposal,
  state: 'REFUSED' | 'WITHDRAWN',
): Promise<Outcome<Proposal>> => {
  const at = hub.clock.now();
  const decided = { state, by: actor.person, at, payload: withoutContent(proposal) };
  const isClosed = await hub.members.change(async (session) => {
    if (!(await hub.proposals.decide(proposal.id, decided, session))) return false;
    const facts = { kind: proposal.kind, state };
    const act = { by: actor, members: [proposal.member], subject: proposal.id, facts };
    await recordAct(hub, { ...act, event: 'approval.refused' }, session);
    return true;
  });
  return isClosed
    ? accepted({ ...proposal, state, payload: decided.payload, decidedBy: actor.person, decidedAt: at })
    : refused(closed());
};
