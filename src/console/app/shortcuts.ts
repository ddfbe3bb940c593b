// Keys of the whole console. Single keys act only outside fields, and a person can switch them off (WCAG 2.1.4).
import { useEffect, useRef } from 'react';
import { readChoice } from './choices.ts';
import { keyName } from './key-name.ts';

/** False: it is not for this one; whoever had the key before it has it. */
type Act = () => unknown;
const acts = new Map<string, Act[]>();

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

export const singleKeysAreOn = (): boolean => readChoice('keys') !== 'off';

const onKey = (event: KeyboardEvent): void => {
  const name = keyName(event);
  const those = name === null ? [] : (acts.get(name) ?? []);
  if (name === null || those.length === 0) return;
  const isSingle = name.length === 1;
  if (isSingle && (isTyping(event.target) || !singleKeysAreOn())) return;
  // A dialog that is open has the keyboard for itself.
  if (document.querySelector('[role="dialog"]') !== null) return;
  if (those.toReversed().some((act) => act() !== false)) event.preventDefault();
};

document.addEventListener('keydown', onKey);

/** `name` is one character, or `mod+k`. The view that was opened last has a key, unless it passes it on. */
export const useShortcut = (name: string, act: Act): void => {
  const latest = useRef(act);
  latest.current = act;
  useEffect(() => {
    const run = (): unknown => latest.current();
    acts.set(name, [...(acts.get(name) ?? []), run]);
    return () => {
      acts.set(
        name,
        (acts.get(name) ?? []).filter((each) => each !== run),
      );
    };
  }, [name]);
};
