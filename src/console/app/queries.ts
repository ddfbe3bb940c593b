// How answers are kept: in memory only, fresh for a while, asked again when the hub says when or after a pause.
import { type Query, QueryClient } from '@tanstack/react-query';
import { AskError } from './ask.ts';

const FRESH_MS = 30_000;
const KEPT_MS = 10 * 60_000;
const ATTEMPTS = 4;
const LONGEST_PAUSE_MS = 15_000;

/** Worth asking again: the hub was away, or busy. Anything else needs a person. */
const isPassing = (error: unknown): boolean =>
  error instanceof AskError && (error.code === 'NETWORK' || error.status === 429 || error.status === 503);

export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: FRESH_MS,
      gcTime: KEPT_MS,
      refetchOnWindowFocus: false,
      networkMode: 'always',
      retry: (count, error) => isPassing(error) && count < ATTEMPTS,
      retryDelay: (count, error) =>
        (error instanceof AskError ? error.retryAfterMs : null) ??
        Math.min(LONGEST_PAUSE_MS, 500 * 2 ** count) * (0.75 + Math.random() / 2),
    },
    mutations: { networkMode: 'always', retry: (count, error) => isPassing(error) && count < 2 },
  },
});

/** What is shown, and could not be read again. Of a list, a further page that failed is said where the list ends. */
export const whatIsOld = (): Query[] =>
  queries.getQueryCache().findAll({
    type: 'active',
    predicate: ({ state }) =>
      state.status === 'error' && state.data !== undefined && state.fetchMeta?.fetchMore === undefined,
  });

/** What is not shown now would be shown as it was until it is read anew. */
export const forgetUnseen = (): void => queries.removeQueries({ type: 'inactive' });

/** Reads again whatever is shown and failed. */
export const readAgain = (): void =>
  void queries.refetchQueries({ type: 'active', predicate: ({ state }) => state.status === 'error' });
