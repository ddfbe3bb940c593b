// Why a key did nothing where one might expect it to: said for a moment, for the eye and the ear.
import { type JSX, useEffect, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';

export type KeyReason = 'notYourBoard' | 'nothingToAnswer';

const SHOWN_MS = 8_000;

/** A new object each time, so that the same is said again. */
let said: { readonly why: KeyReason } | null = null;
const listeners = new Set<() => void>();
const tell = (next: typeof said): void => {
  said = next;
  for (const listener of listeners) listener();
};

export const sayOfKey = (why: KeyReason): void => tell({ why });

export const KeyNote = (): JSX.Element => {
  const { t } = useTranslation();
  const shown = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => said,
  );
  useEffect(() => {
    if (shown === null) return;
    const timer = setTimeout(() => tell(null), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [shown]);
  return (
    <div className="key-note no-print" role="status">
      {shown !== null && <p className="notice">{t(`keys.${shown.why}`)}</p>}
    </div>
  );
};
