// Keys of the whole console. Single keys act only outside fields, and a person can switch them off (WCAG 2.1.4).
import { useEffect, useRef } from 'react';
import { readChoice } from './choices.ts';
import { keyName } from './key-name.ts';

type Act = () => void;
const acts = new Map<string, Act[]>();

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

export const singleKeysAreOn = (): boolean => readChoice('keys') !== 'off';

const onKey = (event: KeyboardEvent): void => {
  const name = keyName(event);
  const act = name === null ? undefined : acts.get(name)?.at(-1);
  if (name === null || act === undefined) return;
  const isSingle = name.length === 1;
  if (isSingle && (isTyping(event.target) || !singleKeysAreOn())) return;
  // A dialog that is open has the keyboard for itself.
  if (document.querySelector('[role="dialog"], [role="alertdialog"]') !== null) return;
  event.preventDefault();
  act();
};

document.addEventListener('keydown', onKey);

/** `name` is one character, or `mod+k`. The view that was opened last has a key. */
export const useShortcut = (name: string, act: Act): void => {
  const latest = useRef(act);
  latest.current = act;
  useEffect(() => {
    const run = (): void => latest.current();
    acts.set(name, [...(acts.get(name) ?? []), run]);
    return () => {
      acts.set(
        name,
        (acts.get(name) ?? []).filter((each) => each !== run),
      );
    };
  }, [name]);
};
