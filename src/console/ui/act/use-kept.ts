// What somebody writes beside a button stays in the tab until it was sent: while what it is said of is replaced, when the page is loaded
// again, and while they sign in anew. It goes with whoever wrote it, as drafts do (app/choices.ts).
import { useState } from 'react';

const keyOf = (name: string): string => `tocsin.draft.note.${name}`;

export const useKept = (name: string): readonly [string, (text: string) => void] => {
  const key = keyOf(name);
  const [text, setText] = useState(() => sessionStorage.getItem(key) ?? '');
  return [
    text,
    (next) => {
      setText(next);
      try {
        if (next === '') sessionStorage.removeItem(key);
        else sessionStorage.setItem(key, next);
      } catch {
        // No room: what is left there would be older than what is on the screen.
        sessionStorage.removeItem(key);
      }
    },
  ];
};
