// What is searched for. It is kept in the memory of the tab, since a word can be as restricted as what it finds; the floor
// writes it into the address only when nothing that it found is above TLP:GREEN.
import { useSyncExternalStore } from 'react';

let word = '';
const listeners = new Set<() => void>();

export const findWord = (next: string): void => {
  word = next;
  for (const listener of listeners) listener();
};

export const useWord = (): string =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => word,
  );
