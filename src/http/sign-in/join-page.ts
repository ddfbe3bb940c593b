// /join: somebody who was invited joins with the one-time link, or applies for an organisation. Reading the page takes nothing, since programs that check
// mail open links too.
import {
  type Invitation,
  joinByPasskey,
  joiningPurpose,
  readInvitation,
} from '../../service/credential/join-by-link.ts';
import { passkeyToCreate } from '../../service/credential/passkeys.ts';
import { readLink } from '../../service/person/redeem-link.ts';
import type { Reply } from '../answer.ts';
import { parsedAnswer, signedInReply } from './answers.ts';
import { applicationForm, sendApplication } from './application-form.ts';
import { faultSummary, hidden, passkeyForm, textField } from './markup/fields.ts';
import { html } from './markup/html.ts';
import { pageReply } from './markup/layout.ts';
import { page, type Visit } from './page.ts';
import type { PageProblem } from './words/refusals.ts';
import { filled, momentIn, type Speech } from './words/speech.ts';

export const joinPage = page({
  method: 'get',
  path: '/join',
  act: async (visit) => {
    const token = visit.query.get('link');
    return token === null ? linkForm(visit.speech) : behindLink(visit, token.trim());
  },
});

/** The first form brings a link that was typed or pasted, the second the passkey too. */
export const joinForm = page({
  method: 'post',
  path: '/join',
  isTimed: true,
  act: async (visit) => {
    const token = (visit.form.get('link') ?? '').trim();
    if (visit.form.has('applies')) return sendApplication(visit, token);
    if (!visit.form.has('passkey')) return behindLink(visit, tokenIn(token));
    const asked = { token, passkey: parsedAnswer(visit.form) };
    const joined = await joinByPasskey(visit.deps.hub, asked, visit.visitor);
    return joined.ok ? signedInReply(visit, joined.value) : invitation(visit, token, joined.problems);
  },
});

/** The code alone, or the whole link. */
const tokenIn = (text: string): string => {
  const query = URL.canParse(text) ? new URL(text).searchParams.get('link') : null;
  return query ?? text;
};

/** A person is invited to join, or an organisation to apply. */
const behindLink = async (visit: Visit, token: string): Promise<Reply> => {
  const read = await readLink(visit.deps.hub, token);
  return read.ok && read.value.purpose === 'APPLICATION'
    ? applicationForm(visit, token)
    : invitation(visit, token, []);
};

const linkForm = (speech: Speech, problems: readonly PageProblem[] = []): Reply => {
  const { join } = speech.words;
  return pageReply(speech, problems.length === 0 ? 200 : 400, {
    title: join.title,
    body: html`${faultSummary(speech, problems)}<form method="post" action="/join">
${textField(speech, { name: 'link', label: join.link, hint: join.linkHint }, problems)}
<p><button type="submit">${join.continue}</button></p>
</form>`,
  });
};

const invitation = async (visit: Visit, token: string, problems: readonly PageProblem[]): Promise<Reply> => {
  const { speech, deps } = visit;
  const { hub } = deps;
  const { join, role } = speech.words;
  const read = await readInvitation(hub, token);
  if (!read.ok) return linkForm(speech, [...problems, ...read.problems]);
  const { link, person }: Invitation = read.value;
  const { members } = await hub.directory.current();
  const provider = await hub.providers.ofMember(person.member);
  const names = { handle: person.handle ?? '', name: person.name };
  const options = await passkeyToCreate(hub, joiningPurpose(link), names);
  const member = html`<strong><bdi>${members.get(person.member)?.name ?? ''}</bdi></strong>`;
  return pageReply(speech, problems.length === 0 ? 200 : 400, {
    title: join.title,
    hasPasskey: true,
    body: html`${faultSummary(speech, problems)}<p>${filled(join.invited, { member })}</p>
<dl>
<dt>${join.name}</dt><dd><bdi>${person.name}</bdi></dd>
<dt>${join.written}</dt><dd><span class="code">${person.id.slice(0, person.id.indexOf('/'))}/${person.handle ?? ''}</span></dd>
<dt>${join.may}</dt><dd>${person.roles.map((each) => `${each}: ${role[each]}`).join('; ')}</dd>
<dt>${join.until}</dt><dd>${momentIn(speech, link.expiresAt)}</dd>
</dl>
<p>${join.notYou}</p>
${
  provider === null
    ? null
    : html`<h2>${join.account}</h2>
<p><a class="button second" href="/sign-in/openid-connect/${provider.id}?link=${token}">${filled(join.at, { provider: provider.name })}</a></p>
<h2>${join.passkey}</h2>`
}${passkeyForm(speech, {
  action: '/join',
  asks: 'create',
  options,
  button: join.create,
  fields: html`${hidden('link', token)}<p>${filled(join.asks, { origin: html`<span class="code">${hub.origin}</span>` })}</p>`,
})}`,
  });
};
