// The proposals that a person made or may decide, newest first.
import { type Proposal, stateAt } from '../../domain/approval/proposal.ts';
import { pageSizeProblem } from '../../domain/limit/page-size.ts';
import type { Actor } from '../../domain/member.ts';
import { accepted, type Outcome, refused } from '../../domain/problem.ts';
import type { Hub } from '../../hub.ts';
import { isHubOperator, isOfCircle, isSignedInPerson, maySeeProposal } from '../../policy/two-persons.ts';
import { beforeOf, cursorOf } from '../audit/line-place.ts';
import { approvableOf } from './approvables.ts';

export type ShownProposal = Proposal & {
  /** What would be done, as a sentence. */
  readonly sentence: string;
  /** All of it, where the sentence cannot say it. */
  readonly details: readonly string[];
  /** Whether this actor may approve or refuse it now. */
  readonly mayDecide: boolean;
};

export type ProposalPage = {
  readonly proposals: readonly { readonly cursor: string; readonly proposal: ShownProposal }[];
  readonly hasNextPage: boolean;
};

type Deps = Pick<Hub, 'proposals' | 'clock' | 'config' | 'cursorKey'>;

const BINDING = 'proposals';

export type ProposalsRequest = {
  readonly first: number;
  /** Cursor of the page before. */
  readonly after: string | null;
  readonly onlyOpen?: boolean;
};

/** Rows read for a page; those of kinds that the actor has no part in are passed over. */
const READ_AT_ONCE = 200;

export const listProposals = async (
  hub: Deps,
  actor: Actor,
  { first, after, onlyOpen = false }: ProposalsRequest,
): Promise<Outcome<ProposalPage>> => {
  const wrong = pageSizeProblem(first, hub.config.limits);
  if (wrong !== null) return refused(wrong);
  if (!actor.member.isActive) return accepted({ proposals: [], hasNextPage: false });
  const start = beforeOf(hub, { binding: BINDING, prefix: 'approval', after });
  if (!start.ok) return start;
  const scope = { member: actor.member.id, isOperator: isHubOperator(actor) };
  const found: ShownProposal[] = [];
  let before = start.value;
  let isMore = true;
  while (isMore && found.length <= first) {
    const rows = await hub.proposals.list(scope, READ_AT_ONCE, before);
    found.push(
      ...rows.flatMap((row) => shown(hub, actor, row)).filter(({ state }) => !onlyOpen || state === 'OPEN'),
    );
    before = rows.at(-1)?.id ?? before;
    isMore = rows.length === READ_AT_ONCE;
  }
  return accepted({
    proposals: found
      .slice(0, first)
      .map((proposal) => ({ cursor: cursorOf(hub, BINDING, proposal.id), proposal })),
    hasNextPage: found.length > first,
  });
};

export const readProposal = async (hub: Deps, actor: Actor, id: string): Promise<ShownProposal | null> => {
  const proposal = await hub.proposals.byId(id);
  return proposal === null || !actor.member.isActive ? null : (shown(hub, actor, proposal)[0] ?? null);
};

/** Nothing for a proposal that does not exist for this actor, or of a kind that this release does not know. */
export const shown = (hub: Pick<Hub, 'clock'>, actor: Actor, proposal: Proposal): ShownProposal[] => {
  const approvable = approvableOf(proposal.kind);
  if (approvable === null || !maySeeProposal(actor, proposal, approvable.mayApprove)) return [];
  const payload = approvable.read(proposal.payload);
  if (!payload.ok) return [];
  const state = stateAt(proposal, hub.clock.now());
  const mayDecide =
    state === 'OPEN' &&
    isSignedInPerson(actor) &&
    actor.person !== proposal.by &&
    isOfCircle(actor, proposal, approvable.mayApprove);
  const details = approvable.details?.(payload.value) ?? [];
  return [{ ...proposal, state, sentence: approvable.sentence(payload.value), details, mayDecide }];
};
