// Somebody who is signed in adds an account at the provider of its member. The session asks for it, the provider proves the
// account, and the session confirms it: the browser comes back without the session's cookie, which is Strict, so that what was
// proved is sealed for that session and kept by the browser until the page asks.
import type { Provider, Subject } from '../../domain/access/credential.ts';
import type { BrowserSession } from '../../domain/access/session.ts';
import { type Outcome, problem, refused } from '../../domain/problem.ts';
import type { Hub } from '../../hub.ts';
import { isChallengeFor, newChallenge, spendChallenge } from '../session/challenge.ts';
import type { SignedIn } from '../session/read-session.ts';
import { addOwnWayIn } from './add-credential.ts';
import type { Arrival } from './openid-connect.ts';
import { notSignedIn } from './sign-in.ts';

type Id = Pick<BrowserSession, 'id'>;

const PURPOSE = 'account of ';

/** What a trip to the provider is for. A one-time link holds no blank. */
export const accountPurpose = ({ id }: Id): string => `${PURPOSE}${id}`;

/** The session that asked for it; null for a trip of another purpose. */
export const sessionOfPurpose = (purpose: string | null): Id | null =>
  purpose?.startsWith(PURPOSE) === true ? { id: purpose.slice(PURPOSE.length) } : null;

export type ProvedAccount = {
  readonly provider: string;
  readonly account: Subject;
  readonly challenge: string;
};

/** For a cookie: valid for ten minutes, for this session, and once. */
export const sealedAccount = (hub: Hub, { id }: Id, { provider, account }: Arrival): string => {
  const text = JSON.stringify([id, provider.id, account.issuer, account.subject]);
  return `${Buffer.from(text).toString('base64url')}.${newChallenge(hub, text).toString('base64url')}`;
};

/** Null for what this hub did not seal for this session, or not lately. */
export const accountIn = (hub: Hub, { id }: Id, sealed: string): ProvedAccount | null => {
  const [body = '', challenge = ''] = sealed.split('.');
  const text = Buffer.from(body, 'base64url').toString('utf8');
  if (!isChallengeFor(hub, text, challenge)) return null;
  const [session, provider = '', issuer = '', subject = ''] = JSON.parse(text) as readonly string[];
  return session === id ? { provider, account: { issuer, subject }, challenge } : null;
};

/** The provider at which this person may have an account: that of its member, and no other. */
export const providerOf = (hub: Hub, { actor }: SignedIn): Promise<Provider | null> =>
  hub.providers.ofMember(actor.member.id);

export const addOwnAccount = async (
  hub: Hub,
  signedIn: SignedIn,
  proved: ProvedAccount | null,
): Promise<Outcome<string>> => {
  if (proved === null) return refused(notProved());
  const provider = await providerOf(hub, signedIn);
  const isOurs = provider?.id === proved.provider && provider.issuer === proved.account.issuer;
  if (!isOurs) return refused(notSignedIn());
  if (!(await spendChallenge(hub, proved.challenge))) return refused(notProved());
  const way = { kind: 'OPENID_CONNECT' as const, account: proved.account };
  return addOwnWayIn(hub, signedIn.actor, way, provider.name);
};

const notProved = () =>
  problem(
    'SIGN_IN_REFUSED',
    '$.credential',
    'The account was not proved lately in this session.',
    'Go to your provider again from this page.',
  );
