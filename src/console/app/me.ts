// Who is signed in, by asking the hub: with the key of this tab, or the session cookie of the browser.
import { useQuery } from '@tanstack/react-query';
import { stopLive } from '../live/live.ts';
import { MeDocument, type MeQuery } from '../operations/graphql.generated.ts';
import { AskError, ask, keepKey, keyOfTab } from './ask.ts';
import { forgetAll } from './choices.ts';
import { queries } from './queries.ts';

export type Me = MeQuery['me'];

export const meQuery = {
  queryKey: ['me'],
  queryFn: async ({ signal }: { signal: AbortSignal }): Promise<Me | null> => {
    try {
      return (await ask(MeDocument, {}, { signal })).me;
    } catch (error) {
      if (error instanceof AskError && error.status === 401) return null;
      throw error;
    }
  },
  staleTime: 5 * 60_000,
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

export const signInWithKey = async (key: string): Promise<boolean> => {
  keepKey(key);
  const me = await queries.fetchQuery({ ...meQuery, staleTime: 0 });
  if (me === null) sessionStorage.clear();
  return me !== null;
};

/** Ends the session of this browser on the hub; false when the hub was not reached. */
const endSession = (): Promise<boolean> =>
  fetch('/sign-out', {
    method: 'POST',
    credentials: 'same-origin',
    redirect: 'manual',
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-tocsin-session': '1' },
    body: 'from=console',
  }).then(
    () => true,
    () => false,
  );

/** Leaves nothing of the person in this browser. Where its session could not be ended, its account says that it goes on. */
export const signOut = async (): Promise<void> => {
  stopLive();
  const isByKey = keyOfTab() !== null;
  forgetAll();
  queries.clear();
  location.assign(isByKey || (await endSession()) ? '/' : '/account');
};
