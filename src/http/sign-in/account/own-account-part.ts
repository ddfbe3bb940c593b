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
  hub: Hub,
  signedIn: SignedIn,
  proved: ProvedAccount | null,
): Promise<KeyAct> => {
  const added = await addOwnAccount(hub, signedIn, proved);
  return added.ok ? { problems: [], done: 'The account was added. You can sign in with it.' } : added;
};

/** Nothing where the organisation has no provider. */
export const ownAccountPart = async (
  hub: Hub,
  signedIn: SignedIn,
  { token, proved }: { readonly token: string; readonly proved: ProvedAccount | null },
): Promise<Html | null> => {
  const provider = await providerOf(hub, signedIn);
  if (provider === null) return null;
  const { id, name } = provider;
  if (proved?.provider !== id)
    return html`<p><a class="button second" href="/sign-in/openid-connect/${id}?for=account">Add your account at ${name}</a></p>
`;
  return html`<form method="post" action="/account">${hidden('token', token)}${hidden('act', 'add-account')}
<p>You proved an account at ${name}: <span class="code">${proved.account.subject}</span>. Whoever signs in with it there acts as you here.</p>
<p><button type="submit">Add this account</button></p>
</form>
`;
};
