// Copies a text, and says so.
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';

const SAID_MS = 2_000;

export const CopyButton = ({ text, label }: { text: () => string; label?: string }): JSX.Element => {
  const { t } = useTranslation();
  const [isCopied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(text());
    setCopied(true);
    setTimeout(() => setCopied(false), SAID_MS);
  };
  return (
    <button type="button" className="small no-print" onClick={() => void copy()}>
      <span aria-live="polite">{isCopied ? t('copy.done') : (label ?? t('copy.copy'))}</span>
    </button>
  );
};
