// The key of a wall screen, given in the fragment of its start address: a fragment is never sent, and this one leaves the
// address before anything else happens. The screen's browser opens that address anew whenever it starts.
import { useQuery } from '@tanstack/react-query';
import { MeDocument, type MeQuery } from '../../operations/graphql.generated.ts';
import { AskError, ask, dropKey, keepKey } from '../ask.ts';

/** Why a key does not open the wall: nobody's, a person's, or it may do more than read. */
export type Refused = 'UNKNOWN' | 'PERSON' | 'MORE';

const FRAGMENT = /^#key=(.*)$/;
const AGAIN_MS = 5_000;

/** The wall alone takes a key; from any other address it is only removed. */
const takeFromAddress = (): string | null => {
  const [, key] = FRAGMENT.exec(location.hash) ?? [];
  if (key === undefined) return null;
  history.replaceState(history.state, '', location.pathname + location.search);
  const isWall = location.pathname === '/' && new URLSearchParams(location.search).has('wall');
  return isWall ? key.trim() : null;
};

/** Taken when this module is loaded, which main.tsx does first. */
const given = takeFromAddress();
// Another start address in the same tab is no new page to the browser.
addEventListener('hashchange', () => {
  if (FRAGMENT.test(location.hash)) location.reload();
});

const refusedFor = ({ person, roles }: MeQuery['me']): Refused | null => {
  if (person !== null) return 'PERSON';
  return roles.some((role) => role !== 'READER') ? 'MORE' : null;
};

/** Asks whose it is without keeping it. One that opens the wall is kept by this tab; of any other nothing stays. */
const judge = async (key: string, signal: AbortSignal): Promise<Refused | 'TAKEN'> => {
  try {
    const { me } = await ask(MeDocument, {}, { signal, key });
    const refused = refusedFor(me);
    if (refused === null) keepKey(key);
    else dropKey();
    return refused ?? 'TAKEN';
  } catch (error) {
    if (!(error instanceof AskError) || error.status !== 401) throw error;
    dropKey();
    return 'UNKNOWN';
  }
};

/** 'TAKEN' where there is nothing to wait for. A hub that is away is asked again until it answers: nobody stands there. */
export const useGivenKey = () => {
  const { data, error } = useQuery({
    queryKey: ['me', 'given'],
    queryFn: ({ signal }) => judge(given ?? '', signal),
    enabled: given !== null,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
    refetchInterval: ({ state }) => (state.status === 'error' ? AGAIN_MS : false),
    refetchIntervalInBackground: true,
  });
  return { verdict: given === null ? ('TAKEN' as const) : data, error };
};
