// Proposes what needs two persons. Only transports call it: a service that may not act by itself refuses with
// APPROVAL_NEEDED, and is called by its row of the table once another person has approved.
import { APPROVAL_DAYS, type Proposal, stateAt } from '../../domain/approval/proposal.ts';
import type { Actor } from '../../domain/member.ts';
import { accepted, notFound, type Outcome, problem, refused } from '../../domain/problem.ts';
import { seenOrNull } from '../../domain/reading/seen-text.ts';
import { TEXT_LIMITS, textBroken } from '../../domain/warning-rules.ts';
import type { Hub } from '../../hub.ts';
import { circleOf } from '../../policy/two-persons.ts';
import { newTimedId } from '../audit/line-place.ts';
import { recordAct } from '../audit/record-act.ts';
import { forgetMade } from '../record/once.ts';
import { actsAlone } from './acts-alone.ts';
import type { Concern } from './approvable.ts';
import { approvableOf } from './approvables.ts';
import { approve, withdraw } from './decide-proposal.ts';
import { perform } from './perform.ts';

export type ProposalRequest = {
  /** A row of the table of what needs two persons. */
  readonly kind: string;
  readonly payload: unknown;
  /** Why, for whoever approves; at most 2,000 characters. */
  readonly note?: string | null | undefined;
};

const DAY_MS = 24 * 3_600_000;

/** The proposal, open for seven days; DONE at once where the founder acts alone. */
export const propose = async (
  hub: Hub,
  actor: Actor,
  { kind, payload: given, note = null }: ProposalRequest,
): Promise<Outcome<Proposal>> => {
  const approvable = approvableOf(kind);
  if (approvable === null) return refused(unknownKind(kind));
  if (actor.person === null) return refused(personNeeded());
  const circle = circleOf(actor, approvable.mayPropose);
  if (circle === null || !actor.member.isActive) return refused(mayNotPropose(approvable.mayPropose));
  if ((note?.length ?? 0) > TEXT_LIMITS.note) return refused(noteTooLong());
  if (note?.isWellFormed() === false) return refused(textBroken('$.note'));
  const payload = approvable.read(given);
  if (!payload.ok) return payload;
  const concern = await approvable.check(hub, actor, payload.value);
  if (!concern.ok) return concern;
  const now = hub.clock.now();
  const isAlone = await actsAlone(hub, actor);
  const proposal: Proposal = {
    id: newTimedId(hub, 'approval', now),
    kind,
    // As it was given: reading it again gives the same.
    payload: { ...(given as object) },
    note: seenOrNull(note),
    circle,
    member: actor.member.id,
    by: actor.person,
    at: now,
    expiresAt: earlier(now.getTime() + APPROVAL_DAYS * DAY_MS, approvable.until?.(payload.value) ?? null),
    state: 'OPEN',
    decidedBy: null,
    decidedAt: null,
    isAlone,
    result: null,
  };
  await insert(hub, actor, proposal, concern.value);
  if (!isAlone) return accepted(proposal);
  const done = await perform(hub, actor, {
    proposal,
    approvable,
    payload: payload.value,
    concern: concern.value,
  });
  // Nothing was done, and nobody else will decide it.
  if (!done.ok && (await withdraw(hub, actor, proposal.id)).ok) await forgetMade();
  return done;
};

/**
 * What was proposed before under the Idempotency-Key of this request, as it is by now. What the founder proposed alone, and an
 * outage left undone, is done now: nobody else decides it.
 */
export const proposedBefore = async (hub: Hub, actor: Actor, id: string): Promise<Outcome<Proposal>> => {
  const proposal = await hub.proposals.byId(id);
  if (proposal === null || proposal.by !== actor.person) return notFound('$.id');
  const isLeft = proposal.isAlone && stateAt(proposal, hub.clock.now()) === 'OPEN';
  if (!isLeft || !(await actsAlone(hub, actor))) return accepted(proposal);
  const done = await approve(hub, actor, id);
  const after = done.ok ? done.value : await hub.proposals.byId(id);
  // The same request, sent twice at once, was faster.
  return after !== null && after.state !== 'OPEN' ? accepted(after) : done;
};

const earlier = (ms: number, other: Date | null): Date => new Date(Math.min(ms, other?.getTime() ?? ms));

const insert = (hub: Hub, actor: Actor, proposal: Proposal, concern: Concern): Promise<void> =>
  hub.members.change(async (session) => {
    await hub.proposals.insert(proposal, session);
    await recordAct(
      hub,
      {
        ...concern,
        event: 'approval.proposed',
        by: actor,
        members: [...new Set([proposal.member, ...concern.members])],
        subject: proposal.id,
        facts: { ...concern.facts, kind: proposal.kind },
      },
      session,
    );
  });

const unknownKind = (kind: string) =>
  problem(
    'APPROVAL_KIND_UNKNOWN',
    '$.kind',
    `"${kind.slice(0, 64)}" is nothing that two persons approve here.`,
    'Query approvalKinds for what there is.',
  );

const personNeeded = () =>
  problem(
    'PERSON_NEEDED',
    '$',
    'This needs a person, and your key belongs to none.',
    'Use a key of a person, or sign in.',
  );

const mayNotPropose = (roles: readonly string[]) =>
  problem(
    'ROLE_MAY_NOT',
    '$.kind',
    `This may be proposed by: ${roles.join(', ')}.`,
    'Ask somebody with one of these roles, of an organisation that takes part.',
  );

const noteTooLong = () =>
  problem('TEXT_TOO_LONG', '$.note', `A note has at most ${TEXT_LIMITS.note} characters.`, 'Shorten it.');
