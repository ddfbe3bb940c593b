// Why a key did nothing where one might expect it to: said for a moment, for the eye and the ear.
import { useRouterState } from '@tanstack/react-router';
import { type JSX, useEffect, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';

export type KeyReason = 'notYourBoard' | 'noBoard' | 'nothingToAnswer' | 'atNoRow';

const SHOWN_MS = 8_000;

/** Each has a number, so that the same is said again: a screen reader is silent where nothing changes. */
let said: { readonly why: KeyReason; readonly number: number } | null = null;
let numberOfLast = 0;
const listeners = new Set<() => void>();
const tell = (next: typeof said): void => {
  said = next;
  for (const listener of listeners) listener();
};

export const sayOfKey = (why: KeyReason): void => {
  numberOfLast += 1;
  tell({ why, number: numberOfLast });
};

export const KeyNote = (): JSX.Element => {
  const { t } = useTranslation();
  const shown = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => said,
  );
  const pathname = useRouterState({ select: ({ location }) => location.pathname });
  // It is about the view where the key was pressed.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another address is another view
  useEffect(() => tell(null), [pathname]);
  useEffect(() => {
    if (shown === null) return;
    const timer = setTimeout(() => tell(null), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [shown]);
  return (
    <div className="key-note no-print" role="status">
      {shown !== null && (
        <p key={shown.number} className="notice">
          {t(`keys.${shown.why}`)}
        </p>
      )}
    </div>
  );
};
