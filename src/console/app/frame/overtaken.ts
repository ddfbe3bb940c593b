// That another person signed in in this browser, in another tab, while this one showed somebody else.
import { useSyncExternalStore } from 'react';

export type Overtaken = { readonly was: string; readonly by: string };

let now: Overtaken | null = null;
const listeners = new Set<() => void>();

/** Null once it was read. */
export const overtaken = (said: Overtaken | null): void => {
  now = said;
  for (const listener of listeners) listener();
};

export const useOvertaken = (): Overtaken | null =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => now,
  );
