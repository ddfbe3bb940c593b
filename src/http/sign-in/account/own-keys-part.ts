// The part of /account with the person's keys: for the command line and for programs, which have no browser. A key is shown
// once, on the page that answers its form.
import type { Problem } from '../../../domain/problem.ts';
import type { Hub } from '../../../hub.ts';
import { makeKey } from '../../../service/access/make-key.ts';
import { endKey, type ShownKey, shownKeys } from '../../../service/access/own-keys.ts';
import type { SignedIn } from '../../../service/session/read-session.ts';
import { hidden, textField } from '../markup/fields.ts';
import { type Html, html } from '../markup/html.ts';
import { momentText } from '../markup/words.ts';

export type KeyAct = {
  readonly problems: readonly Problem[];
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

export const endOwnKey = async (hub: Hub, { actor }: SignedIn, id: string): Promise<KeyAct> => {
  const ended = await endKey(hub, actor, id);
  return ended.ok ? { problems: [], done: 'The key was ended. It lets nobody in any more.' } : ended;
};

const lineOf = ({ id, scopes, createdAt, expiresAt, lastUsedAt }: ShownKey): string =>
  [
    `Key ${id}, made ${momentText(createdAt)}`,
    ...(expiresAt === null ? [] : [`until ${momentText(expiresAt)}`]),
    lastUsedAt === null ? 'not used yet' : `last used ${momentText(lastUsedAt)}`,
    ...(scopes.length === 0 ? [] : [`only for ${scopes.join(', ')}`]),
  ].join(', ');

export const ownKeysPart = async (
  hub: Hub,
  { actor }: SignedIn,
  { token, made, problems }: { token: string; made: string | undefined; problems: readonly Problem[] },
): Promise<Html> => {
  const shown = await shownKeys(hub, actor, 'OWN');
  const keys = shown.ok ? shown.value.filter(({ state }) => state === 'ACTIVE') : [];
  return html`<h2 id="keys">Your keys</h2>
${
  made === undefined
    ? null
    : html`<div class="notice good" role="status"><p>Your new key. It is shown only now:</p>
<p><span class="code">${made}</span></p>
<p>Pass it to commands as TOCSIN_KEY. Whoever has it may do what you may do.</p></div>`
}${
  keys.length === 0
    ? html`<p>You have no key.</p>`
    : html`<ul class="list">
${keys.map((key) => {
  const title = key.label === '' ? key.id : key.label;
  return html`<li><div class="what"><strong>${title}</strong><p>${lineOf(key)}.</p></div><form method="post" action="/account">${hidden('token', token)}${hidden('act', 'end-key')}${hidden('id', key.id)}<button class="danger" type="submit" aria-label="End: ${title}">End</button></form></li>
`;
})}</ul>`
}
<form method="post" action="/account">${hidden('token', token)}${hidden('act', 'make-key')}
${textField(
  {
    name: 'keyLabel',
    label: 'What the new key is for',
    hint: 'Such as “Command line at my desk”. It may do all that you may, for a year; limited keys are made with tocsin key make.',
  },
  problems,
)}
<p><button class="second" type="submit">Make a key</button></p>
</form>`;
};
