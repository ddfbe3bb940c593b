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
import { ACCOUNT, parsedAnswer, placeAfter } from './answers.ts';
import { NO_ACCOUNT_COOKIE } from './cookies.ts';
import { faultSummary, hidden, notice, passkeyForm, textField } from './markup/fields.ts';
import { type Html, html } from './markup/html.ts';
import { type PageProps, pageReply, seeOther } from './markup/layout.ts';
import { ownPage, signedInAs, tokenOf, type Visit } from './page.ts';
import { filled, momentIn, plainly, type Speech } from './words/speech.ts';

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
  act: async (visit) => {
    const said = await done(visit);
    const to = goingOn(visit);
    const isAdded = visit.form.get('act') === 'add-passkey' && said.problems.length === 0;
    return isAdded && to !== null ? seeOther(to) : show(visit, said);
  },
});

/** Where somebody was on the way to who had to make a passkey first; null for nowhere else. */
const goingOn = ({ query, form }: Visit): string | null => {
  const to = placeAfter(query.get('to') ?? form.get('to'));
  return to === ACCOUNT ? null : to;
};

/** What the button of the form does. */
const done = async (visit: Own): Promise<Said> => {
  const { deps, form, signedIn, request, speech } = visit;
  const { hub } = deps;
  const { actor } = signedIn;
  const { account } = speech.words;
  const id = form.get('id') ?? '';
  switch (form.get('act')) {
    case 'add-passkey': {
      const passkey = await checkNewPasskey(hub, purposeOf(signedIn), parsedAnswer(form));
      if (passkey === null) return { problems: [passkeyProblem()] };
      const added = await addOwnWayIn(hub, actor, { kind: 'PASSKEY', passkey }, form.get('label') ?? '');
      return added.ok ? { problems: [], done: account.passkeyAdded } : added;
    }
    case 'add-account':
      return addAccount(visit, signedIn, provedIn(hub, signedIn, request.headers.cookie));
    case 'remove-credential': {
      const removed = await removeOwnWayIn(hub, actor, id);
      return removed.ok ? { problems: [], done: account.removed } : removed;
    }
    case 'end-session':
      await endOwnSessions(hub, actor, { id });
      return { problems: [], done: account.sessionEnded };
    case 'end-others':
      await endOwnSessions(hub, actor, 'OTHERS');
      return { problems: [], done: account.othersEnded };
    case 'add-contact':
    case 'change-contact':
    case 'remove-contact':
      return changeContactsByForm(visit, signedIn);
    case 'change-reach':
      return changeOwnReach(visit, signedIn);
    case 'make-key':
      return makeOwnKey(hub, signedIn, form.get('keyLabel') ?? '');
    case 'end-key':
      return endOwnKey(visit, signedIn, id);
    default:
      return { problems: [] };
  }
};

/** Whoever came by a recovery code has no other way in left: a new passkey is the first thing to make. */
const isRecovered = ({ signedIn: { session } }: Own, own: readonly StoredCredential[]): boolean =>
  session.way === 'RECOVERY_CODE' && own.length === 0;

/** What says so, with the form of the new passkey; the way to where somebody was stands beneath. */
const afterRecovery = (visit: Own, adding: Html | null): Html => {
  const { account } = visit.speech.words;
  const to = goingOn(visit);
  return html`${adding === null ? null : html`${notice(account.recovered, 'plain')}${adding}`}${
    to === null ? null : html`<p><a href="${to}">${account.goOn}</a></p>`
  }`;
};

/** What each form carries: the token of the session, and where somebody is on the way to. */
const carriedBy = (visit: Own): Html => {
  const to = goingOn(visit);
  return html`${hidden('token', tokenOf(visit.deps.hub, visit.signedIn))}${to === null ? null : hidden('to', to)}`;
};

