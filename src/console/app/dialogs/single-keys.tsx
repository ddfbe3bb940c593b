// Whether single keys act: some who speak to their computer, or whose hands shake, press them unwillingly (WCAG 2.1.4).
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { useChoice, writeChoice } from '../choices.ts';

export const SingleKeys = (): JSX.Element => {
  const { t } = useTranslation();
  const keys = useChoice('keys');
  return (
    <label className="choice">
      <input
        type="checkbox"
        checked={keys !== 'off'}
        onChange={({ target }) => writeChoice('keys', target.checked ? 'on' : 'off')}
      />
      {t('keys.single')}
    </label>
  );
};
