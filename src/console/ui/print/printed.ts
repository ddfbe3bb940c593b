// What is on the page, for its marking in print: each thing that is shown with a marking says so while it is there.
import { useLayoutEffect, useSyncExternalStore } from 'react';
import type { Tlp } from '../../operations/graphql.generated.ts';
import { markOf, type Printed } from './strictest.ts';

const shown = new Set<Printed>();
const listeners = new Set<() => void>();
const tell = (): void => {
  for (const listener of listeners) listener();
};

/** `words` stand behind the marking where nothing on the page is stricter. Undefined: it is not shown with a marking. */
export const usePrinted = (tlp: Tlp | null | undefined, words = ''): void =>
  useLayoutEffect(() => {
    if (tlp === undefined) return;
    const printed = { tlp, words };
    shown.add(printed);
    tell();
    return () => {
      shown.delete(printed);
      tell();
    };
  }, [tlp, words]);

export const usePrintedMark = (): string =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => markOf(shown),
  );