const show = async (visit: Own, { problems, done: said, token: made }: Said): Promise<Reply> => {
  const { deps, signedIn, speech } = visit;
  const { hub } = deps;
  const { account, join } = speech.words;
  const { actor } = signedIn;
  const person = (await hub.directory.current()).persons.get(actor.person ?? '');
  const own = await hub.credentials.ofPerson(actor.person ?? '');
  const sessions = await hub.sessions.ofPerson(actor.person ?? '', hub.clock.now());
  const name = person?.name ?? '';
  const handle = person?.handle ?? '';
  const options = await passkeyToCreate(hub, purposeOf(signedIn), { handle, name, known: own });
  const carried = carriedBy(visit);
  const adding = addingForm(speech, options, carried);
  const isFirst = isRecovered(visit, own);
  // What the page has asked about is not asked again.
  const wasAsked = visit.form.get('act') === 'add-account';
  const proved = wasAsked ? null : provedIn(hub, signedIn, visit.request.headers.cookie);
  const headers: Reply['headers'] = wasAsked ? { 'set-cookie': NO_ACCOUNT_COOKIE } : {};
  const status = problems.length === 0 ? 200 : 400;
  const props: PageProps = {
    title: account.title,
    hasPasskey: true,
    signedIn: await signedInAs(deps, signedIn),
    body: html`${faultSummary(speech, problems)}${said === undefined ? null : notice(said)}${await ownNoticesPart(hub, signedIn, speech)}${afterRecovery(visit, isFirst ? adding : null)}<dl>
<dt>${join.name}</dt><dd><bdi>${name}</bdi></dd>
<dt>${join.written}</dt><dd><span class="code">${actor.member.slug}/${handle}</span></dd>
<dt>${account.organisation}</dt><dd><bdi>${actor.member.name}</bdi></dd>
<dt>${join.may}</dt><dd>${actor.roles.map((role) => `${role}: ${speech.words.role[role]}`).join('; ')}</dd>
${
  person?.isRedClosed === true
    ? html`<dt>TLP:RED</dt><dd>${account.redClosed}</dd>
`
    : null
}</dl>
${person === undefined ? null : ownContactsPart(speech, person, { carried, problems, sent: visit.form })}
<h2>${account.ways}</h2>
${waysList(speech, own, carried)}
${isFirst ? null : adding}
${await ownAccountPart(visit, signedIn, { carried, proved })}${await ownKeysPart(visit, signedIn, { carried, made, problems })}
<h2>${account.sessions}</h2>
${sessionList(visit, sessions, carried)}
${sessions.length < 2 ? null : actForm(carried, { act: 'end-others' }, { button: account.endOthers })}
<p>${account.ends}</p>`,
  };
  return pageReply(speech, status, props, headers);
};

const actForm = (
  carried: Html,
  fields: Readonly<Record<string, string>>,
  { button, named }: { readonly button: string; readonly named?: string },
): Html =>
  html`<form method="post" action="/account">${carried}${Object.entries(fields).map(([key, value]) =>
    hidden(key, value),
  )}<button class="danger" type="submit"${named === undefined ? null : html` aria-label="${named}"`}>${button}</button></form>`;

const addingForm = (speech: Speech, options: object, carried: Html): Html => {
  const { account } = speech.words;
  return passkeyForm(speech, {
    action: '/account',
    asks: 'create',
    options,
    button: account.add,
    fields: html`${hidden('act', 'add-passkey')}${carried}${textField(speech, {
      name: 'label',
      label: account.label,
      hint: account.labelHint,
      isOptional: true,
    })}`,
  });
};

const waysList = (speech: Speech, own: readonly StoredCredential[], carried: Html): Html => {
  const { account, credential, frame } = speech.words;
  if (own.length === 0) return html`<p>${account.noPasskey}</p>`;
  return html`${own.length === 1 ? notice(account.onlyWay, 'plain') : null}<ul class="list">
${own.map(({ id, kind, label, createdAt, lastUsedAt, isSynced }) => {
  const title = label === '' ? credential[kind] : label;
  const named = plainly(frame.named, { act: account.remove, what: title });
  const said = filled(lastUsedAt === null ? account.unused : account.used, {
    kind: html`${isSynced === true ? plainly(account.copied, { kind: credential[kind] }) : credential[kind]}`,
    added: momentIn(speech, createdAt),
    at: lastUsedAt === null ? '' : momentIn(speech, lastUsedAt),
  });
  return html`<li><div class="what"><strong><bdi>${title}</bdi></strong><p>${said}</p></div>${actForm(carried, { act: 'remove-credential', id }, { button: account.remove, named })}</li>
`;
})}</ul>`;
};

const sessionList = ({ speech, signedIn }: Own, sessions: readonly BrowserSession[], carried: Html): Html => {
  const { account, way: ways, frame } = speech.words;
  return html`<ul class="list">
${sessions.map(({ id, browser, range, way, createdAt, seenAt }) => {
  const title = browser ?? account.unknownBrowser;
  const isThis = id === signedIn.session.id;
  const named = plainly(frame.named, { act: account.end, what: title });
  const said = filled(range === null ? account.session : account.sessionFrom, {
    way: html`${ways[way]}`,
    range: range ?? '',
    since: momentIn(speech, createdAt),
    seen: momentIn(speech, seenAt),
  });
  return html`<li><div class="what"><strong>${isThis ? filled(account.this, { browser: title }) : html`<bdi>${title}</bdi>`}</strong><p>${said}</p></div>${isThis ? null : actForm(carried, { act: 'end-session', id }, { button: account.end, named })}</li>
`;
})}</ul>`;
};
