// The part of /account with the person's keys: for the command line and for programs, which have no browser. A key is shown
// once, on the page that answers its form.
import type { Hub } from '../../../hub.ts';
import { makeKey } from '../../../service/access/make-key.ts';
import { endKey, type ShownKey, shownKeys } from '../../../service/access/own-keys.ts';
import type { SignedIn } from '../../../service/session/read-session.ts';
import { hidden, textField } from '../markup/fields.ts';
import { type Html, html } from '../markup/html.ts';
import type { Visit } from '../page.ts';
import type { PageProblem } from '../words/refusals.ts';
import { filled, momentIn, plainly, type Speech } from '../words/speech.ts';

export type KeyAct = {
  readonly problems: readonly PageProblem[];
  readonly done?: string;
  readonly token?: string;
};

/** With all roles of the person, for a year. */
export const makeOwnKey = async (hub: Hub, { actor }: SignedIn, label: string): Promise<KeyAct> => {
  const made = await makeKey(hub, actor, { kind: 'OWN', label: label.trim() });
  if (made.ok) return { problems: [], token: made.value.token };
  // On this page passkeys have a label too.
  const problems = made.problems.map((each) =>
    each.path === '$.label' ? { ...each, path: '$.keyLabel' } : each,
  );
  return { problems };
};

export const endOwnKey = async (
  { deps: { hub }, speech }: Visit,
  { actor }: SignedIn,
  id: string,
): Promise<KeyAct> => {
  const ended = await endKey(hub, actor, id);
  return ended.ok ? { problems: [], done: speech.words.keys.ended } : ended;
};

const lineOf = (speech: Speech, { id, scopes, createdAt, expiresAt, lastUsedAt }: ShownKey): Html => {
  const { keys } = speech.words;
  const parts = [
    filled(keys.made, { id, at: momentIn(speech, createdAt) }),
    ...(expiresAt === null ? [] : [filled(keys.until, { at: momentIn(speech, expiresAt) })]),
    lastUsedAt === null ? html`${keys.unused}` : filled(keys.used, { at: momentIn(speech, lastUsedAt) }),
    ...(scopes.length === 0 ? [] : [filled(keys.only, { scopes: scopes.join(', ') })]),
  ];
  return html`${parts.map((part, at) => (at === 0 ? part : html`${keys.comma}${part}`))}${keys.stop}`;
};

type Shown = {
  /** What each form of the page carries. */
  readonly carried: Html;
  readonly made: string | undefined;
  readonly problems: readonly PageProblem[];
};

export const ownKeysPart = async (
  { deps: { hub }, speech }: Visit,
  { actor }: SignedIn,
  { carried, made, problems }: Shown,
): Promise<Html> => {
  const shown = await shownKeys(hub, actor, 'OWN');
  const { keys: words, account, frame } = speech.words;
  const keys = shown.ok ? shown.value.filter(({ state }) => state === 'ACTIVE') : [];
  return html`<h2 id="keys">${words.title}</h2>
${
  made === undefined
    ? null
    : html`<div class="notice good" role="status"><p>${words.new}</p>
<p><span class="code">${made}</span></p>
<p>${words.pass}</p></div>`
}${
  keys.length === 0
    ? html`<p>${words.none}</p>`
    : html`<ul class="list">
${keys.map((key) => {
  const title = key.label === '' ? key.id : key.label;
  return html`<li><div class="what"><strong><bdi>${title}</bdi></strong><p>${lineOf(speech, key)}</p></div><form method="post" action="/account">${carried}${hidden('act', 'end-key')}${hidden('id', key.id)}<button class="danger" type="submit" aria-label="${plainly(frame.named, { act: account.end, what: title })}">${account.end}</button></form></li>
`;
})}</ul>`
}
<form method="post" action="/account" novalidate>${carried}${hidden('act', 'make-key')}
${textField(
  speech,
  {
    name: 'keyLabel',
    label: words.label,
    hint: words.labelHint,
  },
  problems,
)}
<p><button class="second" type="submit">${words.make}</button></p>
</form>`;
};
