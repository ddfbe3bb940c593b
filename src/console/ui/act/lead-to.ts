// From what is said of a field to the field itself: it is found by the fault that stands at it.
const FOCUSABLE = 'input, select, textarea, button';

/** Nothing happens where no field on the page has the fault. */
const focusAt = (fault: HTMLElement | null | undefined): void => {
  if (fault == null) return;
  const field = fault.closest<HTMLElement>('.field, .markings, .exercise-switch');
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

/** Whether there was one. */
export const leadToFirst = (within: HTMLElement | null): boolean => {
  const first = within?.querySelector<HTMLElement>('[data-at]');
  focusAt(first);
  return first != null;
};
