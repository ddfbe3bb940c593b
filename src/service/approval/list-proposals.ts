// The proposals that a person made or may decide, newest first.
import { type Proposal, stateAt } from '../../domain/approval/proposal.ts';
import type { Directory } from '../../domain/directory.ts';
import { pageSizeProblem } from '../../domain/limit/page-size.ts';
import type { Actor } from '../../domain/member.ts';
import { accepted, type Outcome, type Problem, refused } from '../../domain/problem.ts';
import type { Hub } from '../../hub.ts';
import { isHubOperator } from '../../policy/two-persons.ts';
import { beforeOf, cursorOf, endCursorOf } from '../audit/line-place.ts';
import { actsAlone, seesProposal } from './acts-alone.ts';
import type { AnyApprovable } from './approvable.ts';
import { approvableOf } from './approvables.ts';
import { type Deciding, personProblem, wayProblem } from './approver-problem.ts';
import { leftOf } from './content.ts';

export type ShownProposal = Proposal & {
  /** What would be done, as a sentence. */
  readonly sentence: string;
  /** What its ids stand for, and what it gives as its reason, as far as this actor may read it. */
  readonly about: readonly string[];
  /** All of it, where the sentence cannot say it. */
  readonly details: readonly string[];
  /** Whether this actor may approve or refuse it now. */
  readonly mayDecide: boolean;
  /** Why not; null where it may, where nobody may any more, and of what it may not read. */
  readonly whyNot: Problem | null;
};

/** Lines that say what it is about: of whom one objected and was set aside there may be as many as members. */
const MOST_ABOUT = 20;

export type ProposalPage = {
  readonly proposals: readonly { readonly cursor: string; readonly proposal: ShownProposal }[];
  readonly hasNextPage: boolean;
  /** Where the search ended, also when it found nothing. */
  readonly endCursor: string | null;
};

const BINDING = 'proposals';

export type ProposalsRequest = {
  readonly first: number;
  /** Cursor of the page before. */
  readonly after: string | null;
  readonly onlyOpen?: boolean;
};

/** Rows read at once; those of kinds that the actor has no part in are passed over. */
const READ_AT_ONCE = 200;
/** Rows that a page looks at; after that it ends, and says where to go on. */
const MOST_READ = 4_000;

export const listProposals = async (
  hub: Hub,
  actor: Actor,
  { first, after, onlyOpen = false }: ProposalsRequest,
): Promise<Outcome<ProposalPage>> => {
  const wrong = pageSizeProblem(first, hub.config.limits);
  if (wrong !== null) return refused(wrong);
  if (!actor.member.isActive) return accepted({ proposals: [], hasNextPage: false, endCursor: null });
  const start = beforeOf(hub, { binding: BINDING, prefix: 'approval', after });
  if (!start.ok) return start;
  const scope = { member: actor.member.id, isOperator: isHubOperator(actor) };
  const found: ShownProposal[] = [];
  const { persons } = await hub.directory.current();
  let before = start.value;
  let isMore = true;
  for (let read = 0; isMore && found.length <= first && read < MOST_READ; read += READ_AT_ONCE) {
    const rows = await hub.proposals.list(scope, READ_AT_ONCE, before);
    for (const row of rows) {
      // What a proposal would do may take reads to say: only what goes onto the page is asked, and one more.
      if (found.length > first) break;
      if (onlyOpen && stateAt(row, hub.clock.now()) !== 'OPEN') continue;
      found.push(...(await shown(hub, actor, row, persons)));
    }
    before = rows.at(-1)?.id ?? before;
    isMore = rows.length === READ_AT_ONCE;
  }
  const proposals = found
    .slice(0, first)
    .map((proposal) => ({ cursor: cursorOf(hub, BINDING, proposal.id), proposal }));
  // A search that stopped before the page was full stopped at a row that may not be shown.
  const isCut = isMore && found.length <= first && before !== null;
  return accepted({
    proposals,
    hasNextPage: found.length > first || isCut,
    endCursor:
      isCut && before !== null ? endCursorOf(hub, BINDING, before) : (proposals.at(-1)?.cursor ?? null),
  });
};

export const readProposal = async (hub: Hub, actor: Actor, id: string): Promise<ShownProposal | null> => {
  const proposal = await hub.proposals.byId(id);
  const { persons } = await hub.directory.current();
  return proposal === null || !actor.member.isActive
    ? null
    : ((await shown(hub, actor, proposal, persons))[0] ?? null);
};

const brought = (persons: Directory['persons'], id: string) => persons.get(id) ?? { id };

type Words = Pick<ShownProposal, 'sentence' | 'about' | 'details' | 'payload' | 'note'> & {
  /** Whether all that would be done is shown. */
  readonly isWhole: boolean;
};

/** Null where the payload is none that this release knows. */
const wordsOf = async (
  hub: Hub,
  actor: Actor,
  { payload, note, state }: Proposal,
  { content, read, sentence, details, lines }: AnyApprovable,
): Promise<Words | null> => {
  if (content !== undefined) {
    const left = leftOf(content, payload);
    const mayRead = await content.mayRead(hub, actor, left);
    const bare = { payload: left, sentence: content.sentence(left), isWhole: false };
    const nothing = { about: [], details: [] };
    if (!mayRead || state !== 'OPEN') return { ...bare, ...nothing, note: mayRead ? note : null };
  }
  const whole = read(payload);
  if (!whole.ok) return null;
  const about = atMost(MOST_ABOUT, (await lines?.(hub, actor, whole.value)) ?? []);
  const told = { about, details: details?.(whole.value) ?? [] };
  return { payload, note, sentence: sentence(whole.value), ...told, isWhole: true };
};

/** The last of them says how many are left out. */
const atMost = (most: number, lines: readonly string[]): readonly string[] =>
  lines.length <= most ? lines : [...lines.slice(0, most - 1), `… and ${lines.length - most + 1} more.`];

/** Nothing for a proposal that does not exist for this actor, or of a kind that this release does not know. */
export const shown = async (
  hub: Hub,
  actor: Actor,
  proposal: Proposal,
  persons: Directory['persons'],
): Promise<ShownProposal[]> => {
  const approvable = approvableOf(proposal.kind);
  if (approvable === null || !(await seesProposal(hub, actor, proposal, approvable.mayApprove))) return [];
  const state = stateAt(proposal, hub.clock.now());
  const words = await wordsOf(hub, actor, { ...proposal, state }, approvable);
  if (words === null) return [];
  const { isWhole, ...told } = words;
  const asked = isWhole && state === 'OPEN';
  const whyNot = asked
    ? await whyNotDecided(hub, actor, { proposal, persons, mayApprove: approvable.mayApprove })
    : null;
  return [{ ...proposal, ...told, state, mayDecide: asked && whyNot === null, whyNot }];
};

type Offered = Pick<Deciding, 'proposal' | 'mayApprove'> & Pick<Directory, 'persons'>;

/** Of the person before the way in: what a key cannot do, its person may still be unable to do signed in. */
const whyNotDecided = async (
  hub: Hub,
  actor: Actor,
  { proposal, persons, mayApprove }: Offered,
): Promise<Problem | null> => {
  const approver = brought(persons, actor.person ?? '');
  const deciding = { proposal, mayApprove, approver, proposer: brought(persons, proposal.by) };
  const ofPerson = actor.person === null ? null : personProblem(actor, deciding);
  const why = ofPerson ?? wayProblem(actor);
  return why !== null && (await actsAlone(hub, actor)) ? null : why;
};
