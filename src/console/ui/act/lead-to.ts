// From what is said of a field to the field itself: it is found by the fault that stands at it.
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';

const FOCUSABLE = 'input, select, textarea, button';

/** Nothing happens where no field on the page has the fault. */
const focusAt = (fault: HTMLElement | null | undefined, isField = false): void => {
  if (fault == null) return;
  const field = isField ? null : fault.closest<HTMLElement>('.field, .markings');
  const target = field?.querySelector<HTMLElement>(FOCUSABLE) ?? fault;
  target.focus({ preventScroll: true });
  target.scrollIntoView({ block: 'center' });
};

export const leadTo = (path: string): void =>
  focusAt(
    [...document.querySelectorAll<HTMLElement>('[data-at]')].find((each) =>
      (each.dataset['at'] ?? '').split(' ').includes(path),
    ),
  );

/** To the first field that says of itself that it is wrong. */
export const leadToInvalid = (within: HTMLElement | null): void =>
  focusAt(within?.querySelector<HTMLElement>('[aria-invalid="true"]:enabled'), true);

/** Whether there was one. */
export const leadToFirst = (within: HTMLElement | null): boolean => {
  const first = within?.querySelector<HTMLElement>('[data-at]');
  focusAt(first);
  return first != null;
};

type Led<Form extends HTMLElement> = {
  readonly form: RefObject<Form | null>;
  readonly isPressed: boolean;
  /** The button was pressed, and nothing could be sent. */
  readonly press: () => void;
};

/** Leads into a form after each press, once its fields say what is wrong in them. `lead` stays the same. */
export const useLed = <Form extends HTMLElement = HTMLFormElement>(
  lead: (within: HTMLElement | null) => void,
): Led<Form> => {
  const form = useRef<Form>(null);
  const [presses, setPresses] = useState(0);
  useEffect(() => {
    if (presses > 0) lead(form.current);
  }, [presses, lead]);
  const press = useCallback((): void => setPresses((before) => before + 1), []);
  return { form, isPressed: presses > 0, press };
};
