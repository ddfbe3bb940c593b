// Where the focus goes when what had it is taken away: otherwise the keyboard begins at the top of the page again.
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';

/** What takes the focus, and how to say that what had it goes with the next change. */
export const useFocusAfter = <Element extends HTMLElement>(): readonly [
  RefObject<Element | null>,
  () => void,
] => {
  const next = useRef<Element>(null);
  const [times, setTimes] = useState(0);
  useEffect(() => {
    if (times > 0) next.current?.focus();
  }, [times]);
  return [next, () => setTimes((before) => before + 1)];
};

/** What has the focus when it goes, as the last of a list that is read anew, leaves it to the view. */
export const useFocusLeft = <Element extends HTMLElement>(): RefObject<Element | null> => {
  const own = useRef<Element>(null);
  useLayoutEffect(() => {
    const { current } = own;
    return () => {
      if (current?.contains(document.activeElement) === true)
        document.querySelector<HTMLElement>('main')?.focus({ preventScroll: true });
    };
  }, []);
  return own;
};
