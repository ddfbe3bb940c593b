// The part of /account with which a person adds an account at the provider of its organisation: first to the provider, then back
// to confirm what was proved there.
import type { Hub } from '../../../hub.ts';
import {
  accountIn,
  addOwnAccount,
  type ProvedAccount,
  providerOf,
} from '../../../service/credential/own-account.ts';
import type { SignedIn } from '../../../service/session/read-session.ts';
import { ACCOUNT_COOKIE, cookieIn } from '../cookies.ts';
import { hidden } from '../markup/fields.ts';
import { type Html, html } from '../markup/html.ts';
import type { Visit } from '../page.ts';
import { filled } from '../words/speech.ts';
import type { KeyAct } from './own-keys-part.ts';

/** What the browser brings back from the provider. */
export const provedIn = (
  hub: Hub,
  { session }: SignedIn,
  cookies: string | undefined,
): ProvedAccount | null => {
  const sealed = cookieIn(cookies, ACCOUNT_COOKIE);
  return sealed === null ? null : accountIn(hub, session, sealed);
};

export const addAccount = async (
  { deps: { hub }, speech }: Visit,
  signedIn: SignedIn,
  proved: ProvedAccount | null,
): Promise<KeyAct> => {
  const added = await addOwnAccount(hub, signedIn, proved);
  return added.ok ? { problems: [], done: speech.words.account.accountAdded } : added;
};

/** Nothing where the organisation has no provider. */
export const ownAccountPart = async (
  { deps: { hub }, speech }: Visit,
  signedIn: SignedIn,
  { carried, proved }: { readonly carried: Html; readonly proved: ProvedAccount | null },
): Promise<Html | null> => {
  const provider = await providerOf(hub, signedIn);
  if (provider === null) return null;
  const { id, name } = provider;
  const { account } = speech.words;
  if (proved?.provider !== id)
    return html`<p><a class="button second" href="/sign-in/openid-connect/${id}?for=account">${filled(account.addAt, { provider: name })}</a></p>
`;
  const subject = html`<span class="code">${proved.account.subject}</span>`;
  return html`<form method="post" action="/account">${carried}${hidden('act', 'add-account')}
<p>${filled(account.proved, { provider: name, subject })}</p>
<p><button type="submit">${account.addThis}</button></p>
</form>
`;
};
