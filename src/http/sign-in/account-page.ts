// /account: what the hub knows of the person who is signed in, how it is reached and how it signs in: passkeys, accounts,
// sessions.

import type { StoredCredential } from '../../domain/access/credential.ts';
import type { BrowserSession } from '../../domain/access/session.ts';
import { addOwnWayIn, removeOwnWayIn } from '../../service/credential/add-credential.ts';
import { checkNewPasskey, passkeyProblem, passkeyToCreate } from '../../service/credential/passkeys.ts';
import { endOwnSessions } from '../../service/session/end-sessions.ts';
import type { SignedIn } from '../../service/session/read-session.ts';
import type { Reply } from '../answer.ts';
import { addAccount, ownAccountPart, provedIn } from './account/own-account-part.ts';
import { changeContactsByForm, changeOwnReach, ownContactsPart } from './account/own-contacts-part.ts';
import { endOwnKey, type KeyAct, makeOwnKey, ownKeysPart } from './account/own-keys-part.ts';
import { ownNoticesPart } from './account/own-notices-part.ts';
import { parsedAnswer } from './answers.ts';
import { NO_ACCOUNT_COOKIE } from './cookies.ts';
import { faultSummary, hidden, notice, passkeyForm, textField } from './markup/fields.ts';
import { type Html, html } from './markup/html.ts';
import { type PageProps, pageReply } from './markup/layout.ts';
import { CREDENTIAL_WORDS, momentText, ROLE_WORDS, WAY_WORDS } from './markup/words.ts';
import { ownPage, signedInAs, tokenOf, type Visit } from './page.ts';

type Own = Visit & { readonly signedIn: SignedIn };
type Said = KeyAct;

const purposeOf = ({ actor }: SignedIn): string => `account ${actor.person ?? ''}`;

export const accountPage = ownPage({
  method: 'get',
  path: '/account',
  act: (visit) => show(visit, { problems: [] }),
});

export const accountForm = ownPage({
  method: 'post',
  path: '/account',
  act: async (visit) => show(visit, await done(visit)),
});

/** What the button of the form does. */
const done = async ({ deps: { hub }, form, signedIn, request }: Own): Promise<Said> => {
  const { actor } = signedIn;
  const id = form.get('id') ?? '';
  switch (form.get('act')) {
    case 'add-passkey': {
      const passkey = await checkNewPasskey(hub, purposeOf(signedIn), parsedAnswer(form));
      if (passkey === null) return { problems: [passkeyProblem()] };
      const added = await addOwnWayIn(hub, actor, { kind: 'PASSKEY', passkey }, form.get('label') ?? '');
      return added.ok ? { problems: [], done: 'The passkey was added.' } : added;
    }
    case 'add-account':
      return addAccount(hub, signedIn, provedIn(hub, signedIn, request.headers.cookie));
    case 'remove-credential': {
      const removed = await removeOwnWayIn(hub, actor, id);
      return removed.ok ? { problems: [], done: 'It was removed. It lets nobody in any more.' } : removed;
    }
    case 'end-session':
      await endOwnSessions(hub, actor, { id });
      return { problems: [], done: 'The session was ended.' };
    case 'end-others':
      await endOwnSessions(hub, actor, 'OTHERS');
      return { problems: [], done: 'All your other sessions were ended.' };
    case 'add-contact':
    case 'change-contact':
    case 'remove-contact':
      return changeContactsByForm(hub, signedIn, form);
    case 'change-reach':
      return changeOwnReach(hub, signedIn, form);
    case 'make-key':
      return makeOwnKey(hub, signedIn, form.get('keyLabel') ?? '');
    case 'end-key':
      return endOwnKey(hub, signedIn, id);
    default:
      return { problems: [] };
  }
};

