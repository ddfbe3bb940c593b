// Does what was proposed, and closes the proposal in the same transaction.
import type { Proposal } from '../../domain/approval/proposal.ts';
import type { Actor } from '../../domain/member.ts';
import { accepted, type Outcome, problem, refused } from '../../domain/problem.ts';
import type { Hub } from '../../hub.ts';
import { recordAct } from '../audit/record-act.ts';
import type { AnyApprovable, Concern, Settle } from './approvable.ts';
import { withoutContent } from './content.ts';

export type Performance = {
  readonly proposal: Proposal;
  readonly approvable: AnyApprovable;
  readonly payload: object;
  readonly concern: Concern;
};

/** Thrown within the transaction, so that it writes nothing. */
class Closed extends Error {}

export const perform = async (
  hub: Hub,
  by: Actor,
  { proposal, approvable, payload, concern }: Performance,
): Promise<Outcome<Proposal>> => {
  const at = hub.clock.now();
  const settle: Settle = async (session, { result } = { result: null }) => {
    const left = withoutContent(proposal);
    const decided = {
      state: 'DONE' as const,
      by: by.person,
      at,
      result,
      payload: left,
      isAlone: proposal.isAlone,
    };
    if (!(await hub.proposals.decide(proposal.id, decided, session))) throw new Closed(proposal.id);
    await recordAct(
      hub,
      {
        ...concern,
        event: 'approval.given',
        by,
        members: [...new Set([proposal.member, ...concern.members])],
        subject: proposal.id,
        facts: { ...concern.facts, kind: proposal.kind, isAlone: proposal.isAlone, result },
      },
      session,
    );
  };
  const done = await approvable.perform(hub, { proposal, payload, by }, settle).catch((error: unknown) => {
    if (error instanceof Closed) return refused(closed());
    throw error;
  });
  if (!done.ok) return done;
  const after = await hub.proposals.byId(proposal.id);
  return after === null ? refused(closed()) : accepted(after);
};

export const closed = () =>
  problem(
    'APPROVAL_CLOSED',
    '$.id',
    'This proposal is not open any more: it was decided, withdrawn, or its seven days are over.',
    'Read it again; propose it anew if it is still wanted.',
  );
