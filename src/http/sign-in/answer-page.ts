// /answer: answers a warning by a signed link. Reading the page changes nothing, since programs that check mail open links too; the
// form answers, once. Without signing in it shows, above TLP:GREEN, the number of the warning and nothing else.
import { ACKNOWLEDGEMENTS, type AcknowledgementAnswer } from '../../domain/delivery.ts';
import { markingInWords } from '../../domain/marking.ts';
import { type Problem, refused } from '../../domain/problem.ts';
import { acknowledgeWarning } from '../../service/delivery/acknowledge-warning.ts';
import {
  type BehindLink,
  behindAnswerLink,
  byAnswerLink,
  INVALID,
} from '../../service/delivery/answer-link.ts';
import type { Reply } from '../answer.ts';
import { choiceField, faultSummary, hidden, notice, textField } from './markup/fields.ts';
import { type Html, html } from './markup/html.ts';
import { pageReply } from './markup/layout.ts';
import { page, type Visit } from './page.ts';

const TITLE = 'Answer a warning';

export const answerPage = page({
  method: 'get',
  path: '/answer',
  isTimed: true,
  act: async (visit) => show(visit, visit.query.get('link') ?? '', []),
});

export const answerForm = page({
  method: 'post',
  path: '/answer',
  isTimed: true,
  act: async (visit) => {
    const { deps, form, visitor, address } = visit;
    const token = form.get('link') ?? '';
    const behind = await behindAnswerLink(deps.hub, token, address);
    if (!behind.ok) return invalid(behind.problems);
    const { actor, item, link, rightsOfNow } = behind.value;
    const answer = ACKNOWLEDGEMENTS.find((each) => each === form.get('answer')) ?? null;
    const note = (form.get('note') ?? '').trim();
    if (answer === null || note.length > MOST_NOTE) return show(visit, token, [chooseOne()]);
    const by = { ...actor, via: { way: 'LINK' as const, range: visitor.range } };
    const request = { warning: item.summary.id, answer, note: note === '' ? null : note };
    const byLink = byAnswerLink(deps.hub, token, link);
    // A change of rights waits for it, as for every act (I8).
    const act = () => acknowledgeWarning(deps.hub, by, request, { byLink });
    const { value: done } = (await deps.broker.acting(by, act, rightsOfNow)) ?? { value: refused(INVALID) };
    if (!done.ok) return invalid(done.problems);
    return pageReply(200, {
      title: TITLE,
      body: html`${notice(`Answered: ${WORDS[answer]}.`)}<p>Your answer to version ${String(item.summary.version)} of <span class="code">${item.summary.id}</span> was taken. To change it, sign in.</p>`,
    });
  },
});

const MOST_NOTE = 2_000;

const WORDS: Readonly<Record<AcknowledgementAnswer, string>> = {
  SEEN: 'seen',
  INVESTIGATING: 'we are looking into it',
  NOT_AFFECTED: 'it does not affect us',
  AFFECTED: 'it affects us',
  ACTED: 'we have done what it asks',
  NEED_HELP: 'we need help',
};

const show = async (visit: Visit, token: string, problems: readonly Problem[]): Promise<Reply> => {
  const behind = await behindAnswerLink(visit.deps.hub, token, visit.address);
  if (!behind.ok) return invalid(behind.problems);
  const { members } = await visit.deps.hub.directory.current();
  const { actor, item } = behind.value;
  const own = members.get(actor.member.id)?.name ?? actor.member.name;
  const sites = (await visit.deps.hub.answerPlans.of(actor.member.id))?.sites.length ?? 0;
  const isSeen = item.reason.kind !== 'OWN' && 'isUnlisted' in item.reason && item.reason.isUnlisted === true;
  return pageReply(problems.length === 0 ? 200 : 400, {
    title: TITLE,
    body: html`${faultSummary(problems)}${about(behind.value)}
<form method="post" action="/answer">${hidden('link', token)}
${choiceField({
  name: 'answer',
  label: `The answer of ${own}`,
  chosen: [],
  options: ACKNOWLEDGEMENTS.map((value) => ({ value, text: WORDS[value] })),
})}
${textField({ name: 'note', label: 'A note to its publisher', isOptional: true })}
${sites > 1 ? html`<p>It is the answer for all ${String(sites)} sites of ${own}. To answer for one of them, <a href="/warning/${item.summary.id}">sign in</a>.</p>` : null}
${isSeen ? html`<p>Its publisher does not see your organisation among the recipients: answering shows that somebody has it.</p>` : null}
<p><button type="submit">Answer</button></p>
</form>
<p>The link answers once, and until <time>${behind.value.link.expiresAt.toISOString().slice(0, 10)}</time>.</p>`,
  });
};

/** Above TLP:GREEN its number is all that somebody sees who has not signed in. */
const about = ({ item: { summary, access }, isShown }: BehindLink): Html =>
  isShown && summary.tlp === access.tlp
    ? html`<p>${markingInWords(summary.tlp)}</p><h2>${summary.headline}</h2><p>${summary.summary}</p><p><span class="code">${summary.id}</span></p>`
    : html`<p>You are asked to answer the warning <span class="code">${summary.id}</span>. <a href="/warning/${summary.id}">Sign in to read it</a>.</p>`;

const invalid = (problems: readonly Problem[]): Reply =>
  pageReply(404, {
    title: TITLE,
    body: html`${faultSummary(problems)}<p><a href="/sign-in">Sign in</a> to answer what waits for you.</p>`,
  });

const chooseOne = (): Problem => ({
  code: 'TEXT_TOO_LONG',
  path: '$.answer',
  message: `Choose an answer, and write at most ${MOST_NOTE} characters.`,
  remedy: 'Correct the form.',
});