const show = async (visit: Own, { problems, done: said, token: made }: Said): Promise<Reply> => {
  const { deps, signedIn } = visit;
  const { hub } = deps;
  const { actor, session } = signedIn;
  const person = (await hub.directory.current()).persons.get(actor.person ?? '');
  const own = await hub.credentials.ofPerson(actor.person ?? '');
  const sessions = await hub.sessions.ofPerson(actor.person ?? '', hub.clock.now());
  const name = person?.name ?? '';
  const handle = person?.handle ?? '';
  const options = await passkeyToCreate(hub, purposeOf(signedIn), { handle, name, known: own });
  const token = tokenOf(hub, signedIn);
  // What the page has asked about is not asked again.
  const wasAsked = visit.form.get('act') === 'add-account';
  const proved = wasAsked ? null : provedIn(hub, signedIn, visit.request.headers.cookie);
  const headers: Reply['headers'] = wasAsked ? { 'set-cookie': NO_ACCOUNT_COOKIE } : {};
  const status = problems.length === 0 ? 200 : 400;
  const props: PageProps = {
    title: 'Your account',
    hasPasskey: true,
    signedIn: await signedInAs(hub, signedIn),
    body: html`${faultSummary(problems)}${said === undefined ? null : notice(said)}${await ownNoticesPart(hub, signedIn)}${
      session.way === 'RECOVERY_CODE' ? notice(RECOVERED, 'plain') : null
    }<dl>
<dt>Name</dt><dd>${name}</dd>
<dt>Written as</dt><dd><span class="code">${actor.member.slug}/${handle}</span></dd>
<dt>Organisation</dt><dd>${actor.member.name}</dd>
<dt>You may</dt><dd>${actor.roles.map((role) => `${role}: ${ROLE_WORDS[role]}`).join('; ')}</dd>
${
  person?.isRedClosed === true
    ? html`<dt>TLP:RED</dt><dd>Closed, since others restored your access. Another administrator of your organisation opens it.</dd>
`
    : null
}</dl>
${person === undefined ? null : ownContactsPart(person, { token, problems, sent: visit.form })}
<h2>How you sign in</h2>
${waysList(own, token)}
${passkeyForm({
  action: '/account',
  asks: 'create',
  options,
  button: 'Add a passkey',
  fields: html`${hidden('act', 'add-passkey')}${hidden('token', token)}${textField({
    name: 'label',
    label: 'Name of the passkey',
    hint: 'So that you recognise it, such as “Blue security key”.',
    isOptional: true,
  })}`,
})}
${await ownAccountPart(hub, signedIn, { token, proved })}${await ownKeysPart(hub, signedIn, { token, made, problems })}
<h2>Where you are signed in</h2>
${sessionList(sessions, signedIn, token)}
${sessions.length < 2 ? null : actForm(token, { act: 'end-others' }, 'End all other sessions')}
<p>A session ends after 12 hours without use, and after seven days at the latest.</p>`,
  };
  return pageReply(status, props, headers);
};

const RECOVERED =
  'You signed in with a recovery code, and your passkeys before it were removed. Add a passkey now: the code does not work again.';

const actForm = (token: string, fields: Readonly<Record<string, string>>, button: string, of = ''): Html =>
  html`<form method="post" action="/account">${hidden('token', token)}${Object.entries(fields).map(
    ([key, value]) => hidden(key, value),
  )}<button class="danger" type="submit"${of === '' ? null : html` aria-label="${button}: ${of}"`}>${button}</button></form>`;

const waysList = (own: readonly StoredCredential[], token: string): Html =>
  own.length === 0
    ? html`<p>You have no passkey.</p>`
    : html`<ul class="list">
${own.map(({ id, kind, label, createdAt, lastUsedAt, isSynced }) => {
  const used = lastUsedAt === null ? 'not used yet' : `last used ${momentText(lastUsedAt)}`;
  const place = isSynced === true ? ', copied to your other devices' : '';
  const title = label === '' ? CREDENTIAL_WORDS[kind] : label;
  return html`<li><div class="what"><strong>${title}</strong><p>${CREDENTIAL_WORDS[kind]}${place}. Added ${momentText(createdAt)}, ${used}.</p></div>${actForm(token, { act: 'remove-credential', id }, 'Remove', title)}</li>
`;
})}</ul>`;

const sessionList = (sessions: readonly BrowserSession[], { session }: SignedIn, token: string): Html =>
  html`<ul class="list">
${sessions.map(({ id, browser, range, way, createdAt, seenAt }) => {
  const title = browser ?? 'Unknown browser';
  const from = range === null ? '' : `, from ${range}`;
  const isThis = id === session.id;
  return html`<li><div class="what"><strong>${title}${isThis ? ' (this one)' : null}</strong><p>By ${WAY_WORDS[way] ?? way}${from}. Since ${momentText(createdAt)}, last used ${momentText(seenAt)}.</p></div>${isThis ? null : actForm(token, { act: 'end-session', id }, 'End', title)}</li>
`;
})}</ul>`;
