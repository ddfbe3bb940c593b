// A button that sends a form can always be pressed: what the form lacks is then marked, and the keyboard is led to the first of it.
import type { RefObject } from 'react';
import { leadToFirst, useLed } from './lead-to.ts';
import type { Lack } from './sentences.ts';

type Lacking = {
  readonly form: RefObject<HTMLFormElement | null>;
  /** At a field, once the button was pressed. */
  readonly faults: (path: string) => readonly Lack[];
  /** Whether it can be sent; otherwise it is said why. */
  readonly isWhole: () => boolean;
};

export const useLacking = (lacks: readonly Lack[]): Lacking => {
  const { form, isPressed, press } = useLed(leadToFirst);
  return {
    form,
    faults: (path) => (isPressed ? lacks.filter((each) => each.path === path) : []),
    isWhole: () => {
      if (lacks.length > 0) press();
      return lacks.length === 0;
    },
  };
};
