// The language, each by the name that it has in itself.
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { writeChoice } from '../../app/choices.ts';
import { LANGUAGES, type Language, speak, spoken } from '../../words/words.ts';

export const LanguageChoice = (): JSX.Element => {
  const { t } = useTranslation();
  return (
    <div className="field">
      <label htmlFor="language">{t('settings.language')}</label>
      <select
        id="language"
        value={spoken()}
        onChange={({ target }) => {
          writeChoice('language', target.value);
          void speak(target.value as Language);
        }}
      >
        {Object.entries(LANGUAGES).map(([tag, name]) => (
          <option key={tag} value={tag} lang={tag}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
};
