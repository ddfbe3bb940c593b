// What the forms of the channels have in common: the buttons, and how their fields are called.
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';

type ButtonsProps = { readonly label: string; readonly isBusy: boolean; readonly close: () => void };

export const Buttons = ({ label, isBusy, close }: ButtonsProps): JSX.Element => {
  const { t } = useTranslation();
  return (
    <>
      <button type="submit" className="primary" aria-disabled={isBusy}>
        {label}
      </button>
      <button type="button" onClick={close}>
        {t('dialog.close')}
      </button>
    </>
  );
};

/** Of the field at a path of the input; an address is of mail, or of the web. */
export const useFieldName = (address: 'channels.mail' | 'channels.address' = 'channels.address') => {
  const { t } = useTranslation();
  const names = new Map([
    ['$.address', t(address)],
    ['$.label', t('channels.label')],
    ['$.certificate', t('channels.certificate')],
    ['$.code', t('channels.code')],
  ]);
  return (path: string): string | null => names.get(path) ?? null;
};
