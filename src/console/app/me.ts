// Who is signed in, by asking the hub: with the key of this tab, or the session cookie of the browser.
import { useQuery } from '@tanstack/react-query';
import { stopLive } from '../live/live.ts';
import { MeDocument, type MeQuery } from '../operations/graphql.generated.ts';
import { AskError, ask, keepKey } from './ask.ts';
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

/** Leaves nothing of the person in this browser. */
export const signOut = (): void => {
  stopLive();
  forgetAll();
  queries.clear();
  location.assign('/');
};
