// Approves or refuses a proposal, by another person of the right role, or withdraws it, by its proposer.
import { type Proposal, stateAt } from '../../domain/approval/proposal.ts';
import type { Actor } from '../../domain/member.ts';
import { accepted, notFound, type Outcome, type Problem, problem, refused } from '../../domain/problem.ts';
import type { Hub } from '../../hub.ts';
import { isOfCircle, isSignedInPerson, mayBeOne } from '../../policy/two-persons.ts';
import { recordAct } from '../audit/record-act.ts';
import { actsAlone, seesProposal } from './acts-alone.ts';
import type { AnyApprovable } from './approvable.ts';
import { approvableOf } from './approvables.ts';
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
  if (!isSignedInPerson(actor)) {
    return problem(
      'APPROVAL_BY_KEY',
      '$',
      'A key cannot approve or refuse: it proves no person.',
      'Sign in with a passkey or at your provider, and decide at /approvals.',
    );
  }
  if (actor.person === proposal.by) {
    return problem(
      'APPROVAL_BY_PROPOSER',
      '$.id',
      'Whoever proposes something does not approve it.',
      'Ask another person; withdraw it if it is not wanted any more.',
    );
  }
  if (!isOfCircle(actor, proposal, approvable.mayApprove)) {
    return problem(
      'ROLE_MAY_NOT',
      '$.id',
      `This may be approved by: ${approvable.mayApprove.join(', ')}.`,
      'Ask somebody with one of these roles.',
    );
  }
  const approver = actor.person ?? '';
  const person = (await hub.persons.byId(approver)) ?? { id: approver };
  const proposer = (await hub.persons.byId(proposal.by)) ?? { id: proposal.by };
  if (mayBeOne(person, proposer)) {
    return problem(
      'APPROVAL_NOT_INDEPENDENT',
      '$',
      'You or who proposed it came in by the other, or both by the same person, and nobody else has confirmed that you are two.',
      'Ask another administrator of your organisation or an operator of the hub to confirm you (tocsin person confirm).',
    );
  }
  return 'isRedClosed' in person && person.isRedClosed
    ? problem(
        'APPROVAL_AFTER_RECOVERY',
        '$',
        'Others restored your access, and no other administrator has confirmed that it is you.',
        'Ask another member-admin of your organisation to confirm it.',
      )
    : null;
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
