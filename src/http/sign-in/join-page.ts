// /join: somebody who was invited joins with the one-time link, or applies for an organisation. Reading the page takes nothing, since programs that check
// mail open links too.
import type { Problem } from '../../domain/problem.ts';
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
import { momentText, ROLE_WORDS } from './markup/words.ts';
import { page, type Visit } from './page.ts';

const TITLE = 'Join your organisation';

export const joinPage = page({
  method: 'get',
  path: '/join',
  act: async (visit) => {
    const token = visit.query.get('link');
    return token === null ? linkForm() : behindLink(visit, token.trim());
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
    ? applicationForm(visit.form, token)
    : invitation(visit, token, []);
};

const linkForm = (problems: readonly Problem[] = []): Reply =>
  pageReply(problems.length === 0 ? 200 : 400, {
    title: TITLE,
    body: html`${faultSummary(problems)}<form method="post" action="/join">
${textField({ name: 'link', label: 'Invitation', hint: 'The link or code that your administrator gave you. It works once.' }, problems)}
<p><button type="submit">Continue</button></p>
</form>`,
  });

const invitation = async (visit: Visit, token: string, problems: readonly Problem[]): Promise<Reply> => {
  const { hub } = visit.deps;
  const read = await readInvitation(hub, token);
  if (!read.ok) return linkForm([...problems, ...read.problems]);
  const { link, person }: Invitation = read.value;
  const { members } = await hub.directory.current();
  const provider = await hub.providers.ofMember(person.member);
  const names = { handle: person.handle ?? '', name: person.name };
  const options = await passkeyToCreate(hub, joiningPurpose(link), names);
  return pageReply(problems.length === 0 ? 200 : 400, {
    title: TITLE,
    hasPasskey: true,
    body: html`${faultSummary(problems)}<p>You are invited to act for <strong>${members.get(person.member)?.name ?? ''}</strong> on this hub.</p>
<dl>
<dt>Name</dt><dd>${person.name}</dd>
<dt>Written as</dt><dd><span class="code">${person.id.slice(0, person.id.indexOf('/'))}/${person.handle ?? ''}</span></dd>
<dt>You may</dt><dd>${person.roles.map((role) => `${role}: ${ROLE_WORDS[role]}`).join('; ')}</dd>
<dt>Until</dt><dd>${momentText(link.expiresAt)}</dd>
</dl>
<p>If this is not you, close the page, and tell whoever sent you the link.</p>
${
  provider === null
    ? null
    : html`<h2>With your organisation’s account</h2>
<p><a class="button second" href="/sign-in/openid-connect/${provider.id}?link=${token}">Continue at ${provider.name}</a></p>
<h2>With a passkey</h2>`
}${passkeyForm({
  action: '/join',
  asks: 'create',
  options,
  button: 'Create a passkey and join',
  fields: html`${hidden('link', token)}<p>Your browser asks for your screen lock or a security key. It is how you sign in from now on, and it works at <span class="code">${hub.origin}</span> only.</p>`,
})}`,
  });
};
