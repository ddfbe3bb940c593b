// What is searched for. It is kept in the memory of the tab, since a word can be as restricted as what it finds; the floor
// writes it into the address only when nothing that it finds is above TLP:GREEN. Names of members stay here.
import { useSyncExternalStore } from 'react';

const heldWord = () => {
  let word = '';
  const listeners = new Set<() => void>();
  const subscribe = (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  return {
    set: (next: string): void => {
      word = next;
      for (const listener of listeners) listener();
    },
    use: (): string => useSyncExternalStore(subscribe, () => word),
  };
};

export const { set: findWord, use: useWord } = heldWord();
export const { set: findMember, use: useMemberWord } = heldWord();
