// Who is signed in, by asking the hub: with the key of this tab, or the session cookie of the browser.
import { useQuery } from '@tanstack/react-query';
import { MeDocument, type MeQuery } from '../operations/graphql.generated.ts';
import { AskError, ask, dropKey, isShown, keepKey, keyOfTab, showAs, whenOfAnother, whenOut } from './ask.ts';
import { beOwnedBy, forgetAll } from './choices.ts';
import { overtaken } from './frame/overtaken.ts';
import { queries } from './queries.ts';
import { findMember, findWord } from './search-word.ts';

export type Me = MeQuery['me'];

const AGAIN_MS = 5_000;

/** A screen on the wall has no other way in, and nobody stands there: its key may count again, as from another network. */
const isWall = (): boolean => location.pathname === '/' && new URLSearchParams(location.search).has('wall');

const readMe = async (signal: AbortSignal): Promise<Me | null> => {
  try {
    return (await ask(MeDocument, {}, { signal, asWhoever: true })).me;
  } catch (error) {
    if (!(error instanceof AskError) || error.status !== 401) throw error;
    if (keyOfTab() === null || isWall()) return null;
    // A key that counts no more would go along with each request, and the hub looks at no session beside it.
    dropKey();
    return readMe(signal);
  }
};

/** Whose rights what is held was read with, and who that is. */
let known = { identity: '', who: '' };
let before: Me | null = null;

/** Between the tabs of one browser, which has one session: who it is, as a page has found. */
const tabs = new BroadcastChannel('tocsin.me');

let sayGone = (): void => undefined;

/** Once nobody is signed in here any more. */
export const whenGone = (listener: () => void): void => {
  sayGone = listener;
};

/** Of a session; a key is of its tab alone. */
const tellTabs = (me: Me | null): void => {
  const person = keyOfTab() === null ? (me?.personId ?? null) : null;
  showAs(me && { who: whoIs(me), person });
  if (person === null) return;
  tabs.postMessage(person);
  if (before !== null && before.personId !== person)
    overtaken({ was: before.person ?? '', by: me?.person ?? '' });
  before = me;
};

/** Whether somebody was signed in here, and was not asked before it ended. */
let isOut = false;
export const wasSignedOut = (): boolean => isOut;

const isRead = ({ queryKey }: { readonly queryKey: readonly unknown[] }): boolean => queryKey[0] !== 'me';

/**
 * Of whoever was here before nothing stays: what they read and searched for, and what they wrote where somebody else comes. Who has
 * another role or handle than before is the same person, and writes on; what was read with other rights is read anew.
 */
const takeOver = (me: Me | null): void => {
  const now = me === null ? { identity: '', who: '' } : { identity: identityOf(me), who: whoIs(me) };
  // An attempt that waits is not made as whoever comes.
  if (me === null || !isShown(now.who)) queries.getMutationCache().clear();
  tellTabs(me);
  if (now.who !== '') beOwnedBy(now.who);
  const former = known;
  known = now;
  if (now.identity === former.identity) return;
  isOut = now.identity === '';
  if (me === null) sayGone();
  if (former.who === '') return;
  if (now.who === former.who) {
    queries.removeQueries({ type: 'inactive', predicate: isRead });
    void queries.invalidateQueries({ predicate: isRead });
    return;
  }
  findWord('');
  findMember('');
  queries.removeQueries({ predicate: isRead });
};

export const meQuery = {
  queryKey: ['me'],
  queryFn: async ({ signal }: { signal: AbortSignal }): Promise<Me | null> => {
    const me = await readMe(signal);
    takeOver(me);
    return me;
  },
  staleTime: 5 * 60_000,
  // A screen that nobody touches comes back by itself.
  refetchInterval: ({ state }: { readonly state: { readonly status: string } }) =>
    state.status === 'error' ? AGAIN_MS : (false as const),
};

const askAnew = (): void => void queries.invalidateQueries({ queryKey: meQuery.queryKey, exact: true });

whenOfAnother(askAnew);
whenOut(askAnew);
tabs.onmessage = ({ data }: MessageEvent<string>) => {
  // A tab that waits for somebody to sign in hears of it too, whoever it is.
  const isNews = known.who === '' || (before !== null && before.personId !== data);
  if (keyOfTab() === null && isNews) askAnew();
};

export const useMe = () => useQuery(meQuery);

/** The caller; only in what is shown to somebody who is signed in. */
export const useSignedIn = (): Me => {
  const { data } = useQuery(meQuery);
  if (!data) throw new Error('nobody is signed in');
  return data;
};

/** Stands for the caller in names of shared things: two tabs with the same see the same. */
export const identityOf = ({ member, person, role }: Me): string => `${member.id} ${person ?? ''} ${role}`;

/** Whose an act is, whatever the role is by then. */
export const whoIs = ({ member, personId }: Me): string => `${member.id} ${personId ?? ''}`;

export const signInWithKey = async (key: string): Promise<boolean> => {
  keepKey(key);
  const { queryKey, queryFn } = meQuery;
  try {
    await queries.fetchQuery({ queryKey, queryFn, staleTime: 0 });
  } catch (error) {
    // Nobody knows whether it is one: other ways in stay open.
    dropKey();
    throw error;
  }
  return keyOfTab() !== null;
};

/** Nobody waits longer for a hub that takes the request and does not answer. */
const SIGN_OUT_MS = 3_000;

/** Ends the session of this browser on the hub; false when the hub was not reached. */
const endSession = (): Promise<boolean> =>
  fetch('/sign-out', {
    method: 'POST',
    credentials: 'same-origin',
    redirect: 'manual',
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-tocsin-session': '1' },
    body: 'from=console',
    signal: AbortSignal.timeout(SIGN_OUT_MS),
  }).then(
    () => true,
    () => false,
  );

/** Between the tabs of one browser: the person has signed out in one of them. */
const others = new BroadcastChannel('tocsin.out');

const forgetHere = (): void => {
  // What is on the screen is in no cache: it goes before anybody waits for the hub.
  document.body.hidden = true;
  sayGone();
  forgetAll();
  queries.clear();
};

/** First that it is over, and where to go once the hub has ended the session: a page that was loaded before would still be let in. */
type Word = { readonly goTo: string | null };

others.onmessage = ({ data: { goTo } }: MessageEvent<Word>) => {
  if (typeof goTo === 'string') location.assign(goTo);
  else forgetHere();
};

/**
 * Leaves nothing of the person in this browser, in no tab of it. Where its session could not be ended, its account says that it goes
 * on. A tab with a key may have a session too: both end, or the session would lead straight in again.
 */
export const signOut = async (): Promise<void> => {
  forgetHere();
  others.postMessage({ goTo: null } satisfies Word);
  const isEnded = await endSession();
  const goTo = isEnded ? '/' : '/account';
  others.postMessage({ goTo } satisfies Word);
  location.assign(goTo);
};
