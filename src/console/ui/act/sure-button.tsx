// A button for what cannot be undone: the first press asks, the second acts.
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';

type Props = {
  readonly label: string;
  /** What happens, in a sentence. */
  readonly what: string;
  readonly act: () => void;
  readonly isBusy?: boolean;
  /** Whether it was pressed once by another button in its place. */
  readonly isOpen?: boolean;
};

export const SureButton = ({ label, what, act, isBusy = false, isOpen = false }: Props): JSX.Element => {
  const { t } = useTranslation();
  const [isAsked, setAsked] = useState(isOpen);
  if (!isAsked)
    return (
      <button type="button" className="small danger" disabled={isBusy} onClick={() => setAsked(true)}>
        {label}
      </button>
    );
  return (
    <div className="notice caution row" role="alertdialog" aria-label={label}>
      <span>{what}</span>
      <button
        type="button"
        className="small danger"
        disabled={isBusy}
        onClick={() => {
          setAsked(false);
          act();
        }}
      >
        {label}
      </button>
      {/* biome-ignore lint/a11y/noAutofocus: the press that asked left the focus nowhere */}
      <button type="button" className="small" autoFocus onClick={() => setAsked(false)}>
        {t('sure.no')}
      </button>
    </div>
  );
};
