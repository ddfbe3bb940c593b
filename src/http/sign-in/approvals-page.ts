// /approvals: what waits for a second person, and what became of it. Only somebody who is signed in decides here.

import { careOfProposals } from '../../service/approval/care-of.ts';
import { approve, refuse, withdraw } from '../../service/approval/decide-proposal.ts';
import { listProposals, type ShownProposal } from '../../service/approval/list-proposals.ts';
import type { SignedIn } from '../../service/session/read-session.ts';
import type { Reply } from '../answer.ts';
import { faultSummary, hidden, notice, saidOf } from './markup/fields.ts';
import { type Html, html } from './markup/html.ts';
import { pageReply } from './markup/layout.ts';
import { ownPage, signedInAs, tokenOf, type Visit } from './page.ts';
import type { PageProblem } from './words/refusals.ts';
import { filled, inEnglish, momentIn, type Speech } from './words/speech.ts';

type Own = Visit & { readonly signedIn: SignedIn };

const SHOWN = 50;

export const approvalsPage = ownPage({
  method: 'get',
  path: '/approvals',
  act: (visit) => show(visit, []),
});

const ACTS = { approve, refuse, withdraw };
const DONE = { approve: 'approved', refuse: 'refused', withdraw: 'withdrawn' } as const;

const isAct = (text: string): text is Act => Object.hasOwn(ACTS, text);

export const approvalsForm = ownPage({
  method: 'post',
  path: '/approvals',
  act: async (visit) => {
    const { deps, form, signedIn } = visit;
    const act = form.get('act') ?? '';
    if (!isAct(act)) return show(visit, []);
    const outcome = await ACTS[act](deps.hub, signedIn.actor, form.get('id') ?? '');
    return outcome.ok
      ? show(visit, [], visit.speech.words.approvals[DONE[act]])
      : show(visit, outcome.problems);
  },
});

const show = async (visit: Own, problems: readonly PageProblem[], done?: string): Promise<Reply> => {
  const { deps, signedIn, speech } = visit;
  const { approvals } = speech.words;
  const listed = await listProposals(deps.hub, signedIn.actor, { first: SHOWN, after: null });
  const faults = listed.ok ? problems : [...problems, ...listed.problems];
  const all = listed.ok ? listed.value.proposals.map(({ proposal }) => proposal) : [];
  const { persons } = await deps.hub.directory.current();
  const nameOf = (id: string | null): string =>
    id === null ? approvals.nobody : (persons.get(id)?.name ?? approvals.somebody);
  const token = tokenOf(deps.hub, signedIn);
  const open = all.filter(({ state }) => state === 'OPEN');
  const closed = all.filter(({ state }) => state !== 'OPEN');
  const found = await careOfProposals(deps.hub, signedIn.actor, open);
  const care = new Map(open.map(({ id }, at) => [id, found[at]]));
  const row = (proposal: ShownProposal): Html =>
    proposalRow(speech, proposal, {
      ...{ nameOf, token, own: signedIn.actor.person },
      care: (care.get(proposal.id) ?? []).map(({ message }) => message),
    });
  return pageReply(speech, faults.length === 0 ? 200 : 400, {
    title: approvals.title,
    signedIn: await signedInAs(deps, signedIn),
    body: html`${faultSummary(speech, faults)}${done === undefined ? null : notice(done)}<p>${approvals.what}</p>
<h2>${approvals.open}</h2>
${
  open.length === 0
    ? html`<p>${approvals.none}</p>`
    : html`<ul class="list">
${open.map(row)}</ul>`
}
${
  closed.length === 0
    ? null
    : html`<h2>${approvals.decided}</h2>
<ul class="list">
${closed.map(row)}</ul>`
}`,
  });
};

type Shown = {
  readonly nameOf: (id: string | null) => string;
  readonly token: string;
  readonly own: string | null;
  readonly care: readonly string[];
};

/** Until when it waits, or what became of it. */
const stateIn = (speech: Speech, proposal: ShownProposal, nameOf: Shown['nameOf']): Html => {
  const { approvals, state: states } = speech.words;
  const { expiresAt, state, decidedBy, decidedAt, isAlone } = proposal;
  if (state === 'OPEN') return filled(approvals.until, { at: momentIn(speech, expiresAt) });
  const said = html`${states[state]}`;
  if (decidedAt === null) return said;
  const text = isAlone ? approvals.alone : approvals.by;
  return filled(text, { state: said, name: nameOf(decidedBy), at: momentIn(speech, decidedAt) });
};

const proposalRow = (speech: Speech, proposal: ShownProposal, shown: Shown): Html => {
  const { nameOf, token, own, care } = shown;
  const { approvals } = speech.words;
  const { id, sentence, note, by, at, state, mayDecide, whyNot, about, details } = proposal;
  const proposed = filled(approvals.proposed, {
    name: nameOf(by),
    at: momentIn(speech, at),
    state: stateIn(speech, proposal, nameOf),
  });
  const list = (lines: readonly string[]): Html =>
    html`<ul>${lines.map((line) => html`<li>${inEnglish(speech, line)}</li>`)}</ul>`;
  return html`<li><div class="what"><strong>${inEnglish(speech, sentence)}</strong>${
    about.length === 0 ? null : list(about)
  }${note === null ? null : html`<p>${filled(approvals.note, { note })}</p>`}${
    care.length === 0 ? null : html`<p>${approvals.care}</p>${list(care)}`
  }${
    details.length === 0 ? null : html`<details><summary>${approvals.all}</summary>${list(details)}</details>`
  }<p>${proposed}</p>${
    // Whose own it is knows what to do with it.
    whyNot === null || by === own
      ? null
      : html`<p class="hint">${saidOf(speech, whyNot, `${whyNot.message} ${whyNot.remedy}`)}</p>`
  }</div>${
    mayDecide
      ? html`<div class="acts">${button(speech, { token, id, act: 'approve' })}${by === own ? null : button(speech, { token, id, act: 'refuse' })}</div>`
      : null
  }${state === 'OPEN' && by === own ? button(speech, { token, id, act: 'withdraw' }) : null}</li>
`;
};

type Act = keyof typeof ACTS;
type Button = { readonly token: string; readonly id: string; readonly act: Act };

const BUTTONS: Readonly<Record<Act, string>> = { approve: '', refuse: 'danger', withdraw: 'second' };

const button = ({ words }: Speech, { token, id, act }: Button): Html => {
  const kind = BUTTONS[act];
  const text = words.approvals[act];
  return html`<form method="post" action="/approvals">${hidden('token', token)}${hidden('id', id)}${hidden('act', act)}<button class="${kind}" type="submit">${text}</button></form>`;
};
