// What a person chose for this browser: language, theme, single keys. No content and no credential is kept here.
import { useSyncExternalStore } from 'react';

export type Choice = 'language' | 'theme' | 'keys';

const PREFIX = 'tocsin.';
const listeners = new Set<() => void>();

export const readChoice = (name: Choice): string | null => localStorage.getItem(PREFIX + name);

export const writeChoice = (name: Choice, value: string): void => {
  localStorage.setItem(PREFIX + name, value);
  for (const listener of listeners) listener();
};

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useChoice = (name: Choice): string | null =>
  useSyncExternalStore(subscribe, () => readChoice(name));

/** Everything that the console keeps in this browser, at sign-out. */
export const forgetAll = (): void => {
  localStorage.clear();
  sessionStorage.clear();
};

/** How far each page was scrolled, which the router writes as a page is left. */
export const forgetPlaces = (): void => {
  for (const name of Object.keys(sessionStorage))
    if (name.startsWith('tsr-')) sessionStorage.removeItem(name);
};

const OWNER = 'tocsin.owner';

/** Drafts in this tab are of one person: they stay while a session that has ended is begun anew, and go when somebody else comes. */
export const beOwnedBy = (who: string): void => {
  const before = sessionStorage.getItem(OWNER);
  if (before !== null && before !== who)
    for (const name of Object.keys(sessionStorage))
      if (name.startsWith('tocsin.draft.')) sessionStorage.removeItem(name);
  sessionStorage.setItem(OWNER, who);
};
