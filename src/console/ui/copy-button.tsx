// Copies a text, and says so.
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';

const SAID_MS = 2_000;

export const CopyButton = ({ text, label }: { text: () => string; label?: string }): JSX.Element => {
  const { t } = useTranslation();
  const [said, say] = useState<'done' | 'refused' | null>(null);
  const copy = async (): Promise<void> => {
    // A browser may refuse it, or have no clipboard on a page that is not secure.
    const isCopied = await (async () => navigator.clipboard.writeText(text()))().then(
      () => true,
      () => false,
    );
    say(isCopied ? 'done' : 'refused');
    setTimeout(() => say(null), SAID_MS);
  };
  return (
    <button type="button" className="small no-print" onClick={() => void copy()}>
      <span aria-live="polite">{said === null ? (label ?? t('copy.copy')) : t(`copy.${said}`)}</span>
    </button>
  );
};
