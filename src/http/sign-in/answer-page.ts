// /answer: answers a warning by a signed link. Reading the page changes nothing, since programs that check mail open links too; the
// form answers, once. Without signing in it shows, above TLP:GREEN, the number of the warning and nothing else.
import { ACKNOWLEDGEMENTS } from '../../domain/delivery.ts';
import { markingInWords } from '../../domain/marking.ts';
import { refused } from '../../domain/problem.ts';
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
import type { PageProblem } from './words/refusals.ts';
import { counted, dayIn, elsewhere, filled, inEnglish, plainly, type Speech } from './words/speech.ts';

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
    const { deps, form, visitor, address, speech } = visit;
    const token = form.get('link') ?? '';
    const behind = await behindAnswerLink(deps.hub, token, address);
    if (!behind.ok) return invalid(speech, behind.problems);
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
    if (!done.ok) return invalid(speech, done.problems);
    const { words } = speech;
    const version = html`${String(item.summary.version)}`;
    return pageReply(speech, 200, {
      title: words.answer.title,
      body: html`${notice(plainly(words.answer.taken, { answer: words.answered[answer] }))}<p>${filled(words.answer.done, { version, id: idOf(item.summary) })}</p>`,
    });
  },
});

const MOST_NOTE = 2_000;

const idOf = ({ id }: { readonly id: string }): Html => html`<span class="code">${id}</span>`;

const show = async (visit: Visit, token: string, problems: readonly PageProblem[]): Promise<Reply> => {
  const { speech } = visit;
  const { answer, answered } = speech.words;
  const behind = await behindAnswerLink(visit.deps.hub, token, visit.address);
  if (!behind.ok) return invalid(speech, behind.problems);
  const { members } = await visit.deps.hub.directory.current();
  const { actor, item } = behind.value;
  const own = members.get(actor.member.id)?.name ?? actor.member.name;
  const sites = (await visit.deps.hub.answerPlans.of(actor.member.id))?.sites.length ?? 0;
  const isSeen = item.reason.kind !== 'OWN' && 'isUnlisted' in item.reason && item.reason.isUnlisted === true;
  const ofSites = counted(speech, 'answer', { of: 'sites', count: sites });
  const signIn = html`<a href="/warning/${item.summary.id}">${answer.signIn}</a>`;
  return pageReply(speech, problems.length === 0 ? 200 : 400, {
    title: answer.title,
    body: html`${faultSummary(speech, problems)}${about(speech, behind.value)}
<form method="post" action="/answer">${hidden('link', token)}
${choiceField(speech, {
  name: 'answer',
  label: plainly(answer.of, { member: own }),
  chosen: [],
  options: ACKNOWLEDGEMENTS.map((value) => ({ value, text: answered[value] })),
})}
${textField(speech, { name: 'note', label: answer.note, isOptional: true })}
${sites > 1 ? html`<p>${filled(ofSites, { member: own, signIn })}</p>` : null}
${isSeen ? html`<p>${answer.shows}</p>` : null}
<p><button type="submit">${answer.send}</button></p>
</form>
<p>${filled(answer.until, { day: dayIn(speech, behind.value.link.expiresAt) })}</p>`,
  });
};

/** Above TLP:GREEN its number is all that somebody sees who has not signed in. */
const about = (speech: Speech, { item: { summary, access }, isShown }: BehindLink): Html => {
  const { asked, read } = speech.words.answer;
  const link = html`<a href="/warning/${summary.id}">${read}</a>`;
  const text = html`lang="${summary.language}" dir="auto"`;
  return isShown && summary.tlp === access.tlp
    ? html`<p>${inEnglish(speech, markingInWords(summary.tlp))}</p><h2 ${text}>${summary.headline}</h2><p ${text}>${summary.summary}</p><p>${idOf(summary)}</p>`
    : html`<p>${filled(asked, { id: idOf(summary), read: link })}</p>`;
};

const invalid = (speech: Speech, problems: readonly PageProblem[]): Reply => {
  const { answer, signIn } = speech.words;
  const link = html`<a href="/sign-in">${signIn.title}</a>`;
  return pageReply(elsewhere(speech, '/answer'), 404, {
    title: answer.title,
    body: html`${faultSummary(speech, problems)}<p>${filled(answer.waits, { signIn: link })}</p>`,
  });
};

const chooseOne = (): PageProblem => ({
  code: 'TEXT_TOO_LONG',
  path: '$.answer',
  message: `Choose an answer, and write at most ${MOST_NOTE} characters.`,
  remedy: 'Correct the form.',
});
