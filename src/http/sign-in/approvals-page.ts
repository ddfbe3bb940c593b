// /approvals: what waits for a second person, and what became of it. Only somebody who is signed in decides here.
import type { Proposal } from '../../domain/approval/proposal.ts';
import type { Problem } from '../../domain/problem.ts';
import { approve, refuse, withdraw } from '../../service/approval/decide-proposal.ts';
import { listProposals, type ShownProposal } from '../../service/approval/list-proposals.ts';
import type { SignedIn } from '../../service/session/read-session.ts';
import type { Reply } from '../answer.ts';
import { faultSummary, hidden, notice } from './markup/fields.ts';
import { type Html, html } from './markup/html.ts';
import { pageReply } from './markup/layout.ts';
import { momentText } from './markup/words.ts';
import { ownPage, signedInAs, tokenOf, type Visit } from './page.ts';

type Own = Visit & { readonly signedIn: SignedIn };

const SHOWN = 50;

export const approvalsPage = ownPage({
  method: 'get',
  path: '/approvals',
  act: (visit) => show(visit, []),
});

const ACTS = { approve, refuse, withdraw };
const DONE = {
  approve: 'You approved it, and it was done.',
  refuse: 'You refused it.',
  withdraw: 'You withdrew it.',
};

const isAct = (text: string): text is Act => Object.hasOwn(ACTS, text);

export const approvalsForm = ownPage({
  method: 'post',
  path: '/approvals',
  act: async (visit) => {
    const { deps, form, signedIn } = visit;
    const act = form.get('act') ?? '';
    if (!isAct(act)) return show(visit, []);
    const outcome = await ACTS[act](deps.hub, signedIn.actor, form.get('id') ?? '');
    return outcome.ok ? show(visit, [], DONE[act]) : show(visit, outcome.problems);
  },
});

const show = async (visit: Own, problems: readonly Problem[], done?: string): Promise<Reply> => {
  const { deps, signedIn } = visit;
  const listed = await listProposals(deps.hub, signedIn.actor, { first: SHOWN, after: null });
  const faults = listed.ok ? problems : [...problems, ...listed.problems];
  const all = listed.ok ? listed.value.proposals.map(({ proposal }) => proposal) : [];
  const { persons } = await deps.hub.directory.current();
  const nameOf = (id: string | null): string =>
    id === null ? 'nobody' : (persons.get(id)?.name ?? 'somebody');
  const token = tokenOf(deps.hub, signedIn);
  const open = all.filter(({ state }) => state === 'OPEN');
  const closed = all.filter(({ state }) => state !== 'OPEN');
  const row = (proposal: ShownProposal): Html =>
    proposalRow(proposal, { nameOf, token, own: signedIn.actor.person });
  return pageReply(faults.length === 0 ? 200 : 400, {
    title: 'Approvals',
    signedIn: await signedInAs(deps.hub, signedIn),
    body: html`${faultSummary(faults)}${done === undefined ? null : notice(done)}<p>Some acts need two persons: one proposes, another approves. A proposal that nobody approves ends after seven days.</p>
<h2>Open</h2>
${
  open.length === 0
    ? html`<p>Nothing waits for you.</p>`
    : html`<ul class="list">
${open.map(row)}</ul>`
}
${
  closed.length === 0
    ? null
    : html`<h2>Decided</h2>
<ul class="list">
${closed.map(row)}</ul>`
}`,
  });
};

const STATES: Readonly<Record<Proposal['state'], string>> = {
  OPEN: 'Open',
  DONE: 'Approved and done',
  REFUSED: 'Refused',
  WITHDRAWN: 'Withdrawn',
  EXPIRED: 'Expired',
};

type Shown = {
  readonly nameOf: (id: string | null) => string;
  readonly token: string;
  readonly own: string | null;
};

const proposalRow = (proposal: ShownProposal, { nameOf, token, own }: Shown): Html => {
  const { id, sentence, note, by, at, expiresAt, state, decidedBy, decidedAt, isAlone, mayDecide, details } =
    proposal;
  const ended =
    decidedAt === null
      ? STATES[state]
      : `${STATES[state]} by ${nameOf(decidedBy)}, ${momentText(decidedAt)}${isAlone ? ', alone, as the founder' : ''}`;
  const until = state === 'OPEN' ? `Open until ${momentText(expiresAt)}` : ended;
  return html`<li><div class="what"><strong>${sentence}</strong>${
    note === null ? null : html`<p>“${note}”</p>`
  }${
    details.length === 0
      ? null
      : html`<details><summary>All of it</summary><ul>${details.map((line) => html`<li>${line}</li>`)}</ul></details>`
  }<p>Proposed by ${nameOf(by)}, ${momentText(at)}. ${until}.</p></div>${
    mayDecide
      ? html`<div class="acts">${button({ token, id, act: 'approve' })}${by === own ? null : button({ token, id, act: 'refuse' })}</div>`
      : null
  }${state === 'OPEN' && by === own ? button({ token, id, act: 'withdraw' }) : null}</li>
`;
};

type Act = keyof typeof ACTS;
type Button = { readonly token: string; readonly id: string; readonly act: Act };

const BUTTONS: Readonly<Record<Act, readonly [string, string]>> = {
  approve: ['Approve', ''],
  refuse: ['Refuse', 'danger'],
  withdraw: ['Withdraw', 'second'],
};

const button = ({ token, id, act }: Button): Html => {
  const [text, kind] = BUTTONS[act];
  return html`<form method="post" action="/approvals">${hidden('token', token)}${hidden('id', id)}${hidden('act', act)}<button class="${kind}" type="submit">${text}</button></form>`;
};
