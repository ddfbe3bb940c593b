// A button that sends a form can always be pressed: what the form lacks is then marked, and the keyboard is led to the first of it.
import { type RefObject, useEffect, useRef, useState } from 'react';
import { leadToFirst } from './lead-to.ts';
import type { Lack } from './sentences.ts';

type Lacking = {
  readonly form: RefObject<HTMLFormElement | null>;
  /** At a field, once the button was pressed. */
  readonly faults: (path: string) => readonly Lack[];
  /** Whether it can be sent; otherwise it is said why. */
  readonly isWhole: () => boolean;
};

export const useLacking = (lacks: readonly Lack[]): Lacking => {
  const form = useRef<HTMLFormElement>(null);
  const [presses, setPresses] = useState(0);
  useEffect(() => {
    if (presses > 0) leadToFirst(form.current);
  }, [presses]);
  return {
    form,
    faults: (path) => (presses === 0 ? [] : lacks.filter((each) => each.path === path)),
    isWhole: () => {
      if (lacks.length === 0) return true;
      setPresses((before) => before + 1);
      return false;
    },
  };
};
